import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, whySkipped } from './open-browser.ts'
import { openPages, type Pages } from './open-pages.ts'
import { once } from './small-office.ts'

describe.skipIf(!browserPath)(`addresses in the web chat${whySkipped}`, { timeout: 30_000 }, () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await openPages(browserPath ?? '')
  }, 30_000)
  afterAll(() => pages.close())

  test('can be opened where the assistant says them, and stay words where they are none', async () => {
    const { office, page, wrong, address } = await pages.open({ width: 360 })
    await page.getByText('Kính chào').first().waitFor()
    const text = [
      'Bảng theo dõi, mở được trong 60 phút: /bang/aWQ.t3k.x-Y_z',
      'Hoặc mở trang mời (https://thidua.example.vn/moi/K7QF-2M9P).',
      'Bản gốc: /tep/a.b.c, gửi tệp: /gui/d.e.f.',
      'Kế hoạch 23/KH-UBND ngày 10/4/2024, http://a.vn, javascript:alert(1), và/hoặc/bang/x, mã DK-2024-0137',
    ].join('\n')
    await office.room.send('demo-official', { blocks: [{ kind: 'text', text }], buttons: [] }, once())
    await page.getByText('Bản gốc:').waitFor()
    const links = await page
      .locator('.line a')
      .evaluateAll((all) =>
        all.map((one) => [
          one.getAttribute('href'),
          one.textContent,
          one.getAttribute('rel'),
          one.getAttribute('target'),
        ]),
      )
    const hrefs = ['/bang/aWQ.t3k.x-Y_z', 'https://thidua.example.vn/moi/K7QF-2M9P', '/tep/a.b.c', '/gui/d.e.f']
    expect(links).toEqual(hrefs.map((href) => [href, href, 'noreferrer', '_blank']))
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)

    const [opened] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: '/bang/' }).click()])
    await opened.waitForLoadState()
    expect(opened.url()).toBe(`${address}/bang/aWQ.t3k.x-Y_z`)
    expect(wrong).toEqual([])
  })

  test('what a person types stays words', async () => {
    const { page } = await pages.open({ width: 360 })
    await page.getByText('Kính chào').first().waitFor()
    await page.getByRole('textbox').first().fill('https://thidua.example.vn/a')
    await page.keyboard.press('Enter')
    await page.getByText('Đã nghe: https://thidua.example.vn/a').waitFor()
    expect(await page.locator('.typed a').count()).toBe(0)
  })
})
