import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { browserPath, openBrowser } from '../test/web/open-browser.ts'
import { act, panelOf, startDemo } from './demo-page.ts'
import { type Scene, type Shown, type Step, scenes } from './scenes.ts'

const pictures = new URL('pictures', import.meta.url).pathname
const wide = { width: 1180, height: 860 }
const narrow = { width: 760, height: 420 }

/** The page that a path or the last link of a chat opens, as somebody would see it; and a link or button there. */
async function openedPage(page: Page, of: Exclude<Shown, string>): Promise<Page> {
  const path = 'path' in of ? of.path : await panelOf(page, of.linkOf).locator('a').last().getAttribute('href')
  const opened = await page.context().newPage()
  await opened.setViewportSize(narrow)
  await opened.goto(new URL(path ?? '/', page.url()).href)
  if (of.opens) {
    await opened
      .getByRole('link', { name: of.opens })
      .or(opened.getByRole('button', { name: of.opens }))
      .click()
    await opened.waitForLoadState()
  }
  return opened
}

async function take(page: Page, name: string, of: Shown): Promise<void> {
  const path = join(pictures, `${name}.png`)
  await page.mouse.move(0, 0)
  // What was understood of a file takes the place of a shorter message, below the edge of the window.
  await page.evaluate(`document.activeElement?.blur()
    for (const log of document.querySelectorAll('[role=log]')) log.lastElementChild?.scrollIntoView({ block: 'nearest' })`)
  if (of === 'page') await page.screenshot({ path })
  else if (typeof of === 'string') await panelOf(page, of).screenshot({ path })
  else {
    const opened = await openedPage(page, of)
    await opened.evaluate('document.fonts.ready')
    await opened.screenshot({ path, fullPage: true })
    await opened.close()
  }
  process.stdout.write(`docs/pictures/${name}.png\n`)
}

const follow = (page: Page, step: Step) => ('picture' in step ? take(page, step.picture, step.of) : act(page, step))

async function play(browser: Browser, { clock, settings, steps }: Scene): Promise<void> {
  const { address, stop } = await startDemo(clock, settings)
  const context = await browser.newContext({ viewport: wide, locale: 'vi-VN', deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  await page.goto(address)
  // Each of the three is greeted.
  if (!settings) await page.locator('.entry.assistant').nth(2).waitFor()
  for (const step of steps) await follow(page, step)
  await context.close()
  await stop()
}

if (!browserPath)
  throw new Error('No Chromium is installed here: install it (Debian: apt install chromium) and run again.')
await mkdir(pictures, { recursive: true })
const browser = await openBrowser(browserPath)
try {
  for (const scene of scenes) await play(browser, scene)
} finally {
  await browser.close()
}
