import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { planText } from '../dialogs/plan-texts.ts'
import { browserPath, openBrowser, whySkipped } from './open-browser.ts'

const setupCode = 'THIETLAP-2024'

describe.skipIf(!browserPath)(`the whole program in a browser${whySkipped}`, { timeout: 60_000 }, () => {
  let browser: Browser
  const ends: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    browser = await openBrowser(browserPath ?? '')
  }, 30_000)
  afterAll(async () => {
    await browser.close()
    for (const end of ends) await end()
  })

  /** Starts the program in a data folder, a new one where none is given. */
  async function start(settings: Record<string, string>, folder?: string) {
    const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'program-')))
    const read = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...settings })
    if (!read.ok) throw new Error(read.mistakes.join('\n'))
    const app: App = await startApp(read.config, createLog('error'))
    let running = true
    const stop = async () => {
      if (running) await app.stop()
      running = false
    }
    ends.push(stop)
    if (!folder) ends.push(() => rm(dataDir, { recursive: true }))
    return { app, dataDir, stop }
  }

  async function open(app: App, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' })
    const page = await context.newPage()
    await page.goto(app.address)
    return page
  }

  const panel = (page: Page, who: string) => page.locator(`[id="panel-demo-${who}"]`)

  /** Says something, or presses a button, in the chat of a panel, and waits for the words of an answer. */
  const says = async (chat: ReturnType<typeof panel>, text: string, answer: RegExp) => {
    await chat.getByRole('textbox').fill(text)
    await chat.getByRole('textbox').press('Enter')
    await chat.locator('.assistant').filter({ hasText: answer }).last().waitFor()
  }
  const presses = async (chat: ReturnType<typeof panel>, name: string, answer: RegExp) => {
    await chat.getByRole('log').getByRole('button', { name, exact: true }).last().click()
    await chat.locator('.assistant').filter({ hasText: answer }).last().waitFor()
  }

  test('who has registered, was approved and received, is not reminded, while others are', async () => {
    const { app } = await start({ WEB_CHAT: 'demo', CLOCK: '2024-03-27T09:12:00+07:00' })
    const page = await open(app)
    const [official, head, admin] = ['official', 'head', 'admin'].map((who) => panel(page, who)) as [
      ReturnType<typeof panel>,
      ReturnType<typeof panel>,
      ReturnType<typeof panel>,
    ]
    await official.getByText('Kính chào đồng chí').waitFor()
    await says(official, 'hạn chót', /Đồng chí còn 1 việc có thời hạn/)
    await says(official, '/dangky', /Đồng chí đăng ký theo kế hoạch nào/)
    await presses(official, 'Chọn 1', /bước 1\/6/)
    await presses(official, 'Chọn 1', /đã chọn/)
    await presses(official, 'Tiếp tục', /bước 2\/6/)
    await presses(official, 'Bỏ qua', /bước 3\/6/)
    await says(official, '100% hồ sơ được giải quyết đúng hạn', /bước 4\/6/)
    await says(official, 'cuối tháng 7', /bước 5\/6/)
    await presses(official, 'Bỏ qua', /bước 6\/6/)
    await presses(official, 'Gửi', /Đã gửi bản đăng ký lúc 09:12 thứ Tư 27\/03\/2024/)
    await presses(head, 'Duyệt', /Đã duyệt bản đăng ký DK-2024-0001/)
    await presses(admin, 'Xem', /Bản đăng ký DK-2024-0001/)
    await presses(admin, 'Nhận cả bản ký', /DK-2024-0001/)
    await official.getByText('✓ Đã tiếp nhận bản đăng ký').waitFor()
    await page.getByLabel('Ngày, ví dụ 9/4').fill('12/4')
    await page.keyboard.press('Enter')
    await page.locator('header').getByText('07:30 thứ Sáu 12/04/2024').waitFor()
    expect(await official.getByText('để đăng ký thi đua').count()).toBe(0)
    await panel(page, 'admin').getByText('để đăng ký thi đua').first().waitFor()
  })

  test('an admin sends a plan as a file, and its original comes back whole', async () => {
    const { app } = await start({ WEB_CHAT: 'demo', CLOCK: '2024-03-06T09:00:00+07:00' })
    const page = await open(app)
    const admin = panel(page, 'admin')
    await admin.getByText('Kính chào').waitFor()
    await says(admin, '/themkehoach', /tệp|văn bản/)
    const buffer = Buffer.from(planText())
    await admin
      .locator('input[type=file]')
      .setInputFiles({ name: 'Kế hoạch số 18.txt', mimeType: 'text/plain', buffer })
    await admin
      .locator('.assistant')
      .filter({ hasText: /Đã đọc được \d+ mốc thời gian/ })
      .waitFor()
    const downloading = page.waitForEvent('download')
    await admin.getByRole('link', { name: 'Tải tệp Kế hoạch số 18.txt' }).first().click()
    const kept = await (await downloading).createReadStream()
    const parts: Buffer[] = []
    for await (const part of kept) parts.push(part as Buffer)
    expect(Buffer.concat(parts).equals(buffer)).toBe(true)
  })

  test('a file marked secret is refused and not kept', async () => {
    const { app, dataDir } = await start({ WEB_CHAT: 'demo', CLOCK: '2024-03-06T09:00:00+07:00' })
    const page = await open(app)
    const admin = panel(page, 'admin')
    await admin.getByText('Kính chào').waitFor()
    await says(admin, '/themkehoach', /tệp|văn bản/)
    // The sample plans' originals are there from the start.
    const before = await readdir(join(dataDir, 'files'))
    const buffer = Buffer.from(planText([['Số: 18/KH-UBND', 'MẬT\nSố: 18/KH-UBND']]))
    await admin.locator('input[type=file]').setInputFiles({ name: 'kh.txt', mimeType: 'text/plain', buffer })
    await admin.locator('.assistant').filter({ hasText: 'dấu chỉ độ mật' }).waitFor()
    expect(await readdir(join(dataDir, 'files'))).toEqual(before)
  })

  test('a conversation stands there again after the program was started anew', async () => {
    const settings = { WEB_CHAT: 'demo', CLOCK: '2024-03-27T09:12:00+07:00' }
    const first = await start(settings)
    const page = await open(first.app)
    await says(panel(page, 'official'), '/dangky', /Đồng chí đăng ký theo kế hoạch nào/)
    const shown = await panel(page, 'official').getByRole('log').innerText()
    await first.stop()
    const second = await start(settings, first.dataDir)
    const again = await open(second.app)
    await panel(again, 'official').getByText('Đồng chí đăng ký theo kế hoạch nào').waitFor()
    expect(await panel(again, 'official').getByRole('log').innerText()).toBe(shown)
    await presses(panel(again, 'official'), 'Chọn 1', /bước 1\/6/)
  })

  test('with sign-in the setup code makes the first admin, and a wrong code is answered kindly', async () => {
    const { app } = await start({ WEB_CHAT: 'on', SETUP_CODE: setupCode })
    const stranger = await open(app, 360)
    await stranger.getByLabel(/Mã tham gia/).fill('SAI-MA')
    await stranger.keyboard.press('Enter')
    await stranger.locator('.assistant').first().waitFor()
    const admin = await open(app, 360)
    await admin.getByLabel(/Mã tham gia/).fill(setupCode)
    await admin.keyboard.press('Enter')
    await admin.locator('.assistant').first().waitFor()
    expect(await stranger.getByRole('log').innerText()).toContain('Mã “SAI-MA” chưa đúng.')
    expect(await admin.getByRole('log').innerText()).toContain('nhập tên đầy đủ của cơ quan')
    await admin.reload()
    await admin.locator('.assistant').first().waitFor()
  })

  test('a second browser is let in from the chat of the first, into the same chat, and sent away from there', async () => {
    const { app } = await start({ WEB_CHAT: 'on', SETUP_CODE: setupCode })
    const first = await open(app, 360)
    await first.getByLabel(/Mã tham gia/).fill(setupCode)
    await first.keyboard.press('Enter')
    await first.getByText('nhập tên đầy đủ của cơ quan').waitFor()
    const second = await open(app, 360)
    await second.getByRole('button', { name: 'Đăng nhập bằng kênh đã liên kết' }).click()
    const code = await second.locator('dd').first().innerText()
    const number = await second.locator('dd').last().innerText()
    const chat = first.getByRole('region')
    await says(chat, code, new RegExp(`Đăng nhập web trên Chrome, Linux lúc .*hiện số ${number}\\.`, 's'))
    await presses(chat, 'Đồng ý', /Đã đồng ý/)
    await second.getByText('nhập tên đầy đủ của cơ quan').waitFor()
    await second.getByText('Đã đồng ý').waitFor()
    await second.getByRole('button', { name: 'Đăng xuất' }).click()
    await second.getByLabel(/Mã tham gia/).waitFor()
  })

  test('the program stops at once though pages are open', async () => {
    const { app, stop } = await start({ WEB_CHAT: 'demo' })
    const page = await open(app)
    await panel(page, 'official').getByText('Kính chào').waitFor()
    const begun = performance.now()
    await stop()
    expect(performance.now() - begun).toBeLessThan(4500)
  })
})
