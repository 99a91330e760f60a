import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createUploads } from '../../../src/take-upload.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { downloadRoutes } from '../../../src/web/pages/download-routes.ts'
import { uploadRoutes } from '../../../src/web/pages/upload-routes.ts'
import type { Web } from '../../../src/web/web.ts'
import { type Commune, openCommune } from '../../dialogs/commune.ts'
import { openSmallOffice } from '../small-office.ts'

const poor = { buttons: false, edit: false, filesIn: false, filesOut: false, photos: null }
const plan =
  'Số: 12/KH-UBND\n\nKẾ HOẠCH\nPhát động thi đua\n\nI. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị gửi đăng ký về Văn phòng trước ngày 20/4/2024.'

let commune: Commune
let web: Web
beforeEach(async () => {
  commune = await openCommune('2024-03-26T08:00:00+07:00', {}, poor)
  const { office } = commune
  const texts = createTexts()
  const uploads = createUploads({
    ...{ store: office.database.store, files: office.files },
    takeDown: office.assistant.loop.takeDown,
  })
  const pages = [
    ...uploadRoutes({ links: office.links, uploads, texts }),
    ...downloadRoutes({ links: office.links, fileBytes: office.files.bytes, texts }),
  ]
  web = (await openSmallOffice({ pages })).web
})
afterEach(() => commune.office.close())

const words = (heard: { text: string }[]) => heard.map(({ text }) => text).join('\n')
const pathIn = (heard: { text: string }[]) => /https:\/\/thidua\.example\.vn(\/\S+)/u.exec(words(heard))?.[1] ?? ''
const post = (path: string, content: string | Uint8Array, name = 'ke-hoach.txt', headers = {}) => {
  const body = new FormData()
  body.append('file', new File([content as string], name))
  return web.request(path, { method: 'POST', body, headers })
}
const page = async (answer: Response | Promise<Response>) => {
  const { status } = await answer
  return { status, text: await (await answer).text() }
}

describe('the page that takes a file', () => {
  test('brings it into the chat that asked, once', async () => {
    const path = pathIn(await commune.admin.says('/themkehoach'))
    expect(await page(web.request(path))).toMatchObject({ status: 200, text: expect.stringContaining('Tệp cần gửi') })
    expect(await page(post(path, plan))).toMatchObject({ status: 200, text: expect.stringContaining('Đã nhận tệp') })
    expect(words(await commune.admin.hears())).toContain('Đã đọc được 1 mốc thời gian')
    expect(await page(web.request(path))).toMatchObject({ status: 410, text: expect.stringContaining('đã được dùng') })
    expect(await page(post(path, plan))).toMatchObject({ status: 410 })
    expect(await commune.admin.hears()).toEqual([])
  })

  test('keeps its link where nothing usable came', async () => {
    const path = pathIn(await commune.admin.says('/themkehoach'))
    expect(await page(post(path, ''))).toMatchObject({ status: 400 })
    const program = await page(post(path, new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 9, 9]), 'ke-hoach.pdf'))
    expect(program).toMatchObject({ status: 415, text: expect.stringContaining('Loại tệp này không đọc được') })
    expect(await page(web.request(path))).toMatchObject({ status: 200 })
    expect((await post(path, plan)).status).toBe(200)
  })

  test('says the file’s name as words, without folders and marks that turn letters about', async () => {
    const path = pathIn(await commune.admin.says('/themkehoach'))
    const { text } = await page(post(path, plan, '../kế "hoạch" <b>\u202Etxt.exe.txt'))
    expect(text).toContain('kế &quot;hoạch&quot; &lt;b&gt;txt.exe.txt')
  })

  test('takes nothing from another site’s page', async () => {
    const path = pathIn(await commune.admin.says('/themkehoach'))
    expect((await post(path, plan, 'a.txt', { origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  test('does not open for a link that was changed, is for something else, or has expired', async () => {
    const path = pathIn(await commune.admin.says('/themkehoach'))
    const changed = path.replace(/.(?=[\w-]{5}$)/u, (sign) => (sign === 'a' ? 'b' : 'a'))
    const { links } = commune.office
    expect((await page(web.request(changed))).status).toBe(404)
    expect((await page(web.request(links.path('file', 'x', 1000).replace('/tep/', '/gui/')))).status).toBe(404)
    expect((await page(web.request(links.path('upload', 'x y', -5000)))).status).toBe(410)
  })
})

describe('a file behind a signed link', () => {
  const hashOf = (bytes: Uint8Array) => commune.office.files.keep(bytes)

  test('is fetched under its name, twice as platforms do', async () => {
    const hash = await hashOf(Buffer.from('giấy'))
    const path = commune.office.links.path('file', `${hash} application/msword Bản đăng ký số 1.doc`, 60_000)
    for (let time = 0; time < 2; time += 1) {
      const answer = await web.request(path)
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename*=UTF-8''${encodeURIComponent('Bản đăng ký số 1.doc')}`,
      )
      expect(await answer.text()).toBe('giấy')
    }
  })

  test('is not given for a changed link, nor after its time, nor when it is gone', async () => {
    const { links } = commune.office
    const hash = await hashOf(Buffer.from('giấy'))
    const path = links.path('file', `${hash} text/plain a.txt`, 60_000)
    expect((await web.request(path.replace('/tep/', '/tep/A'))).status).toBe(404)
    expect((await web.request(links.path('file', `${hash} text/plain a.txt`, -5000))).status).toBe(410)
    expect((await web.request(links.path('file', `${'0'.repeat(64)} text/plain a.txt`, 60_000))).status).toBe(410)
    const longer = path.split('.')
    expect((await web.request([longer[0], 'zzzzzzz', longer[2]].join('.'))).status).toBe(404)
  })
})
