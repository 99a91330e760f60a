import { afterEach, describe, expect, it } from 'vitest'
import { type LoadOffice, last, openLoadOffice, reviewAll, throughAudiences } from './load-office.ts'
import { planText } from './plan-texts.ts'

let opened: LoadOffice
afterEach(() => opened.office.close())

const later: [RegExp, string] = [/2024/gu, '2026']
/** The report goes to an office of the district, as in plans that copy last year's words. */
const toDistrict = planText([later, ['kết quả về Văn phòng HĐND và UBND xã', 'kết quả về Phòng Nội vụ huyện Cư Núi']])
const byCommune = planText([later, ['Trưởng các thôn và Hội Nông dân xã', 'UBND xã Ea Sol']])

const names = async () => {
  const [plan] = await opened.office.database.store.plans.list()
  const live = await opened.office.database.store.plans.deadlinesOf(plan?.id ?? '')
  return live.flatMap(({ deadline }) => deadline.formerly ?? [])
}

describe('a plan that names bodies of the old order', () => {
  it('asks once what the body is today, and shows the answer beside the old name', async () => {
    opened = await openLoadOffice('2026-03-05T08:00:00+07:00')
    const { admin, economist } = opened
    const asked = await reviewAll(admin, toDistrict)
    expect(asked.text).toContain(
      'Tên cũ 1/1: Phòng Nội vụ huyện Cư Núi đã kết thúc hoạt động từ ngày 01/07/2025. Nay là cơ quan, đơn vị nào?',
    )
    expect(asked.buttons.slice(0, 2)).toEqual(['UBND xã Ea Mẫu', 'Chờ xác nhận'])
    expect(last(await admin.says('PV')).text).toContain('Tên hiện nay cần từ 3 đến 120 ký tự')
    await admin.says('Phòng Văn hóa - Xã hội xã')
    await throughAudiences(admin, last(await admin.says('đường làng xanh')))
    await admin.presses('Công bố')
    expect(await names()).toEqual([
      { name: 'Phòng Nội vụ huyện Cư Núi', now: 'Phòng Văn hóa - Xã hội xã', since: '2025-07-01' },
    ])
    await economist.hears()
    const card = last(await economist.presses('Xem việc'))
    expect(card.text).toContain('Nơi nhận: Phòng Nội vụ huyện Cư Núi\n')
    expect(card.text).toContain(
      'Phòng Nội vụ huyện Cư Núi đã kết thúc hoạt động từ ngày 01/07/2025; nay là Phòng Văn hóa - Xã hội xã, theo xác nhận của bộ phận thường trực.',
    )
  })

  it('left open, people read that it is yet to be confirmed', async () => {
    opened = await openLoadOffice('2026-03-05T08:00:00+07:00')
    const { admin, economist } = opened
    await reviewAll(admin, toDistrict)
    await admin.presses('Chờ xác nhận')
    await throughAudiences(admin, last(await admin.says('đường làng xanh')))
    await admin.presses('Công bố')
    await economist.hears()
    expect(last(await economist.presses('Xem việc')).text).toContain(
      'Phòng Nội vụ huyện Cư Núi đã kết thúc hoạt động từ ngày 01/07/2025; nơi nhận thay thế đang chờ bộ phận thường trực xác nhận.',
    )
  })

  it('mapped later from the plan: those concerned hear it, the time stays', async () => {
    opened = await openLoadOffice('2026-03-05T08:00:00+07:00')
    const { admin, economist, farmers } = opened
    await reviewAll(admin, toDistrict)
    await admin.presses('Chờ xác nhận')
    await throughAudiences(admin, last(await admin.says('đường làng xanh')))
    await admin.presses('Công bố')
    await admin.presses('Xem kế hoạch')
    expect(last(await admin.presses('Quản lý')).buttons).toEqual([
      ...['Sửa thời hạn', 'Tên cũ', 'Thử lịch nhắc', 'Kết thúc', 'Thu hồi', 'Xem kế hoạch'],
    ])
    expect(last(await admin.presses('Tên cũ')).text).toBe(
      'Tên cũ 1/1: Phòng Nội vụ huyện Cư Núi đã kết thúc hoạt động từ ngày 01/07/2025. Chưa xác nhận nay là cơ quan, đơn vị nào.\nĐề nghị đồng chí chọn hoặc gõ tên hiện nay; chưa rõ thì để chờ xác nhận.',
    )
    const preview = last(await admin.says('Phòng Văn hóa - Xã hội xã'))
    expect(preview.text).toContain('nay là Phòng Văn hóa - Xã hội xã, theo xác nhận của bộ phận thường trực.')
    await economist.hears()
    await farmers.hears()
    expect(last(await admin.presses('Áp dụng')).text).toContain('đã gửi')
    const [news] = await economist.hears()
    expect(news?.text).toBe(
      'Kế hoạch đường làng xanh có nêu tên cũ của cơ quan, đơn vị; thời hạn không thay đổi.\nPhòng Nội vụ huyện Cư Núi đã kết thúc hoạt động từ ngày 01/07/2025; nay là Phòng Văn hóa - Xã hội xã, theo xác nhận của bộ phận thường trực.',
    )
    expect(await names()).toEqual([
      { name: 'Phòng Nội vụ huyện Cư Núi', now: 'Phòng Văn hóa - Xã hội xã', since: '2025-07-01' },
    ])
    const [plan] = await opened.office.database.store.plans.list()
    const live = await opened.office.database.store.plans.deadlinesOf(plan?.id ?? '')
    expect(live.every(({ revision }) => revision === 1)).toBe(true)
    const audit = await opened.office.database.store.audit.about(`plan:${plan?.id}`)
    expect(audit.map(({ action }) => action)).toContain('plan.bodies_named')
    await admin.presses('Quản lý')
    expect(last(await admin.presses('Tên cũ')).text).toContain('Đang ghi: nay là Phòng Văn hóa - Xã hội xã.')
    expect(last(await admin.presses('Phòng Văn hóa - Xã hội xã')).text).toContain('giữ nguyên như đang ghi')
  })

  it('an actor mapped later is bound, and told what is theirs', async () => {
    opened = await openLoadOffice('2026-03-05T08:00:00+07:00')
    const { admin, hamletHead } = opened
    await reviewAll(admin, planText([later, ['Trưởng các thôn và Hội Nông dân xã', 'Bệnh viện đa khoa huyện Cư Núi']]))
    await admin.presses('Chờ xác nhận')
    await throughAudiences(admin, last(await admin.says('đường làng xanh')))
    await admin.presses('Công bố')
    await hamletHead.hears()
    await admin.presses('Xem kế hoạch')
    await admin.presses('Quản lý')
    await admin.presses('Tên cũ')
    await admin.says('Thôn 1')
    await admin.presses('Áp dụng')
    expect((await hamletHead.hears()).map(({ text }) => text).join()).toContain(
      'Kế hoạch đường làng xanh có thêm việc: đăng ký',
    )
  })

  it('a commune of the catalogue comes with its name of today, never mapped silently', async () => {
    opened = await openLoadOffice('2026-03-05T08:00:00+07:00')
    const asked = await reviewAll(opened.admin, byCommune)
    expect(asked.text).toContain('Tên cũ 1/1: UBND xã Ea Sol')
    expect(asked.buttons.slice(0, 2)).toEqual(['UBND xã Ea Hiao', 'Chờ xác nhận'])
  })

  it('a dropped deadline, one that is past, and a plan of an earlier day ask nothing', async () => {
    opened = await openLoadOffice('2026-10-05T08:00:00+07:00')
    expect((await reviewAll(opened.admin, toDistrict)).text).toContain('đặt tên ngắn')
    await opened.office.close()
    opened = await openLoadOffice('2024-03-05T08:00:00+07:00')
    const before = toDistrict.replaceAll('2026', '2024')
    expect((await reviewAll(opened.admin, before)).text).toContain('đặt tên ngắn')
  })
})
