import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/domain/plan.ts'
import { openPages } from '../../src/open-pages.ts'
import type { Web } from '../../src/web/web.ts'
import type { Speaker } from '../chat/office.ts'
import { type Commune, goes, openCommune, toPreview } from '../dialogs/commune.ts'
import { deadlineWith } from '../domain/plan-drafts.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { openSmallOffice } from '../web/small-office.ts'

const morning = '2024-04-05T08:00:00+07:00'
let commune: Commune
let web: Web
let realNow: number

async function openWeb() {
  const { assistant, files, links } = commune.office
  const pages = openPages({ assistant, files, links, channels: [], realNow: () => realNow })
  web = (await openSmallOffice({ pages })).web
}
beforeEach(async () => {
  realNow = Date.UTC(2026, 0, 5)
  commune = await openCommune(morning)
  await openWeb()
})
afterEach(() => commune.office.close())

const words = (heard: { text: string }[]) => heard.map(({ text }) => text).join('\n')
const pathIn = (text: string) => /https:\/\/thidua\.example\.vn(\/lich\/\S+\.ics)/u.exec(text)?.[1] ?? ''
/** Says /lich and chooses; gives the path of the address that came with it. */
const addressFor = async (who: Speaker, ...more: string[]) => pathIn(words(await goes(who, '/lich', ...more)))
const get = (path: string, headers: Record<string, string> = {}) => web.request(path, { headers })
const statusOf = async (path: string) => (await get(path)).status

type Shown = { uid: string; title: string; day: string; text: string; sequence: number; status: string }
function eventsIn(text: string): Shown[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const { uid, summary: title, startDate, description, sequence } = new ICAL.Event(component)
    const status = String(component.getFirstPropertyValue('status'))
    return { uid, title, day: startDate.toString(), text: description, sequence, status }
  })
}
const feed = async (path: string) => eventsIn(await (await get(path)).text())

async function fileOf(who: Speaker): Promise<Shown[]> {
  const attachment = commune.office.channel.delivered(who.chat).at(-1)?.message.attachment
  const bytes = await commune.office.files.bytes(attachment?.hash ?? '')
  return eventsIn(new TextDecoder().decode(bytes ?? new Uint8Array()))
}

const correct = async (changes: Partial<Deadline>) => {
  const { store } = commune.office.database
  const was = await store.plans.deadlineById(commune.plan.deadlineId)
  if (!was) throw new Error('There is no deadline.')
  const deadline = { ...was.deadline, ...changes }
  await store.plans.correctDeadline({ id: was.id, deadline, basis: null, by: null, at: realNow })
}

describe('/lich', () => {
  test.each(['lich', 'lịch nhắc', 'lich nhac', 'Lịch thời hạn', 'lich thoi han', 'lichnhac'])(
    '%s sends an official the file and an address',
    async (typed) => {
      const [heard] = await commune.lan.says(typed)
      expect(heard?.text).toContain(
        'Lịch thời hạn của đồng chí có 1 việc; gần nhất: đăng ký thi đua 120 năm thành lập tỉnh, thứ Ba 09/04/2024.',
      )
      expect(heard?.text).toMatch(/\nhttps:\/\/thidua\.example\.vn\/lich\/[\w-]{43}\.ics\n/)
      expect(heard?.text).toMatch(/webcal:\/\/thidua\.example\.vn\/lich\/[\w-]{43}\.ics/)
      expect(heard).toMatchObject({ attachment: 'lich-thoi-han.ics', buttons: ['Đổi địa chỉ', 'Thôi địa chỉ'] })
    },
  )

  test('says clause, sentence, place and state of each deadline', async () => {
    await commune.lan.says('/lich')
    const [one, ...others] = await fileOf(commune.lan)
    expect(others).toEqual([])
    expect(one).toMatchObject({ day: '2024-04-09', status: 'CONFIRMED', sequence: 0 })
    expect(one?.title).toBe('Hạn đăng ký: thi đua 120 năm thành lập tỉnh')
    expect(one?.text.split('\n')).toEqual([
      'Thời hạn theo kế hoạch: trước ngày 10/04/2024',
      'Gửi chậm nhất thứ Ba 09/04/2024',
      'Nơi nhận: Hội đồng Thi đua - Khen thưởng xã (qua Văn phòng – thống kê xã)',
      'Hệ thống chưa ghi nhận.',
      'Căn cứ: khoản 4 Mục V, kế hoạch thi đua 120 năm thành lập tỉnh',
      expect.stringMatching(/^“Các đoàn thể, thôn, buôn .* trước ngày 10\/4\/2024\.”$/u),
    ])
  })

  test('asks a head which calendar, and gives the unit’s with counts and no names', async () => {
    const [asked] = await commune.head.says('/lich')
    expect(asked?.text).toContain('2. Lịch Hội Nông dân xã: các thời hạn và số liệu, không ghi họ tên')
    const [heard] = await commune.head.presses('Lấy lịch 2')
    expect(heard?.text).toContain('Lịch thời hạn của Hội Nông dân xã có 1 việc')
    expect(heard?.buttons).toEqual(['Đổi địa chỉ', 'Thôi địa chỉ', 'Bảng tin để in'])
    const [one] = await fileOf(commune.head)
    expect(one?.title).toBe('Hạn đăng ký: thi đua 120 năm thành lập tỉnh, Hội Nông dân xã')
    expect(one?.text).toContain('Đã ghi nhận 0/4.')
    expect(JSON.stringify(one)).not.toMatch(/Lan|Hoa|Bhôk/u)
  })

  test('gives a head their own too: theirs, and what they draw up for the unit', async () => {
    await goes(commune.head, '/lich', '[Lấy lịch 1]')
    expect((await fileOf(commune.head)).map(({ title }) => title).sort()).toEqual([
      'Hạn đăng ký: thi đua 120 năm thành lập tỉnh',
      'Hạn đăng ký: thi đua 120 năm thành lập tỉnh, Hội Nông dân xã',
    ])
  })

  test('leads to the sheet for the notice board', async () => {
    await goes(commune.head, '/lich', '[Lấy lịch 2]')
    const said = words(await commune.head.presses('Bảng tin để in'))
    expect(said).toMatch(/https:\/\/thidua\.example\.vn\/bang\/\S+\/bang-tin/)
  })

  test('comes as a link that opens a calendar where a channel takes no files', async () => {
    await commune.office.close()
    commune = await openCommune(morning, {}, { filesOut: false })
    await openWeb()
    const path = /https:\/\/thidua\.example\.vn(\/tep\/\S+)/u.exec(words(await commune.lan.says('/lich')))?.[1] ?? ''
    const answer = await get(path)
    expect(answer.headers.get('content-type')).toBe('text/calendar')
    expect(answer.headers.get('content-disposition')).toContain('lich-thoi-han.ics')
    expect(eventsIn(await answer.text())).toHaveLength(1)
  })

  test('speaks the language of its reader', async () => {
    const ann = await commune.office.person('Ann', { unit: 'Hội Nông dân xã', language: 'en' })
    expect(words(await ann.says('/lich'))).toContain('Your calendar has 1 deadline: register for thi đua 120 năm')
    expect((await fileOf(ann))[0]?.title).toBe('Register by: thi đua 120 năm thành lập tỉnh')
  })

  test('a stranger learns only how to get in', async () => {
    const [heard] = await commune.office.stranger('x').says('/lich')
    expect(heard?.attachment).toBeNull()
  })
})

describe('an address', () => {
  test('is a calendar for programs', async () => {
    const answer = await get(await addressFor(commune.lan))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(eventsIn(await answer.text())).toEqual(await fileOf(commune.lan))
  })

  test('is the same again until something changes', async () => {
    const path = await addressFor(commune.lan)
    const etag = (await get(path)).headers.get('etag') ?? ''
    realNow += 3_600_000
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get(path, { 'if-none-match': known })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    await correct({ on: '2024-04-20', lastDay: '2024-04-19' })
    const changed = await get(path, { 'if-none-match': etag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
  })

  test('is kept as a hash, and said once', async () => {
    const secret = (await addressFor(commune.lan)).slice('/lich/'.length, -'.ics'.length)
    const { store } = commune.office.database
    expect(await store.calendars.find(secret)).toMatchObject({ personId: commune.lan.id, ended: false })
    const again = words(await commune.lan.says('/lich'))
    expect(again).toContain('Địa chỉ để lịch tự cập nhật đã cấp ngày')
    expect(again).not.toContain(secret)
  })

  test('outlives the process', async () => {
    const path = await addressFor(commune.lan)
    await commune.office.restart()
    await openWeb()
    expect(await statusOf(path)).toBe(200)
  })

  test('is renewed: the old one dies', async () => {
    const old = await addressFor(commune.lan)
    const renewed = pathIn(words(await commune.lan.presses('Đổi địa chỉ')))
    expect(renewed).not.toBe(old)
    expect([await statusOf(old), await statusOf(renewed)]).toEqual([410, 200])
  })

  test('is given up, and may be had again', async () => {
    const old = await addressFor(commune.lan)
    expect(words(await commune.lan.presses('Thôi địa chỉ'))).toContain('hết tác dụng')
    expect(await statusOf(old)).toBe(410)
    expect(words(await commune.lan.presses('Thôi địa chỉ'))).toContain('không có địa chỉ lịch nào')
    expect(await statusOf(pathIn(words(await commune.lan.presses('Lấy địa chỉ'))))).toBe(200)
  })

  test('of one’s own and of the unit are two', async () => {
    const own = await addressFor(commune.head, '[Lấy lịch 1]')
    const unit = await addressFor(commune.head, '[Lấy lịch 2]')
    await commune.head.presses('Thôi địa chỉ')
    expect([await statusOf(own), await statusOf(unit)]).toEqual([200, 410])
  })

  test('of a unit is counted anew after ten minutes', async () => {
    const path = await addressFor(commune.head, '[Lấy lịch 2]')
    const counts = async () => (await feed(path)).map(({ text }) => /Đã ghi nhận \d\/\d/u.exec(text)?.[0])
    expect(await counts()).toEqual(['Đã ghi nhận 0/4'])
    await goes(commune.lan, ...toPreview, '[Gửi]')
    expect(await counts()).toEqual(['Đã ghi nhận 0/4'])
    realNow += 600_001
    expect(await counts()).toEqual(['Đã ghi nhận 1/4'])
  })

  test('dies with its person', async () => {
    const path = await addressFor(commune.lan)
    await commune.office.database.store.people.leave(commune.lan.id, realNow)
    expect(await statusOf(path)).toBe(410)
  })

  test('of a unit dies with the role; the own one stands', async () => {
    const own = await addressFor(commune.head, '[Lấy lịch 1]')
    const unit = await addressFor(commune.head, '[Lấy lịch 2]')
    const { store } = commune.office.database
    const member = await store.members.byId(commune.head.id)
    for (const { unitId, role } of member?.memberships ?? [])
      await store.people.endRole({ personId: commune.head.id, unitId, role })
    expect([await statusOf(own), await statusOf(unit)]).toEqual([200, 410])
    expect(words(await commune.head.presses('Lấy lịch 2'))).toContain('không xem được lịch của đơn vị này')
  })

  test.each(['/lich/x.ics', `/lich/${'A'.repeat(43)}.ics`, '/lich/%00.ics', "/lich/' or 1=1.ics"])(
    'that nobody was given (%s) opens nothing, and is not tried without end',
    async (path) => {
      expect(await statusOf(path)).toBe(404)
      for (let count = 0; count < 40; count++) await get(path)
      expect(await statusOf(path)).toBe(429)
      realNow += 600_001
      expect(await statusOf(path)).toBe(404)
    },
  )

  test('is not fetched without end', async () => {
    const path = await addressFor(commune.lan)
    for (let count = 0; count < 30; count++) await get(path)
    const refused = await get(path)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600'])
  })
})

describe('a calendar follows', () => {
  test('a moved deadline: the same event, a newer version', async () => {
    const path = await addressFor(commune.lan)
    const [before] = await feed(path)
    await correct({ on: '2024-04-20', lastDay: '2024-04-19' })
    expect(await feed(path)).toMatchObject([{ uid: before?.uid, day: '2024-04-19', sequence: 1, status: 'CONFIRMED' }])
  })

  test('what is recorded: said in the title', async () => {
    const path = await addressFor(commune.lan)
    await goes(commune.lan, ...toPreview, '[Gửi]')
    expect(await feed(path)).toMatchObject([
      { title: 'Hạn đăng ký: thi đua 120 năm thành lập tỉnh (đã ghi nhận)', sequence: 1 },
    ])
  })

  test('a withdrawn plan: called off', async () => {
    const path = await addressFor(commune.lan)
    const { store } = commune.office.database
    await store.plans.end({ planId: commune.plan.planId, status: 'withdrawn', by: null, at: realNow })
    expect(await feed(path)).toMatchObject([
      { status: 'CANCELLED', sequence: 1, title: expect.stringMatching(/^Không còn hiệu lực: Hạn đăng ký/u) },
    ])
    // Who asks only now is not told of what they never had.
    expect(await feed(await addressFor(commune.clerkOfOffice))).toEqual([])
  })

  test('a dropped deadline: called off', async () => {
    const path = await addressFor(commune.lan)
    await commune.office.database.store.plans.dropDeadline({ id: commune.plan.deadlineId, by: null, at: realNow })
    expect(await feed(path)).toMatchObject([{ status: 'CANCELLED', sequence: 1 }])
  })

  test('a new time in place of a file that was taken home', async () => {
    await commune.lan.says('/lich')
    await correct({ on: '2024-04-20', lastDay: '2024-04-19' })
    await commune.lan.says('/lich')
    expect(await fileOf(commune.lan)).toMatchObject([{ day: '2024-04-19', sequence: 1 }])
  })

  test('the unit’s own day, beside the plan’s', async () => {
    const { store } = commune.office.database
    const member = await store.members.byId(commune.head.id)
    const unitId = member?.memberships[0]?.unitId ?? ''
    const { deadlineId } = commune.plan
    await store.extensions.setInternal({ deadlineId, unitId, day: '2024-04-05' }, commune.head.id, realNow)
    const path = await addressFor(commune.lan)
    expect((await feed(path)).map(({ day, title }) => [day, title])).toEqual([
      ['2024-04-05', 'Hạn nội bộ do Hội Nông dân xã đặt: đăng ký thi đua 120 năm thành lập tỉnh'],
      ['2024-04-09', 'Hạn đăng ký: thi đua 120 năm thành lập tỉnh'],
    ])
  })

  test('an hour of the day: that instant, wherever the process runs', async () => {
    await correct({ on: '2024-04-10', lastDay: '2024-04-10', time: '16:00' })
    await commune.lan.says('/lich')
    const [one] = await fileOf(commune.lan)
    expect(one?.day).toBe('2024-04-10T09:00:00Z')
    expect(one?.text).toContain('trước 16:00 ngày 10/04/2024')
  })

  test('what comes again: every round of the coming year, those sent marked by round', async () => {
    const every = { every: 'quarter', month: null, day: 15, weekday: null, fromMonth: null, fromDay: null } as const
    const recurrence = { ...every, of: null, relation: 'before', latest: null } as const
    await seedPlan(commune.office.database.store, {
      ...{ shortName: 'nông thôn mới', draft: { number: '19/KH-UBND', period: null } },
      deadline: deadlineWith({ kind: 'report', on: null, lastDay: null, relation: null, recurrence }),
    })
    await commune.lan.says('/lich')
    const reports = (await fileOf(commune.lan)).filter(({ title }) => title.startsWith('Hạn báo cáo'))
    expect(reports.map(({ day }) => day)).toEqual([
      ...['2024-04-12', '2024-07-12', '2024-10-14', '2025-01-14', '2025-04-14'],
    ])
    expect(reports[0]?.title).toBe('Hạn báo cáo: nông thôn mới, kỳ quý I/2024')
    expect(new Set(reports.map(({ uid }) => uid)).size).toBe(5)
  })

  test('a day off: the working day before it, and both in words', async () => {
    await correct({ on: '2024-04-14', lastDay: '2024-04-13' })
    await commune.lan.says('/lich')
    const [one] = await fileOf(commune.lan)
    expect(one?.day).toBe('2024-04-12')
    expect(one?.text).toContain('Gửi chậm nhất thứ Sáu 12/04/2024')
    expect(one?.text).toContain('Ngày cuối theo kế hoạch là thứ Bảy 13/04/2024, ngày nghỉ.')
  })
})
