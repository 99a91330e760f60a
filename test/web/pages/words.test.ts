import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTexts } from '../../../src/texts/texts.ts'
import { invitationRoutes } from '../../../src/web/pages/invitation-routes.ts'
import { receiptRoutes } from '../../../src/web/pages/receipt-routes.ts'
import type { Web } from '../../../src/web/web.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from '../../dialogs/commune.ts'
import { openSmallOffice } from '../small-office.ts'

let commune: Commune
let web: Web
beforeEach(async () => {
  commune = await openCommune()
  const texts = createTexts()
  const pages = [
    ...invitationRoutes({
      joinLinks: (code) => [{ channel: 'telegram', link: `https://t.me/thidua_bot?start=${code}` }],
      typedChannels: ['zalo'],
      texts,
    }),
    ...receiptRoutes({
      receipt: commune.office.database.store.registrations.byCode,
      ...{ texts, zone: 'Asia/Ho_Chi_Minh', realNow: () => 0 },
    }),
  ]
  web = (await openSmallOffice({ pages })).web
})
afterEach(() => commune.office.close())

const get = async (path: string) => {
  const answer = await web.request(path)
  return { status: answer.status, text: await answer.text() }
}

describe('the page of an invitation', () => {
  test('shows the code, a way in for each channel and a picture to scan, and uses nothing up', async () => {
    const { status, text } = await get('/moi/k7qf-2m9p')
    expect(status).toBe(200)
    for (const part of [
      'K7QF-2M9P',
      'https://t.me/thidua_bot?start=K7QF-2M9P',
      'Mở Telegram',
      'Trên Zalo:',
      '<svg class="qr"',
    ])
      expect(text).toContain(part)
  })
  test('says to type the code where no channel has a link', async () => {
    const pages = invitationRoutes({ joinLinks: () => [], typedChannels: [], texts: createTexts() })
    const { web } = await openSmallOffice({ pages })
    const text = await (await web.request('/moi/K7QF-2M9P')).text()
    expect(text).toContain('mở cuộc trò chuyện với Trợ lý Thi đua của cơ quan, gõ mã này rồi gửi')
    expect(text).not.toContain('class="ways"')
  })
  test.each(['abc', '%3Cscript%3E', 'K7QF-2M9P-1'])('%s is no code', async (code) => {
    expect(await get(`/moi/${code}`)).toMatchObject({
      status: 404,
      text: expect.stringContaining('Liên kết không đúng'),
    })
  })
})

describe('the page of a receipt', () => {
  test('tells what is kept under a code, and names nobody', async () => {
    await goes(commune.lan, ...toPreview, '[Gửi]')
    const [kept] = await registrations(commune.office)
    const { status, text } = await get(`/tracuu?ma=${kept?.code.toLowerCase()}`)
    expect(status).toBe(200)
    for (const part of [
      'Có bản đăng ký <span class="code">DK-2024-0001</span>',
      'Chờ duyệt',
      '09:12 thứ Tư 27/03/2024',
      '1 nội dung, 1 chỉ tiêu',
    ])
      expect(text).toContain(part)
    expect(text).not.toMatch(/Lan|Nông dân/u)
  })
  test('says that a code is unknown, or none', async () => {
    expect(await get('/tracuu?ma=DK-2024-0999')).toMatchObject({ status: 404 })
    expect(await get('/tracuu?ma=<b>x')).toMatchObject({ status: 400, text: expect.stringContaining('&lt;B&gt;X') })
    expect((await get('/tracuu')).status).toBe(200)
  })
  test('is not for trying all codes', async () => {
    for (let time = 0; time < 30; time += 1) await get(`/tracuu?ma=DK-2024-${1000 + time}`)
    expect((await get('/tracuu?ma=DK-2024-0001')).status).toBe(429)
  })
})
