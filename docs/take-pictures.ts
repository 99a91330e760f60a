import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { browserPath, openBrowser } from '../test/web/open-browser.ts'
import { type Step, scenes } from './scenes.ts'

const root = new URL('..', import.meta.url).pathname
const pictures = join(root, 'docs', 'pictures')
const narrow = { width: 1180, height: 860 }

/** Starts the program as a newcomer would, in a folder of its own; gives its address and how to end it. */
async function startDemo(clock: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'pictures-'))
  const env = { DATA_DIR: dataDir, PORT: '0', CLOCK: clock, LOG_LEVEL: 'error' }
  const program = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => program.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let printed = ''
    program.stdout.on('data', (part) => {
      printed += part
      const found = /http:\/\/\S+/.exec(printed)
      if (found) resolve(found[0])
    })
    void ended.then(() => reject(new Error(`The program ended before it listened: ${printed}`)))
  })
  const stop = async () => {
    program.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true })
  }
  return { address, stop }
}

const panelOf = (page: Page, who: string) => page.locator(`[id="panel-demo-${who}"]`)

/** Does something in a chat, and waits until it is answered there. */
async function answered(page: Page, who: string, act: () => Promise<unknown>) {
  const answers = panelOf(page, who).locator('.entry.assistant')
  const before = await answers.count()
  await act()
  await answers.nth(before).waitFor()
}

async function take(page: Page, step: Step): Promise<void> {
  if ('picture' in step) {
    const path = join(pictures, `${step.picture}.png`)
    await page.mouse.move(0, 0)
    const part = step.of === 'page' ? page : panelOf(page, step.of)
    await part.screenshot({ path })
    process.stdout.write(`docs/pictures/${step.picture}.png\n`)
  } else if ('clock' in step) {
    const field = page.getByLabel('Ngày, ví dụ 9/4')
    await field.fill(step.clock)
    await field.press('Enter')
    // It empties itself once the clock stands there.
    await page.locator('input:placeholder-shown').waitFor()
  } else if ('says' in step) {
    const field = panelOf(page, step.who).getByRole('textbox')
    await field.fill(step.says)
    await answered(page, step.who, () => field.press('Enter'))
  } else {
    const name = step.presses
    const button = panelOf(page, step.who).getByRole('log').getByRole('button', { name, exact: true }).last()
    await answered(page, step.who, () => button.click())
  }
}

if (!browserPath)
  throw new Error('No Chromium is installed here: install it (Debian: apt install chromium) and run again.')
await mkdir(pictures, { recursive: true })
const browser = await openBrowser(browserPath)
try {
  for (const { clock, steps } of scenes) {
    const { address, stop } = await startDemo(clock)
    const page = await browser.newPage({ viewport: narrow, locale: 'vi-VN', deviceScaleFactor: 1.5 })
    await page.goto(address)
    await page.locator('.entry.assistant').nth(2).waitFor()
    for (const step of steps) await take(page, step)
    await page.close()
    await stop()
  }
} finally {
  await browser.close()
}
