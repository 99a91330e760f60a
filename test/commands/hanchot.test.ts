import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { deadlineWith } from '../domain/plan-drafts.ts'
import { communeDraft, registrationDeadline, seedPlan } from '../store/seed-plan.ts'

let office: Office
let lan: Speaker

const launch = deadlineWith({
  kind: 'launch',
  on: '2024-03-31',
  from: '2024-03-01',
  lastDay: '2024-03-31',
  relation: 'during',
  precision: 'month',
  section: 'II.3',
  actor: null,
  written: false,
  quote: 'Phát động trong tháng 3/2024.',
})
const review = deadlineWith({
  kind: 'final_review',
  on: '2024-11-30',
  from: '2024-11-01',
  lastDay: '2024-11-30',
  relation: 'during',
  precision: 'month',
  section: 'II.3',
  actor: null,
  written: false,
  quote: 'Tổng kết trong tháng 11/2024.',
})
const report = deadlineWith({
  kind: 'report',
  on: null,
  lastDay: null,
  relation: null,
  precision: 'none',
  section: 'III.1',
  written: false,
  quote: 'định kỳ báo cáo gửi về Phòng Nội vụ',
})

async function publish(shortName: string, deadlines: { deadline: typeof launch; bind: string[] }[], title = shortName) {
  const draft = { ...communeDraft, title, number: null }
  await office.database.store.plans.publish({
    ...{
      shortName,
      draft,
      identity: identityOf(draft, shortName),
      unique: false,
      file: null,
      by: null,
      at: office.clock.now(),
    },
    deadlines: deadlines.map(({ deadline, bind }) => ({
      deadline,
      audience: bind.map((unitId) => ({ unitId, subject: 'person' as const })),
    })),
  })
}

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  lan = await office.person('Nguyễn Thị Lan', { unit: 'Văn phòng xã', position: 'Công chức' })
})
afterEach(() => office.close())

const unitId = async () => (await office.database.store.units.all())[0]?.id ?? ''
const commune = async () =>
  publish('thi đua 120 năm thành lập tỉnh', [
    { deadline: launch, bind: [] },
    { deadline: review, bind: [] },
    { deadline: registrationDeadline, bind: [await unitId()] },
  ])

describe('what is due', () => {
  test('reads like the model, on the day of the model', async () => {
    await commune()
    const [heard] = await lan.says('/hanchot')
    expect(
      heard?.text,
    ).toBe(`Đồng chí còn 1 việc có thời hạn: đăng ký nội dung thi đua, gửi chậm nhất thứ Ba 09/04/2024.

TRONG 30 NGÀY TỚI
1. Đăng ký nội dung thi đua – hệ thống chưa ghi nhận
   Trước ngày 10/04, gửi chậm nhất thứ Ba 09/04, còn 14 ngày (10 ngày làm việc)
   Kế hoạch thi đua 120 năm thành lập tỉnh, khoản 4 Mục V

ĐỂ BIẾT
2. Phát động thi đua
   Trong tháng 3/2024, ngày làm việc cuối là thứ Sáu 29/03
   Kế hoạch thi đua 120 năm thành lập tỉnh, khoản 3 Mục II, không ghi đơn vị thực hiện
3. Tổng kết phong trào
   Trong tháng 11/2024, ngày làm việc cuối là thứ Sáu 29/11
   Kế hoạch thi đua 120 năm thành lập tỉnh, khoản 3 Mục II, không ghi đơn vị thực hiện`)
    expect(heard?.buttons).toEqual(['Đăng ký', 'Xem việc 1', 'Xem việc 2', 'Xem việc 3', 'Xem lịch'])
  })

  test.each(['hanchot', 'Hạn chót', 'hc', '/HC', 'thời hạn', 'han nop', '/hanchot'])(
    'is asked for as people type: %s',
    async (text) => {
      await commune()
      const [heard] = await lan.says(text)
      expect(heard?.text).toContain('gửi chậm nhất thứ Ba 09/04/2024')
    },
  )

  test('each line opens its clause, with the sentence word for word', async () => {
    await commune()
    await lan.says('hc')
    const [card] = await lan.presses('Xem việc 1')
    expect(card?.text).toContain(
      'Đăng ký nội dung thi đua, bằng văn bản\nThời hạn theo kế hoạch: trước ngày 10/04/2024\nGửi chậm nhất: hết giờ làm việc thứ Ba 09/04, còn 14 ngày (10 ngày làm việc)',
    )
    expect(card?.text).toContain('Căn cứ: khoản 4 Mục V')
    const [words] = await lan.presses('Xem nguyên văn')
    expect(words?.text).toContain(registrationDeadline.quote)
  })

  test('past and not recorded: said first, without blame', async () => {
    await commune()
    await office.moveTo('2024-04-15T08:00:00+07:00')
    const [heard] = await lan.says('hc')
    expect(heard?.text).toContain('ĐÃ QUA THỜI HẠN\n1. Đăng ký nội dung thi đua – hệ thống chưa ghi nhận')
    expect(heard?.text).not.toMatch(/chưa nộp|quá hạn/)
  })

  test('long lists come in pages of four', async () => {
    const bind = [await unitId()]
    await publish(
      'nhiều việc',
      [1, 2, 3, 4, 5, 6].map((number) => ({
        deadline: deadlineWith({
          ...report,
          on: `2024-05-0${number}`,
          lastDay: `2024-05-0${number}`,
          relation: 'by',
          precision: 'day',
        }),
        bind,
      })),
    )
    const [first] = await lan.says('hc')
    expect(first?.buttons).toEqual(['Báo cáo', 'Xem việc 1', 'Xem việc 2', 'Xem việc 3', 'Xem việc 4', 'Xem thêm'])
    const [second] = await lan.presses('Xem thêm')
    expect(second?.buttons).toEqual(['Báo cáo', 'Xem việc 5', 'Xem việc 6', 'Xem lịch'])
  })

  test('a day that the plan includes is said once', async () => {
    const day = { on: '2024-05-03', lastDay: '2024-05-03', relation: 'by' as const, precision: 'day' as const }
    await publish('một việc', [{ deadline: deadlineWith({ ...report, ...day }), bind: [await unitId()] }])
    const [heard] = await lan.says('hc')
    expect(heard?.text).toContain('   Gửi chậm nhất thứ Sáu 03/05, còn')
    expect(heard?.text).not.toContain('Chậm nhất ngày')
  })

  test('with nothing published it says so', async () => {
    const [heard] = await lan.says('hc')
    expect(heard?.text).toBe(
      'Hiện không có việc nào có thời hạn; chưa có kế hoạch nào đang thực hiện ghi ngày còn hiệu lực.',
    )
  })
})

describe('narrowed', () => {
  // biome-ignore format: a table keeps its columns
  const cases = [
    { say: 'and says so of the part asked for', text: 'han chot thang 11', has: 'Theo nội dung đồng chí hỏi, không có việc nào phải gửi.', not: 'Đồng chí không còn việc nào' },
    { say: 'to a month',                text: 'hạn chót tháng 11',   has: 'Tổng kết phong trào',           not: 'Đăng ký nội dung' },
    { say: 'to a month without marks',  text: 'han chot thang 4',    has: 'Đăng ký nội dung thi đua',      not: 'Tổng kết' },
    { say: 'to this week',              text: 'hanchot tuần này',    has: 'Phát động thi đua',             not: 'Tổng kết' },
    { say: 'to a quarter',              text: 'hanchot quý IV',      has: 'Tổng kết phong trào',           not: 'Đăng ký nội dung' },
    { say: 'to what is past',           text: 'hanchot quá hạn',     has: 'Không có việc nào đến hạn',     not: 'Đăng ký nội dung' },
    { say: 'to words of nothing known', text: '/hanchot xây cầu',    has: 'Không có kế hoạch hoặc đơn vị', not: 'Đăng ký nội dung' },
  ]
  test.each(cases)('$say: $text', async ({ text, has, not }) => {
    await commune()
    const [heard] = await lan.says(text)
    expect(heard?.text).toContain(has)
    expect(heard?.text).not.toContain(not)
  })

  test('to a plan, whose only open deadline opens at once', async () => {
    await publish('chuyển đổi số', [{ deadline: registrationDeadline, bind: [await unitId()] }])
    await publish('nông thôn mới', [{ deadline: review, bind: [] }])
    const [heard] = await lan.says('/hanchot chuyen doi so')
    expect(heard?.text).toContain('Thời hạn theo kế hoạch: trước ngày 10/04/2024')
  })

  test('a head sees the deadlines of a unit in their charge, and nobody else does', async () => {
    await commune()
    const head = await office.person('Trần Văn Bình', { unit: 'Văn phòng xã', role: 'head' })
    const other = await office.person('Lê Văn Cường', { unit: 'Trạm Y tế xã' })
    expect((await head.says('/hanchot van phong xa'))[0]?.text).toContain('Văn phòng xã')
    expect((await other.says('/hanchot van phong xa'))[0]?.text).toContain('Không có kế hoạch hoặc đơn vị')
  })
})

test('a plan without a day says so honestly, with the sentence and whom to ask', async () => {
  await publish('kinh tế xã hội', [{ deadline: report, bind: [] }], 'Phát động thi đua kinh tế - xã hội')
  const [heard] = await lan.says('/hanchot kinh te xa hoi')
  expect(heard?.text).toContain(
    'Kế hoạch kinh tế xã hội không ghi thời hạn còn hiệu lực. Khoản 1 Mục III ghi: “định kỳ báo cáo gửi về Phòng Nội vụ”.',
  )
})

test('a withdrawn plan’s old button says kindly why not', async () => {
  const { planId } = await seedPlan(office.database.store)
  await lan.says('hc')
  await office.database.transaction((store) =>
    store.plans.end({ planId, status: 'withdrawn', by: null, at: office.clock.now() }),
  )
  expect((await lan.presses('Xem việc 1'))[0]?.text).toContain('Mốc này không còn hiệu lực')
})

test('a stranger learns nothing but how to get a code', async () => {
  await commune()
  const guest = office.stranger('guest')
  expect((await guest.says('/hanchot'))[0]?.text).not.toContain('09/04')
})

test('in English it says the same', async () => {
  await commune()
  const ann = await office.person('Ann', { unit: 'Văn phòng xã', language: 'en' })
  const [heard] = await ann.says('/hanchot')
  expect(heard?.text).toContain('You have 1 thing due')
  expect(heard?.text).toContain('09/04/2024')
})
