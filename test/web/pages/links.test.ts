import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLinks } from '../../../src/chat/links.ts'
import { systemClock } from '../../../src/clock.ts'
import { openPages } from '../../../src/open-pages.ts'
import type { Web } from '../../../src/web/web.ts'
import { type Commune, openCommune } from '../../dialogs/commune.ts'
import { openSmallOffice } from '../small-office.ts'

const minute = 60_000
const poor = { buttons: false, edit: false, filesIn: false, filesOut: false, photos: null }
const plan =
  'Số: 12/KH-UBND\n\nKẾ HOẠCH\nPhát động thi đua\n\nI. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị gửi đăng ký về Văn phòng trước ngày 20/4/2024.'

let commune: Commune
let web: Web
beforeEach(async () => {
  commune = await openCommune('2024-03-26T08:00:00+07:00', {}, poor)
  const { assistant, files, links } = commune.office
  web = (
    await openSmallOffice({
      pages: openPages({ assistant, files, links, channels: [{ name: 'zalo' }], realNow: systemClock.now }),
    })
  ).web
})
afterEach(() => commune.office.close())

const words = (heard: { text: string }[]) => heard.map(({ text }) => text).join('\n')
const askedBy = async (who: Commune['admin']) =>
  /https:\/\/thidua\.example\.vn(\/gui\/\S+)/u.exec(words(await who.says('/themkehoach')))?.[1] ?? ''
const post = (path: string, content: string | Uint8Array, name = 'ke-hoach.txt') => {
  const body = new FormData()
  body.append('file', new File([content as string], name))
  return web.request(path, { method: 'POST', body, headers: { accept: 'text/html' } })
}
const statusOf = async (path: string, method = 'GET') => (await web.request(path, { method })).status

describe('a signed link', () => {
  const flip = (part: string) => `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`
  test.each<[string, (parts: string[]) => string]>([
    ['another subject', ([subject = '', ...rest]) => [flip(subject), ...rest].join('.')],
    ['a later end', ([subject, , signature]) => [subject, 'zzzzzzz', signature].join('.')],
    ['another signature', ([subject, until, signature = '']) => [subject, until, flip(signature)].join('.')],
    ['a shorter signature', (parts) => parts.join('.').slice(0, -1)],
    ['no signature', ([subject, until]) => `${subject}.${until}`],
    ['something after it', (parts) => `${parts.join('.')}.x`],
    ['nothing but dots', () => '.x.'],
  ])('does not count with %s', async (_, change) => {
    const { links } = commune.office
    for (const [path, subject] of [
      ['/bang/', commune.admin.id],
      ['/gui/', 'account 1'],
      ['/tep/', `${'0'.repeat(64)} text/plain a.txt`],
    ] as const) {
      const purpose = path === '/bang/' ? 'dashboard' : path === '/gui/' ? 'upload' : 'file'
      const parts = links.path(purpose, subject, minute).slice(path.length).split('.')
      expect(await statusOf(`${path}${change(parts)}`)).toBe(404)
    }
  })

  test('opens no page but its own, and none of an installation with another secret', async () => {
    const { links } = commune.office
    const link = links.path('dashboard', commune.admin.id, minute)
    expect(await statusOf(link)).toBe(200)
    expect(await statusOf(link.replace('/bang/', '/gui/'))).toBe(404)
    expect(await statusOf(link.replace('/bang/', '/tep/'))).toBe(404)
    const other = createLinks({ secret: 'other', publicUrl: null, realNow: systemClock.now })
    expect(await statusOf(other.path('dashboard', commune.admin.id, minute))).toBe(404)
  })

  test('is not used up by a preview that fetches it', async () => {
    const { links } = commune.office
    const upload = await askedBy(commune.admin)
    const code = '/moi/K7QF-2M9P'
    for (const path of [upload, links.path('dashboard', commune.admin.id, minute), code, '/tracuu'])
      for (const method of ['HEAD', 'GET', 'HEAD']) expect([path, await statusOf(path, method)]).toEqual([path, 200])
    expect((await post(upload, plan)).status).toBe(200)
    expect(words(await commune.admin.hears())).toContain('Đã đọc được 1 mốc thời gian')
  })
})

describe('a link that takes a file', () => {
  test('takes one of two that come at once', async () => {
    const path = await askedBy(commune.admin)
    const answers = await Promise.all([post(path, plan), post(path, `${plan}\nHai.`), post(path, plan)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410])
    expect(words(await commune.admin.hears()).match(/Đã đọc được/gu)).toHaveLength(1)
  })

  test('refuses more than 20 MB in words, and stays good', async () => {
    const path = await askedBy(commune.admin)
    for (const megabytes of [20.5, 22]) {
      const answer = await post(path, new Uint8Array(megabytes * 1024 * 1024))
      expect(answer.status).toBe(413)
      expect(await answer.text()).toMatch(/20 MB/)
    }
    expect(await statusOf(path)).toBe(200)
  })

  test('brings the file to whoever asked, whoever opens it', async () => {
    const path = await askedBy(commune.admin)
    await commune.head.says('/hanchot')
    expect((await post(path, plan)).status).toBe(200)
    expect(words(await commune.admin.hears())).toContain('Đã đọc được')
    expect(words(await commune.head.hears())).not.toContain('Đã đọc được')
  })

  test('publishes nothing for somebody who has lost the role since', async () => {
    const path = await askedBy(commune.admin)
    const { store } = commune.office.database
    const member = await store.members.byId(commune.admin.id)
    for (const { unitId, role } of member?.memberships ?? [])
      await store.people.endRole({ personId: commune.admin.id, unitId, role })
    await post(path, plan)
    await commune.admin.hears()
    expect((await store.plans.list()).map(({ shortName }) => shortName)).toEqual(['thi đua 120 năm thành lập tỉnh'])
  })
})

describe('a file behind a link', () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const fetched = async (bytes: Uint8Array, mime: string, name = 'tệp') => {
    const { links, files } = commune.office
    return web.request(links.path('file', `${await files.keep(bytes)} ${mime} ${name}`, minute))
  }

  test.each<[string, Uint8Array, string, string, string]>([
    ['a picture', png, 'image/png', 'image/png', 'inline'],
    ['a picture under another name', png, 'text/html', 'image/png', 'inline'],
    ['HTML as a picture', html, 'image/png', 'application/octet-stream', 'attachment'],
    ['HTML', html, 'text/html', 'application/octet-stream', 'attachment'],
    ['SVG as a picture', svg, 'image/jpeg', 'application/octet-stream', 'attachment'],
    ['SVG', svg, 'image/svg+xml', 'application/octet-stream', 'attachment'],
    ['a script', Buffer.from('alert(1)'), 'text/javascript', 'application/octet-stream', 'attachment'],
    ['XML of a maker', html, 'application/vnd.x+xml', 'application/octet-stream', 'attachment'],
    ['a type with letters no header holds', html, 'ảnh/đẹp', 'application/octet-stream', 'attachment'],
    ['no type', html, '', 'application/octet-stream', 'attachment'],
    ['a PDF', Buffer.from('%PDF-1.4'), 'application/pdf', 'application/pdf', 'attachment'],
  ])('%s is given as what it is', async (_, bytes, mime, type, kind) => {
    const { status, headers } = await fetched(bytes, mime)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^${kind};`, 'u'))
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  test.each([
    ['quotation marks', `kế "hoạch" 'một'.docx`, `kế "hoạch" 'một'.docx`],
    ['line breaks', 'a\r\nset-cookie: x=1.txt', 'aset-cookie: x=1.txt'],
    ['marks that turn letters about', 'anh\u202Egnp.exe', 'anhgnp.exe'],
    ['a folder', '../../etc/passwd', 'passwd'],
    ['half a letter', 'a\uD800.txt', 'a\uFFFD.txt'],
    ['half of Unicode', '“Kế hoạch” (bản 1)*.pdf', '“Kế hoạch” (bản 1)*.pdf'],
  ])('a name with %s is one name', async (_, name, saved) => {
    const { status, headers } = await fetched(html, 'text/plain', name)
    expect(status).toBe(200)
    const told = headers.get('content-disposition') ?? ''
    expect(told).toMatch(/^attachment; filename\*=UTF-8''[\w.!~%-]+$/u)
    expect(decodeURIComponent(told.split("''")[1] ?? '')).toBe(saved)
  })
})
