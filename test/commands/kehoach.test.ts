import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AudienceMember } from '../../src/domain/audience.ts'
import type { Deadline } from '../../src/domain/plan.ts'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { type Heard, type Office, openOffice, type Speaker } from '../chat/office.ts'
import { planText } from '../dialogs/plan-texts.ts'
import { deadlineWith } from '../domain/plan-drafts.ts'

let office: Office
let admin: Speaker
let head: Speaker
let official: Speaker
let stranger: Speaker
let hamlet: string

const last = (heard: Heard[]): Heard => heard.at(-1) ?? { text: '', buttons: [], attachment: null, edited: false }

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  const parent = 'UBND xã Ea Mẫu'
  admin = await office.person('Lê Thị Hồng', { unit: parent, role: 'admin' })
  head = await office.person('Y Bly Niê', { unit: 'Thôn 1', role: 'head', parent })
  official = await office.person('Đinh Thị Mai', { unit: 'Phòng Kinh tế', role: 'official', parent })
  stranger = office.stranger('Khách')
  hamlet = (await office.database.store.units.all()).find(({ name }) => name === 'Thôn 1')?.id ?? ''
})
afterEach(() => office.close())

type Publishing = {
  shortName?: string
  text?: string
  deadlines?: Deadline[]
  audience?: AudienceMember[]
  file?: boolean
}

/** Publishes without a chat: the plan's own deadlines, or those given, all binding the head's hamlet as a unit. */
async function publish({
  shortName = 'thi đua đường làng',
  text = planText(),
  deadlines,
  audience,
  file = false,
}: Publishing = {}) {
  const { draft, text: words } = readPlan(text)
  const bound = audience ?? [{ unitId: hamlet, subject: 'unit' as const }]
  const published = await office.database.store.plans.publish({
    ...{ shortName, draft, unique: true, by: admin.id, at: office.clock.now() },
    identity: identityOf(draft, words),
    file: file ? { hash: 'a'.repeat(64), name: 'ke-hoach.txt', mime: 'text/plain' } : null,
    deadlines: (deadlines ?? draft.deadlines).map((deadline) => ({ deadline, audience: bound })),
  })
  return published.planId
}

describe('/kehoach', () => {
  it('says honestly that there is none', async () => {
    expect(last(await official.says('/kehoach')).text).toBe(
      'Hiện chưa có kế hoạch nào đang thực hiện. Khi có kế hoạch mới, hệ thống sẽ thông báo.',
    )
  })

  it('is not for strangers', async () => {
    await publish()
    expect(last(await stranger.says('/kehoach')).text).not.toContain('đường làng')
  })

  it('lists plans in force, the nearest deadline first', async () => {
    await publish({
      shortName: 'thi đua mùa thu',
      text: planText([['18/KH', '19/KH']]),
      deadlines: [deadlineWith({ on: '2024-09-10', lastDay: '2024-09-09' })],
    })
    await publish({ deadlines: [deadlineWith()] })
    await publish({
      shortName: 'thi đua cũ',
      text: planText([['18/KH', '20/KH']]),
      deadlines: [deadlineWith({ on: '2024-01-10', lastDay: '2024-01-09' })],
    })
    const heard = last(await official.says('kế hoạch'))
    expect(heard.text).toBe(
      [
        'Có 3 kế hoạch đang thực hiện.',
        '1. Thi đua đường làng: đăng ký trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04',
        '2. Thi đua mùa thu: đăng ký trước ngày 10/09/2024, gửi chậm nhất thứ Hai 09/09',
        '3. Thi đua cũ: không còn thời hạn phía trước',
      ].join('\n'),
    )
    expect(heard.buttons).toEqual(['Xem 1', 'Xem 2', 'Xem 3'])
    expect(last(await admin.says('/kh')).buttons.at(-1)).toBe('Thêm kế hoạch')
  })

  it('more than a page is turned', async () => {
    for (const number of [1, 2, 3, 4, 5])
      await publish({
        shortName: `thi đua số ${number}`,
        text: planText([['18/KH', `${number}/KH`]]),
        deadlines: [deadlineWith({ lastDay: `2024-05-0${number}` })],
      })
    expect(last(await official.says('/kehoach')).buttons).toEqual(['Xem 1', 'Xem 2', 'Xem 3', 'Xem 4', 'Xem thêm'])
    expect(last(await official.presses('Xem thêm')).text).toContain('5. Thi đua số 5')
  })

  it('words open the one plan that they name, with or without marks; "kế hoạch tuần sau…" is speech', async () => {
    await publish()
    expect(last(await official.says('/kehoach duong lang')).text).toContain('Thi đua đường làng\nSố 18/KH-UBND')
    expect(last(await official.says('kế hoạch thi đua đường làng')).text).toContain('Số 18/KH-UBND')
    expect(last(await official.says('/kehoach hội trại')).text).toContain(
      'Chưa tìm thấy kế hoạch đang thực hiện nào theo “hội trại”',
    )
    expect(last(await official.says('kế hoạch thi đua đường làng bao giờ hết hạn')).text).not.toContain('Số 18/KH-UBND')
    expect(last(await official.says('kế hoạch tuần sau của anh thế nào')).text).not.toContain('Số 18/KH-UBND')
  })

  it("a plan's card: what it is, its deadlines, and the ways to the rest", async () => {
    await publish({ file: true })
    const card = last(await official.says('/kehoach đường làng'))
    expect(card.text.split('\n')).toEqual([
      'Thi đua đường làng',
      'Số 18/KH-UBND, Ủy ban nhân dân xã Ea Mẫu, ngày 04/03/2024',
      'Chủ đề: “Mỗi thôn một tuyến đường đẹp”',
      'Thời gian thi đua: từ ngày 10/03/2024 đến hết ngày 30/09/2024 (khoản 3 Mục II)',
      'THỜI HẠN',
      '1. Đăng ký nội dung thi đua: trước ngày 25/03/2024, gửi chậm nhất thứ Sáu 22/03 (khoản 1 Mục IV)',
      '2. Gửi báo cáo kết quả về Văn phòng HĐND và UBND xã: chậm nhất ngày 15/09/2024, gửi chậm nhất thứ Sáu 13/09 (khoản 2 Mục IV)',
      '3. Tổng kết phong trào thi đua: trong tháng 10/2024, ngày làm việc cuối là thứ Năm 31/10 (khoản 3 Mục IV)',
    ])
    expect(card.buttons).toEqual(['Đăng ký', 'Việc đơn vị', 'Nội dung', 'Tiêu chí', 'Bản gốc'])
    expect(last(await official.presses('Nội dung')).text).toContain(
      '1. Trồng và chăm sóc cây xanh dọc các tuyến đường. (khoản 1 Mục II)',
    )
    expect(last(await official.presses('Tiêu chí')).text).toContain(
      '1. Giấy khen của Chủ tịch Ủy ban nhân dân xã (khoản 1 Mục III)',
    )
    expect(last(await admin.says('/kehoach đường làng')).buttons).toHaveLength(6)
  })

  it('the tasks of my unit: deadlines that bind it, and sentences that name it', async () => {
    const [registration] = readPlan(planText()).draft.deadlines
    await publish({ deadlines: registration ? [registration] : [] })
    await head.says('/kehoach đường làng')
    expect(last(await head.presses('Việc đơn vị')).text).toBe(
      'VIỆC CỦA Thôn 1\nĐăng ký tuyến đường tự quản bằng văn bản gửi về Văn phòng HĐND và UBND xã, trước ngày 25/03/2024, gửi chậm nhất thứ Sáu 22/03 (khoản 1 Mục IV)',
    )
    await official.says('/kehoach đường làng')
    expect(last(await official.presses('Việc đơn vị')).text).toContain('VIỆC CỦA Phòng Kinh tế\n')
  })

  it('in English too', async () => {
    await publish()
    const guest = await office.person('Anna Nguyen', { unit: 'Phòng Kinh tế', language: 'en' })
    expect(last(await guest.says('/kehoach')).text).toContain('1 plan is in force.')
  })
})

describe('an admin changes a plan', () => {
  const open = async () => {
    await admin.says('/kehoach đường làng')
    return last(await admin.presses('Quản lý'))
  }

  it('corrects a deadline: previewed, then told to those concerned only, new day first', async () => {
    const planId = await publish({ deadlines: [deadlineWith()] })
    expect((await open()).buttons).toEqual(['Sửa thời hạn', 'Thử lịch nhắc', 'Kết thúc', 'Thu hồi', 'Xem kế hoạch'])
    await admin.presses('Sửa thời hạn')
    expect(last(await admin.presses('Mốc 1')).text).toContain(
      'Thời hạn đang ghi: trước ngày 10/04/2024 (khoản 4 Mục V).',
    )
    expect(last(await admin.says('mười hai giờ')).text).toContain('Hệ thống chưa hiểu “mười hai giờ” là thời hạn nào.')
    expect(last(await admin.says('10/4/2024')).text).toBe(
      'Thời hạn đồng chí nhập trùng với thời hạn đang ghi: trước ngày 10/04/2024.',
    )
    expect(last(await admin.says('20/4')).text).toContain('Căn cứ của thay đổi là văn bản nào?')
    const preview = last(await admin.says('khoản 1 Kế hoạch số 31/KH-UBND.'))
    expect(preview.text.split('\n')[0]).toBe('Tin gửi 1 người liên quan:')
    expect(await head.hears()).toEqual([])
    expect(last(await admin.presses('Áp dụng')).text).toBe(
      'Đã đổi thời hạn: trước ngày 20/04/2024. Đã báo 1 người; lịch nhắc theo thời hạn mới.',
    )
    const news = last(await head.hears())
    expect(news.text.split('\n')).toEqual([
      'Thời hạn đăng ký thi đua đường làng được gia hạn: trước ngày 20/04/2024, gửi chậm nhất thứ Sáu 19/04.',
      'Thời hạn cũ: trước ngày 10/04. Căn cứ: khoản 1 Kế hoạch số 31/KH-UBND.',
      'Hệ thống chưa ghi nhận đăng ký của đồng chí; lịch nhắc đã điều chỉnh.',
    ])
    expect(await official.hears()).toEqual([])
    const [deadline] = await office.database.store.plans.deadlinesOf(planId)
    expect(deadline).toMatchObject({ revision: 2, deadline: { on: '2024-04-20', lastDay: '2024-04-19' } })
    expect((await office.database.store.audit.about(`plan:${planId}`)).at(-1)).toMatchObject({
      action: 'plan.deadline_corrected',
      by: admin.id,
    })
  })

  it('who has it recorded already hears that nothing is left to do', async () => {
    const planId = await publish({ deadlines: [deadlineWith()] })
    const [deadline] = await office.database.store.plans.deadlinesOf(planId)
    const bound = { deadlineId: deadline?.id ?? '', subject: 'unit', subjectId: hamlet } as const
    await office.database.store.reminders.fulfil(bound, admin.id, office.clock.now(), 'received')
    await open()
    await admin.presses('Sửa thời hạn')
    await admin.presses('Mốc 1')
    await admin.says('5/4')
    await admin.presses('Bỏ qua')
    await admin.presses('Áp dụng')
    const news = last(await head.hears())
    expect(news.text).toContain('Thời hạn đăng ký thi đua đường làng được điều chỉnh sớm hơn: trước ngày 05/04/2024')
    expect(news.text).toContain('Hệ thống đã ghi nhận việc này; đồng chí không phải làm lại.')
    expect(news.buttons).not.toContain('Đăng ký')
  })

  it('enters the day of an event', async () => {
    const event = deadlineWith({
      ...{ kind: 'report', task: 'Gửi báo cáo', on: null, lastDay: null, relation: null, precision: 'event' },
      ...{ event: 'sau khi tổ chức Hội trại', offset: { days: 10, working: false, from: 'event' } },
    })
    await publish({ deadlines: [event, deadlineWith()] })
    expect((await open()).buttons).toContain('Nhập ngày')
    const asked = last(await admin.presses('Nhập ngày'))
    expect(asked.text.split('\n').slice(1)).toEqual(['1. Gửi báo cáo, trong 10 ngày kể từ sau khi tổ chức Hội trại'])
    await admin.presses('Mốc 1')
    await admin.says('15/5/2024')
    const preview = last(await admin.presses('Bỏ qua'))
    expect(preview.text).toContain(
      'Đã có thời hạn gửi báo cáo thi đua đường làng: chậm nhất ngày 25/05/2024, gửi chậm nhất thứ Sáu 24/05.',
    )
    await admin.presses('Áp dụng')
    expect(last(await head.hears()).text).toContain('chậm nhất ngày 25/05/2024')
  })

  it('a change that was overtaken is not applied', async () => {
    const planId = await publish({ deadlines: [deadlineWith()] })
    await open()
    await admin.presses('Sửa thời hạn')
    await admin.presses('Mốc 1')
    await admin.says('20/4')
    await admin.presses('Bỏ qua')
    const [deadline] = await office.database.store.plans.deadlinesOf(planId)
    const other = { deadline: deadlineWith({ on: '2024-05-01', lastDay: '2024-04-30' }), basis: null, by: null, at: 1 }
    await office.database.store.plans.correctDeadline({ id: deadline?.id ?? '', ...other })
    expect(last(await admin.presses('Áp dụng')).text).toContain('vừa được người khác thay đổi')
    expect((await office.database.store.plans.deadlinesOf(planId))[0]?.deadline.on).toBe('2024-05-01')
    expect(await head.hears()).toEqual([])
  })

  it.each([
    {
      button: 'Thu hồi',
      status: 'withdrawn',
      told: 'đã được thu hồi',
      done: 'Đã thu hồi kế hoạch thi đua đường làng; đã báo 1 người.',
    },
    {
      button: 'Kết thúc',
      status: 'closed',
      told: 'đã kết thúc',
      done: 'Đã kết thúc kế hoạch thi đua đường làng; đã báo 1 người.',
    },
  ] as const)(
    '$button: asked first, told to those bound, and pressing twice changes nothing',
    async ({ button, status, told, done }) => {
      const planId = await publish({ deadlines: [deadlineWith()] })
      await open()
      expect(last(await admin.presses(button)).text).toContain('Đồng chí có chắc không?')
      expect((await office.database.store.plans.byId(planId))?.status).toBe('in_force')
      expect(last(await admin.presses(button)).text).toBe(done)
      expect(last(await head.hears()).text).toContain(`Kế hoạch thi đua đường làng ${told}`)
      expect(last(await admin.presses(button)).text).toContain('không có gì thay đổi')
      expect((await office.database.store.plans.byId(planId))?.status).toBe(status)
      expect(await head.hears()).toEqual([])
      expect(last(await official.says('/kehoach')).text).toContain('Hiện chưa có kế hoạch nào')
    },
  )

  it('reminders follow the new day, and stop with the plan', async () => {
    await publish({ deadlines: [deadlineWith()] })
    await open()
    await admin.presses('Sửa thời hạn')
    await admin.presses('Mốc 1')
    await admin.says('trước 20/4')
    await admin.presses('Bỏ qua')
    await admin.presses('Áp dụng')
    await head.hears()
    const reminders = async () => (await head.hears()).filter(({ text }) => /^Còn|^⚠/u.test(text))
    // The old day would have reminded on 2 April.
    await office.moveTo('2024-04-04T18:00:00+07:00')
    expect(await reminders()).toEqual([])
    await office.moveTo('2024-04-05T18:00:00+07:00')
    // 18 April, Giỗ Tổ, is taken out.
    expect((await reminders()).map(({ text }) => text.split('\n')[0])).toEqual([
      'Còn 14 ngày (9 ngày làm việc) để đăng ký thi đua đường làng: trước ngày 20/04/2024, gửi chậm nhất thứ Sáu 19/04.',
    ])
    await open()
    await admin.presses('Thu hồi')
    await admin.presses('Thu hồi')
    await head.hears()
    await office.moveTo('2024-04-24T18:00:00+07:00')
    expect(await reminders()).toEqual([])
  })

  it('an admin of another unit may not, and is not offered it', async () => {
    await publish({ deadlines: [deadlineWith()] })
    const other = await office.person('Ngô Văn Bảy', { unit: 'Phòng Kinh tế', role: 'admin' })
    expect(last(await other.says('/kehoach đường làng')).buttons).not.toContain('Quản lý')
  })

  it('nobody else may, even with an old button', async () => {
    await publish({ deadlines: [deadlineWith()] })
    await open()
    await admin.presses('Thu hồi')
    await office.database.store.people.addRole({ personId: admin.id, unitId: hamlet, role: 'official' }, 1)
    for (const { unitId, role } of (await office.database.store.members.byId(admin.id))?.memberships ?? [])
      if (role === 'admin') await office.database.store.people.endRole({ personId: admin.id, unitId, role })
    expect(last(await admin.presses('Thu hồi')).text).toBe(
      'Chỉ bộ phận thường trực thi đua, khen thưởng được thay đổi kế hoạch.',
    )
    expect(await office.database.store.plans.list()).toHaveLength(1)
  })
})

describe('the rehearsal of a plan in force', () => {
  it('shows an admin whom it would remind on which mornings, page by page, and sends nothing', async () => {
    await publish({ text: planText() })
    await admin.says('/kehoach đường làng')
    await admin.presses('Quản lý')
    const first = last(await admin.presses('Thử lịch nhắc'))
    expect(first.text).toMatch(
      /^Thử lịch nhắc thi đua đường làng, trang 1\/\d: những người được nhắc nếu hệ thống chưa ghi nhận việc nào\. Đây là lịch thử, không gửi tin\.\n/,
    )
    expect(first.text).toMatch(/\nThứ .* \d\d\/\d\d\/2024: nhắc 1 người \(Y Bly Niê\), việc “Gửi báo cáo kết quả/)
    expect(first.text.split('\n').length).toBeLessThanOrEqual(9)
    const second = last(await admin.presses('Trang sau'))
    expect(second.edited).toBe(true)
    expect(second.text).toContain('trang 2/')
    expect(second.buttons).toContain('Trang trước')
    expect(await head.hears()).toEqual([])
    expect(last(await admin.presses('Xem kế hoạch')).text).toContain('THỜI HẠN')
  })

  it('is for those who may manage the plan, at the moment of pressing', async () => {
    await publish()
    await admin.says('/kehoach đường làng')
    await admin.presses('Quản lý')
    const { store } = office.database
    const root = (await store.units.all()).find(({ parentId }) => parentId === null)?.id ?? ''
    await store.people.endRole({ personId: admin.id, unitId: root, role: 'admin' })
    expect(last(await admin.presses('Thử lịch nhắc')).text).toContain('Chỉ bộ phận thường trực')
  })
})
