import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { Deed, Who } from './scenes.ts'

const root = new URL('..', import.meta.url).pathname

/** Starts the program as a newcomer would, in a folder of its own; gives its address and how to end it. */
export async function startDemo(clock: string, settings: Record<string, string> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'pictures-'))
  const env = { DATA_DIR: dataDir, PORT: '0', CLOCK: clock, LOG_LEVEL: 'error', ...settings }
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

/** The chat of one of the demo's people. */
export const panelOf = (page: Page, who: Who): Locator => page.locator(`[id="panel-demo-${who}"]`)

/** Does something in a chat, and waits until it is answered there. */
async function answered(page: Page, who: Who, act: () => Promise<unknown>) {
  const answers = panelOf(page, who).locator('.entry.assistant')
  const before = await answers.count()
  await act()
  await answers.nth(before).waitFor()
}

async function moveClock(page: Page, day: string): Promise<void> {
  const field = page.getByLabel('Ngày, ví dụ 9/4')
  await field.fill(day)
  await field.press('Enter')
  // It empties itself once the clock stands there.
  await page.locator('input:placeholder-shown').waitFor()
}

/** Says, presses, sends or moves what a step says; comes back when it is answered. */
export async function act(page: Page, step: Deed): Promise<void> {
  if ('clock' in step) return moveClock(page, step.clock)
  const panel = panelOf(page, step.who)
  if ('says' in step) {
    const field = panel.getByRole('textbox')
    await field.fill(step.says)
    return answered(page, step.who, () => field.press('Enter'))
  }
  if ('sends' in step) {
    const file = { name: step.sends, mimeType: 'text/plain', buffer: Buffer.from(step.holds) }
    await answered(page, step.who, () => panel.locator('input[type=file]').setInputFiles(file))
    // A file is read in a process of its own; the buttons come with what was understood.
    return panel.getByRole('button', { name: step.until, exact: true }).waitFor()
  }
  if ('until' in step) return panel.getByRole('button', { name: step.until, exact: true }).last().waitFor()
  const buttons = panel.getByRole('log').getByRole('button', { name: step.presses, exact: true })
  return answered(page, step.who, () => buttons.last().click())
}
