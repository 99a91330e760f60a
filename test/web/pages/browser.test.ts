import { availableParallelism, loadavg } from 'node:os'
import type { BrowserContextOptions, FileChooser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../find-axe.ts'
import { browserPath, openBrowser, whySkipped } from '../open-browser.ts'
import { openAllPages } from './all-pages.ts'

/** What a browser itself says of an answer that is no 200. */
const ofStatus = /^Failed to load resource: the server responded with a status of 4\d\d/

/** Runs in the page: what makes it scroll sideways; inside `.wide` it may. */
const cutOff = `[...document.querySelectorAll('main *')]
  .filter((one) => !one.closest('.wide table') && one.checkVisibility() && !one.matches('.away') && !one.closest('svg, thead'))
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.tagName + '.' + one.className)`

describe.skipIf(!browserPath)(`the pages beside the chat in a browser${whySkipped}`, { timeout: 60_000 }, () => {
  let all: Awaited<ReturnType<typeof openAllPages>>
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    ;[all, browser] = await Promise.all([openAllPages(), openBrowser(browserPath ?? '')])
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await all.close()
  })

  async function visit<T>(options: BrowserContextOptions, go: (page: Page, wrong: string[]) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ locale: 'vi-VN', ...options })
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('console', (said) => void (ofStatus.test(said.text()) || wrong.push(said.text())))
    page.on('pageerror', (error) => wrong.push(String(error)))
    page.on('request', (request) => void (request.url().startsWith(all.origin) || wrong.push(request.url())))
    try {
      return await go(page, wrong)
    } finally {
      await context.close()
    }
  }
  const names = [
    'upload',
    'dead link',
    'invitation',
    'unknown receipt',
    'receipt',
    'dashboard',
    'notice board',
  ] as const
  const addressOf = (name: (typeof names)[number]) => `${all.origin}${all.paths[name]}`
  const widths = [360, 768, 1280]

  test.each(names)(
    '%s: axe finds nothing serious, and at no width is anything cut off or fetched elsewhere',
    async (name) => {
      await visit({ viewport: { width: 360, height: 740 } }, async (page, wrong) => {
        await page.goto(addressOf(name))
        for (const width of widths) {
          await page.setViewportSize({ width, height: 740 })
          expect(await seriousFindings(page), `at ${width}`).toEqual([])
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
          expect(await page.evaluate(cutOff), `at ${width}`).toEqual([])
        }
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await seriousFindings(page), 'in the dark').toEqual([])
        expect(wrong).toEqual([])
      })
    },
  )

  test.each(names)('%s works without script in both languages, and magnified to 400 %', async (name) => {
    await visit({ viewport: { width: 640, height: 400 }, javaScriptEnabled: false }, async (page) => {
      for (const language of ['vi', 'en']) {
        await page.goto(`${addressOf(name)}${addressOf(name).includes('?') ? '&' : '?'}lang=${language}`)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
        for (const width of [640, 320]) {
          await page.setViewportSize({ width, height: 400 })
          expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBe(width)
        }
      }
    })
  })

  test('the keyboard alone goes from the skip link to a file that is sent', async () => {
    await visit({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${all.origin}${all.office.links.path('upload', `${all.account} by-keys`, 60_000)}`)
      const focused = page.locator(':focus')
      await page.keyboard.press('Tab')
      expect(await focused.innerText()).toBe('Đến nội dung chính')
      expect((await focused.boundingBox())?.y).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await focused.getAttribute('name')).toBe('file')
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
      const chooser = await chooserByKey(page)
      await chooser.setFiles({ name: 'kế hoạch.txt', mimeType: 'text/plain', buffer: Buffer.from('KẾ HOẠCH') })
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Đã nhận tệp' }).waitFor()
      await page.getByText('kế hoạch.txt').waitFor()
    })
  })

  test('a file that is too large is answered with a page, and the link stays good', async () => {
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto(addressOf('upload'))
      const large = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(25 * 1024 * 1024) }
      await page.getByLabel('Tệp cần gửi').setInputFiles(large)
      await page.getByRole('button', { name: 'Gửi tệp' }).click()
      await page.getByRole('alert').getByText('20 MB').waitFor()
    })
  })

  test('a receipt is looked up with Enter', async () => {
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto(`${all.origin}/tracuu`)
      await page.getByLabel('Mã tra cứu').fill('dk-2024-0998')
      await page.keyboard.press('Enter')
      await page.getByText('không có bản đăng ký mang mã DK-2024-0998').waitFor()
    })
  })

  test('names on the dashboard open with the keyboard, and its paper prints on one sheet', async () => {
    await visit({ viewport: { width: 1280, height: 740 } }, async (page) => {
      await page.goto(addressOf('dashboard'))
      const name = page.getByText(/^Nguyễn Hoàng Phương Thảo \d+ \(/u).first()
      expect(await name.isVisible()).toBe(false)
      await page.getByText('3 người; xem họ tên').focus()
      await page.keyboard.press('Enter')
      expect(await name.isVisible()).toBe(true)
      await page.getByRole('link', { name: 'Bảng tin để in' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Thời hạn thi đua, khen thưởng' }).waitFor()
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    })
  })

  test('on a phone the first thing seen says what is late or due', async () => {
    await visit({ viewport: { width: 360, height: 640 } }, async (page) => {
      await page.goto(addressOf('dashboard'))
      const lead = await page.getByText(/^⚠ Đã qua thời hạn, hệ thống chưa ghi nhận 6 trường hợp/u).boundingBox()
      expect((lead?.y ?? 0) + (lead?.height ?? 9999)).toBeLessThan(400)
    })
  })

  test.each(names)('%s weighs less than 50 KB and paints within a second on 3G', { retry: 2 }, async (name) => {
    // A machine with more work than cores gets longer.
    const mostMs = (loadavg()[0] ?? 0) > availableParallelism() ? 3000 : 1000
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      const line = await page.context().newCDPSession(page)
      let bytes = 0
      line.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      await line.send('Network.enable')
      // Chromium's own "3G": 562 ms to and fro, 1.44 Mbit/s down.
      const down = (1.44 * 1024 * 1024) / 8
      await line.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 562, downloadThroughput: down, uploadThroughput: down / 2 },
        connectionType: 'cellular3g',
      })
      await page.goto(addressOf(name))
      const paint = (await page.evaluate(
        `performance.getEntriesByName('first-contentful-paint')[0].startTime`,
      )) as number
      const said = `${name}: first paint ${Math.round(paint)} ms, ${(bytes / 1024).toFixed(1)} KB`
      expect(bytes, said).toBeLessThan(50 * 1024)
      expect(paint, said).toBeLessThan(mostMs)
    })
  })
})

/** On a busy machine a first press may come to nothing: a person presses again. */
async function chooserByKey(page: Page, presses = 3): Promise<FileChooser> {
  const opened = page.waitForEvent('filechooser', { timeout: 10_000 })
  const [chooser] = await Promise.allSettled([opened, page.keyboard.press('Enter')])
  if (chooser.status === 'fulfilled') return chooser.value
  if (presses <= 1) throw chooser.reason
  return chooserByKey(page, presses - 1)
}
