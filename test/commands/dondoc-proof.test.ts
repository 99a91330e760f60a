import { afterEach, describe, expect, test } from 'vitest'
import { goes } from '../dialogs/commune.ts'
import { openReporting, quarterly } from '../dialogs/reporting-commune.ts'
import { filesOf, openUrging, type Urging } from '../dialogs/urging-commune.ts'
import { linesOf, tableOf } from '../papers/open-paper.ts'
import { readWorkbook } from '../papers/read-workbook.ts'

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

describe('the proof of reminding', () => {
  let urging: Urging
  afterEach(() => urging.office.close())
  const lastOf = async () => (await filesOf(urging, urging.admin)).at(-1)
  const words = async () => linesOf((await lastOf())?.bytes ?? new Uint8Array())

  async function reminded() {
    urging = await openUrging('2024-03-26T07:00:00+07:00')
    const { admin, office } = urging
    // The ladder: 26 March, 2 April, 5 April, 8 April.
    await office.moveTo('2024-04-08T08:00:00+07:00')
    await goes(admin, '/dondoc', '[Xem 1]', '[Ghi lần nhắc]', 'Trạm Y tế xã', '[Điện thoại]', '[thứ Hai 08/04/2024]')
    await goes(admin, 'Lý Thị Sen', 'hẹn gửi chiều 08/04')
    await goes(admin, '[Ghi lần nhắc]', 'Trạm Y tế xã', '[Tại giao ban]', '5/4', '[Bỏ qua]', '[Bỏ qua]')
  }

  test('of a deadline has a row for each time, by chat, telephone and at a meeting, with hour and outcome', async () => {
    await reminded()
    await goes(urging.admin, '[In minh chứng]')
    const table = tableOf((await lastOf())?.bytes ?? new Uint8Array(), 0)
    expect(table[0]?.slice(1)).toEqual([
      ...['Đơn vị, cá nhân', 'Thời điểm', 'Hình thức', 'Người được nhắc, người nghe', 'Kết quả', 'Hiện trạng'],
    ])
    const station = table.filter((row) => row[1] === 'Trạm Y tế xã').map((row) => row.slice(2, 6))
    expect(station.filter(([, how]) => how?.startsWith('Tin nhắn')).length).toBeGreaterThanOrEqual(2)
    expect(station).toContainEqual(['thứ Sáu 05/04/2024', 'Tại giao ban', '', ''])
    expect(station).toContainEqual(['thứ Hai 08/04/2024', 'Điện thoại', 'Lý Thị Sen', 'hẹn gửi chiều 08/04'])
    expect(station.find(([, how]) => how?.startsWith('Tin nhắn'))).toEqual([
      ...[expect.stringMatching(/^07:30 thứ Ba 26\/03\/2024$/), expect.any(String), 'Lý Thị Sen', 'đã gửi'],
    ])
    expect(await words()).toContain('NGƯỜI LẬP BIỂU')
  })

  test('comes as a workbook too, with the same rows', async () => {
    await reminded()
    await goes(urging.admin, '[In minh chứng]')
    const printed = tableOf((await lastOf())?.bytes ?? new Uint8Array(), 0).slice(1)
    await goes(urging.admin, '[Bản Excel]')
    const sheet = (await readWorkbook((await lastOf())?.bytes ?? new Uint8Array()))['Đôn đốc'] ?? []
    expect(sheet.filter((row) => typeof row[0] === 'number')).toHaveLength(printed.length)
    expect((await lastOf())?.name).toMatch(/\.xlsx$/)
  })

  test('of a unit is asked for by its name, and never for one that is not in charge', async () => {
    await reminded()
    const [heard] = await urging.admin.says('/dondoc trạm y tế xã')
    expect(heard?.text).toContain('Minh chứng đôn đốc: Trạm Y tế xã')
    expect((await words()).filter((line) => line.includes('Kim Đồng'))).toEqual([])
    await goes(urging.admin, '/dondoc', '[Theo đơn vị]', 'kim đồng')
    expect((await words()).some((line) => line.startsWith('Đăng ký thi đua 120 năm thành lập tỉnh, trước ngày'))).toBe(
      true,
    )
    const { people } = urging.office.database.store
    await people.endRole({ personId: urging.admin.id, unitId: urging.root, role: 'admin' })
    const other = { unit: 'Trường Mầm non', parent: 'UBND xã Ea Mẫu' }
    const small = await urging.office.person('Y Thu', { ...other, role: 'admin' })
    expect(text(await small.says('/dondoc trạm y tế xã'))).not.toContain('Minh chứng')
  })

  test('shows nobody above as missing', async () => {
    await reminded()
    await goes(urging.admin, '[In minh chứng]')
    const table = tableOf((await lastOf())?.bytes ?? new Uint8Array(), 0)
    expect(table.filter((row) => row[1] === 'Đảng ủy xã' && row[2] === 'Chưa có lần nhắc nào')).toEqual([])
  })
})

test('rounds of what comes again are followed up apart', async () => {
  const { office, admin, deadlines } = await openReporting('2024-06-13T09:00:00+07:00', { report: quarterly })
  const [list] = await admin.says('/dondoc')
  expect(list?.text).toContain('Gửi báo cáo thi đua 120 năm thành lập tỉnh, quý II/2024')
  const { store } = office.database
  const by = { by: admin.id, at: office.clock.now(), heardBy: '', outcome: '', way: 'phone' as const }
  const unit = (await store.units.all()).find(({ name }) => name === 'Hội Nông dân xã')?.id ?? ''
  const about = { deadlineId: deadlines.reporting?.id ?? '', subject: 'unit' as const, subjectId: unit }
  await store.chases.addByHand({ ...about, ...by, round: '2024-Q1', day: '2024-03-13' })
  await store.chases.addByHand({ ...about, ...by, round: '2024-Q2', day: '2024-06-12' })
  const open = (list?.buttons ?? []).filter((label) => label.startsWith('Xem'))
  const texts = []
  for (const label of open) texts.push(text(await admin.presses(label)))
  const second = texts.find((one) => one.includes('quý II/2024')) ?? ''
  expect(second).toContain('12/06 gọi điện')
  expect(second).not.toContain('13/03 gọi điện')
  await office.close()
})

describe('the call list', () => {
  test('has the numbers that people gave, each person once, nobody above, and not whoever calls', async () => {
    const urging = await openUrging()
    const { admin, office, principal } = urging
    await office.database.store.people.setPhone(principal.id, '0262 382 1111')
    const [heard] = await goes(admin, '/dondoc', '[Xem 1]', '[Danh sách gọi]')
    expect(heard?.text).toContain('Danh sách gọi, 5 dòng')
    expect(heard?.text).toContain('4 dòng để trống số')
    const table = tableOf((await filesOf(urging, admin)).at(-1)?.bytes ?? new Uint8Array(), 0)
    expect(table.find((row) => row[1] === 'Võ Thị Mai, Hiệu trưởng')?.slice(2, 5)).toEqual([
      ...['Trường Tiểu học Kim Đồng', '0262\u00a0382\u00a01111'],
      'Đăng ký thi đua 120 năm thành lập tỉnh\nĐăng ký thi đua 120 năm thành lập tỉnh (bản của đơn vị)',
    ])
    expect(table.map((row) => row[1])).not.toContain('Hồ Văn Lực, Bí thư')
    await office.close()
  })
})

test('what the ladder says of one round stands under that round alone', async () => {
  const { office, admin, head, deadlines } = await openReporting('2024-06-03T07:00:00+07:00', { report: quarterly })
  // The round of June reminds on 7 and 11 June; the one of September has not begun.
  await office.moveTo('2024-06-12T09:00:00+07:00')
  const { chases } = office.database.store
  const chats = await chases.inChat(deadlines.reporting?.id ?? '')
  expect(new Set(chats.map(({ round }) => round))).toEqual(new Set(['2024-Q2']))
  expect(chats.some(({ personId }) => personId === head.id)).toBe(true)
  const [list] = await admin.says('/dondoc')
  const label = /(\d)\. Gửi báo cáo [^\n]*quý II\/2024/.exec(list?.text ?? '')?.[1]
  expect(text(await admin.presses(`Xem ${label}`))).toMatch(/\d\d\/06 nhắc đồng chí Y Bhôk Niê/)
  await admin.presses('In minh chứng')
  const bytes = (await filesOf({ office }, admin)).at(-1)?.bytes ?? new Uint8Array()
  expect(linesOf(bytes).some((line) => line.includes('quý II/2024'))).toBe(true)
  await office.close()
})
