import { openBrowser } from './open-browser.ts'
import { openSmallOffice } from './small-office.ts'

export type Office = Awaited<ReturnType<typeof openSmallOffice>>
export type Pages = Awaited<ReturnType<typeof openPages>>
type Look = { width: number; dark?: boolean; script?: boolean }

/** One browser; each `open` is an office of its own with a page on it, and what the page complains of in `wrong`. */
export async function openPages(executablePath: string) {
  const browser = await openBrowser(executablePath)
  const ends: (() => Promise<unknown>)[] = []

  async function open(look: Look, wish: Parameters<typeof openSmallOffice>[0] = {}) {
    const office = await openSmallOffice(wish)
    const serving = await office.web.listen('127.0.0.1', 0)
    const address = `http://127.0.0.1:${serving.port}`
    const context = await browser.newContext({
      viewport: { width: look.width, height: 740 },
      locale: 'vi-VN',
      colorScheme: look.dark ? 'dark' : 'light',
      javaScriptEnabled: look.script ?? true,
    })
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('console', (said) => void (['error', 'warning'].includes(said.type()) && wrong.push(said.text())))
    page.on('pageerror', (error) => wrong.push(String(error)))
    page.on('request', (request) => void (request.url().startsWith(address) || wrong.push(request.url())))
    ends.push(async () => {
      await context.close()
      await office.room.stop()
      await serving.stop()
    })
    const openedAt = performance.now()
    await page.goto(address)
    return { office, page, wrong, address, openedAt }
  }

  async function close() {
    for (const end of ends) await end()
    await browser.close()
  }
  return { open, close }
}
