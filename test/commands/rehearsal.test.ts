import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Commune, goes, openCommune } from '../dialogs/commune.ts'
import { deadlineWith } from '../domain/plan-drafts.ts'
import { readWorkbook, readZip } from '../papers/read-workbook.ts'
import { communeDraft, seedPlan } from '../store/seed-plan.ts'

let commune: Commune
beforeEach(async () => {
  commune = await openCommune('2024-03-27T09:12:00+07:00')
})
afterEach(() => commune.office.close())

const words = (heard: { text: string }[]) => heard.map(({ text }) => text).join('\n')

/** A report owed every quarter, before the 15th of the month after it, of a plan that runs through 2024. */
async function addQuarterlyReport() {
  const { store } = commune.office.database
  const unit = (await store.units.all()).find(({ parentId }) => parentId === null)
  const every = { every: 'quarter', month: null, day: 15, weekday: null, fromMonth: null, fromDay: null } as const
  const recurrence = { ...every, of: null, relation: 'before', latest: null } as const
  const undated = { on: null, lastDay: null, relation: null, written: false, task: 'Gửi báo cáo quý' } as const
  await seedPlan(store, {
    shortName: '=cmd|xanh, sạch',
    draft: { number: '19/KH-UBND', period: null },
    deadline: deadlineWith({ ...undated, kind: 'report', recurrence }),
    unitIds: [unit?.id ?? ''],
  })
}

async function lastFile() {
  const attachment = commune.office.channel.delivered(commune.admin.chat).at(-1)?.message.attachment
  return (await commune.office.files.bytes(attachment?.hash ?? '')) ?? new Uint8Array()
}

describe('the coming year of all plans', () => {
  test('is shown day by day, each plan with how many would hear', async () => {
    await addQuarterlyReport()
    const first = (await goes(commune.admin, '/kehoach', '[Diễn tập cả năm]')).at(-1)
    expect(first?.text.split('\n').slice(0, 5)).toEqual([
      expect.stringMatching(
        /^Diễn tập một năm tới của mọi kế hoạch đang thực hiện, trang 1\/\d+: .* không gửi tin\.$/u,
      ),
      '',
      'Thứ Sáu 29/03/2024',
      expect.stringMatching(/^ {2}=cmd\|xanh, sạch: nhắc 1 người việc “Gửi báo cáo quý”, trước ngày 15\/04$/u),
      '',
    ])
    expect(first?.text).toContain(
      'Thứ Ba 02/04/2024\n  Thi đua 120 năm thành lập tỉnh: nhắc 5 người việc “Đăng ký nội dung thi đua”, trước ngày 10/04',
    )
    expect(first?.buttons).toEqual(['Trang sau', 'Tệp Excel'])
    const second = (await commune.admin.presses('Trang sau')).at(-1)
    expect(second?.text).toContain('trang 2/')
    expect(second?.buttons).toContain('Trang trước')
  })

  test('is the same as a plan’s own where there is one plan', async () => {
    const all = words(await goes(commune.admin, '/kehoach', '[Diễn tập cả năm]'))
    const days = all.match(/\d\d\/\d\d\/2024/g) ?? []
    const own = words(await goes(commune.admin, '/kehoach 120 năm', '[Quản lý]', '[Thử lịch nhắc]'))
    expect(own.match(/\d\d\/\d\d\/2024/g)).toEqual(days)
  })

  test('says plainly that there is nothing ahead', async () => {
    await commune.office.database.store.plans.dropDeadline({ id: commune.plan.deadlineId, by: null, at: 0 })
    expect(words(await goes(commune.admin, '/kehoach', '[Diễn tập cả năm]'))).toBe(
      'Trong một năm tới không có lần nhắc nào theo các kế hoạch đang thực hiện.',
    )
  })

  test('is not shown to who is no admin any more', async () => {
    await commune.admin.says('/kehoach')
    const { store } = commune.office.database
    const member = await store.members.byId(commune.admin.id)
    for (const { unitId, role } of member?.memberships ?? [])
      await store.people.endRole({ personId: commune.admin.id, unitId, role })
    await store.people.addRole(
      { personId: commune.admin.id, unitId: member?.memberships[0]?.unitId ?? '', role: 'official' },
      0,
    )
    expect(words(await commune.admin.presses('Diễn tập cả năm'))).toBe('Chỉ bộ phận thường trực xem được diễn tập.')
  })
})

describe('as a file', () => {
  test('has a row a day and deadline, and the days of digests', async () => {
    await addQuarterlyReport()
    const heard = await goes(commune.admin, '/kehoach', '[Diễn tập cả năm]', '[Tệp Excel]')
    expect(heard.at(-1)?.text).toMatch(
      /^Tệp diễn tập một năm tới, mọi kế hoạch đang thực hiện: \d+ lần nhắc trong \d+ ngày\./u,
    )
    expect(heard.at(-1)?.attachment).toBe('dien-tap-2024-03-27.xlsx')
    const sheets = await readWorkbook(await lastFile())
    expect(Object.keys(sheets)).toEqual(['Diễn tập', 'Bản tin'])
    const rows = sheets['Diễn tập'] ?? []
    expect(rows[4]).toEqual(['STT', 'Ngày', 'Thứ', 'Giờ', 'Kế hoạch', 'Thời hạn', 'Bậc nhắc', 'Số người', 'Đơn vị'])
    expect(rows.slice(5, 7).map((row) => row.slice(2))).toEqual([
      [
        ...['Thứ Sáu', '07:30', '=cmd|xanh, sạch', 'Gửi báo cáo quý, kỳ quý I/2024: trước ngày 15/04/2024'],
        ...['14 ngày trước', 1, 'UBND xã Ea Mẫu'],
      ],
      [
        ...['Thứ Ba', '07:30', 'Thi đua 120 năm thành lập tỉnh', 'Đăng ký nội dung thi đua: trước ngày 10/04/2024'],
        ...['7 ngày trước', 5, 'UBND xã Ea Mẫu; Hội Nông dân xã; Văn phòng – thống kê xã'],
      ],
    ])
    const rungs = rows.slice(5).map((row) => row[6])
    expect(rungs).toContain('ngày cuối')
    expect(rungs).toContain('đã qua thời hạn')
    // Four rounds of the report lie ahead.
    const rounds = new Set(rows.flatMap((row) => /quý [IV]+\/\d{4}/u.exec(String(row[5]))?.[0] ?? []))
    expect([...rounds]).toEqual(['quý I/2024', 'quý II/2024', 'quý III/2024', 'quý IV/2024'])
    const digests = sheets['Bản tin'] ?? []
    expect(digests.slice(5, 7).map((row) => row.slice(2))).toEqual([
      ['Thứ Sáu', '15:30'],
      ['Thứ Hai', '07:30'],
    ])
    expect(digests.length).toBeGreaterThan(100)
  })

  test('keeps a name that looks like a formula a text, repeats its head, and prints on A4', async () => {
    await addQuarterlyReport()
    await goes(commune.admin, '/kehoach', '[Diễn tập cả năm]', '[Tệp Excel]')
    const parts = readZip(await lastFile())
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).not.toContain('<f>')
    expect(sheet).toMatch(/t="inlineStr"><is><t>=cmd\|xanh, sạch</u)
    expect(sheet).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(parts['xl/workbook.xml']).toContain("'Diễn tập'!$5:$5")
  })

  test('of one plan holds that plan', async () => {
    await addQuarterlyReport()
    const heard = await goes(commune.admin, '/kehoach 120 năm', '[Quản lý]', '[Thử lịch nhắc]', '[Tệp Excel]')
    expect(heard.at(-1)?.attachment).toBe('dien-tap-thi-dua-120-nam-thanh-lap-tinh-2024-03-27.xlsx')
    const rows = (await readWorkbook(await lastFile()))['Diễn tập'] ?? []
    expect(new Set(rows.slice(5).map((row) => row[4]))).toEqual(new Set(['Thi đua 120 năm thành lập tỉnh']))
  })

  test('is refused where the plan binds others too', async () => {
    const beside = await commune.office.person('Hồ Văn Sáu', { unit: 'Hội Nông dân xã', role: 'admin' })
    expect(words(await goes(beside, '/kehoach', '[Diễn tập cả năm]'))).toContain('không có lần nhắc nào')
  })

  test('is all there is of a year that is too large to page through', async () => {
    const { store } = commune.office.database
    const root = (await store.units.all()).find(({ parentId }) => parentId === null)?.id ?? ''
    const unitIds: string[] = []
    for (let number = 0; number < 520; number++)
      unitIds.push(await store.units.add({ parentId: root, name: `Thôn ${number}`, relation: 'subordinate' }))
    await seedPlan(store, { shortName: 'lớn', draft: { ...communeDraft, number: '20/KH-UBND' }, unitIds })
    await commune.office.person('Hồ Thị Bảy', { unit: 'Thôn 0', role: 'head' })
    const heard = await goes(commune.admin, '/kehoach', '[Diễn tập cả năm]')
    expect(words(heard)).toContain('hệ thống lập thành tệp')
    expect(heard.at(-1)?.attachment).toBe('dien-tap-2024-03-27.xlsx')
    const rows = (await readWorkbook(await lastFile()))['Diễn tập'] ?? []
    expect(rows.flat()).toContain('520 đơn vị')
  })
})
