import { afterEach, describe, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations } from '../dialogs/commune.ts'
import { linesOf } from '../papers/open-paper.ts'
import { readWorkbook } from '../papers/read-workbook.ts'
import { seedRegistration } from '../store/seed-registration.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

/** The bytes of the last file that the admin was sent. */
async function lastFile(): Promise<Uint8Array> {
  const sent = commune.office.channel.delivered(commune.admin.chat).flatMap(({ message }) => message.attachment ?? [])
  return (await commune.office.files.bytes(sent.at(-1)?.hash ?? '')) ?? new Uint8Array()
}

/** Lan's registration, approved and taken in. */
async function received() {
  commune = await openCommune()
  const { store } = commune.office.database
  const unitId = (await store.units.all()).find(({ name }) => name === 'Hội Nông dân xã')?.id ?? ''
  const { lan, admin, plan } = commune
  await seedRegistration(store, { ...plan, unitId, personId: lan.id, by: lan.id, state: 'received' })
  return { store, unitId, admin }
}

describe('the table of a plan', () => {
  test.each(['/tonghop', 'tổng hợp', 'tong hop'])('“%s” asks which, and sends it with its totals', async (typed) => {
    await received()
    const [asked] = await commune.admin.says(typed)
    expect(asked?.text).toContain('1. thi đua 120 năm thành lập tỉnh')
    expect(asked?.buttons.slice(0, 2)).toEqual(['Chọn 1', 'Thống kê 2024'])
    const heard = await commune.admin.says('1')
    expect(heard.at(-1)).toMatchObject({
      attachment: 'tong-hop-thi-dua-120-nam-thanh-lap-tinh-2024-03-27.xlsx',
      buttons: ['Bản Word', 'Trình Hội đồng'],
    })
    expect(heard.at(-1)?.text).toContain('1/3 đơn vị đã có đăng ký.\nTổng số 1 bản đăng ký, 1 người.')
    expect(heard.at(-1)?.text).toContain('Đã tiếp nhận 1, đã tổng hợp 0, đang chờ 0.')
  })

  test('the file holds the same totals', async () => {
    await received()
    await goes(commune.admin, '/tonghop', '1')
    const sheets = await readWorkbook(await lastFile())
    const total = sheets['Theo đơn vị']?.find((row) => row[1] === 'Tổng cộng')
    expect(total?.slice(2, 5)).toEqual([5, 1, 1])
    const names = sheets['Theo cá nhân']?.map((row) => row[1])
    expect(names).toContain('Nguyễn Thị Lan')
  })

  test('the same comes as the appendix of a submission, as long as it is kept', async () => {
    await received()
    const [word] = await goes(commune.admin, '/tonghop', '1', '[Bản Word]')
    expect(word?.attachment).toBe('tong-hop-thi-dua-120-nam-thanh-lap-tinh-2024-03-27.docx')
    const lines = linesOf(await lastFile())
    expect(lines.slice(0, 2)).toEqual(['Phụ lục I', 'TỔNG HỢP ĐĂNG KÝ THI ĐUA'])
    await commune.office.files.drop(await lastFile())
    expect(text(await commune.admin.pressesOld('Bản Word', 0))).toContain('Bảng này đã cũ')
  })

  test('a year typed gives its statistics', async () => {
    await received()
    const heard = await goes(commune.admin, '/tonghop', 'năm 2024')
    expect(heard.at(-1)?.text).toContain('năm 2024, từ 1 bản đăng ký')
    expect(heard.at(-1)?.attachment).toBe('thong-ke-dang-ky-2024.xlsx')
  })

  test('words that name no plan are asked about', async () => {
    await received()
    expect(text(await goes(commune.admin, '/tonghop', 'hoa hậu'))).toContain('“hoa hậu” chưa rõ là kế hoạch nào.')
  })

  test.each(['lan', 'clerk'] as const)('%s is told who can', async (who) => {
    commune = await openCommune()
    expect(text(await commune[who].says('/tonghop'))).not.toContain('kế hoạch nào')
  })

  test('an admin of a part of the agency has that part', async () => {
    await received()
    const other = await commune.office.person('Y Thu', {
      unit: 'Trường Tiểu học',
      parent: 'UBND xã Ea Mẫu',
      role: 'admin',
    })
    const heard = await goes(other, '/tonghop', '1')
    expect(heard.at(-1)?.text).toContain('Tổng số 0 bản đăng ký, 0 người.')
    expect(heard.at(-1)?.buttons).toEqual(['Bản Word'])
  })
})

describe('put before the council', () => {
  test('after one more question, and the authors hear of it once', async () => {
    await received()
    const [asked] = await goes(commune.admin, '/tonghop', '1', '[Trình Hội đồng]')
    expect(asked?.text).toContain('trình Hội đồng 1 bản đăng ký đã tiếp nhận')
    expect(text(await commune.admin.presses('Xác nhận'))).toContain('✓ Đã ghi: 1 bản đăng ký')
    expect((await registrations(commune.office))[0]).toMatchObject({ state: 'aggregated' })
    const told = await commune.lan.hears()
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('Đã tổng hợp, trình Hội đồng 1 bản đăng ký DK-2024-0001')
    expect(text(await commune.admin.pressesOld('Xác nhận', 0))).toContain('không có bản đăng ký nào đã tiếp nhận')
    expect(await commune.lan.hears()).toEqual([])
  })

  test('the authors can change it no more', async () => {
    await received()
    await goes(commune.admin, '/tonghop', '1', '[Trình Hội đồng]', '[Xác nhận]')
    expect(text(await commune.lan.says('/rutdangky'))).not.toContain('Rút bản đăng ký DK')
  })

  test('an admin who is one no more is refused on an old button', async () => {
    await received()
    await goes(commune.admin, '/tonghop', '1', '[Trình Hội đồng]')
    const root = (await commune.office.database.store.units.all()).find(({ parentId }) => parentId === null)
    await commune.office.database.store.people.endRole({
      ...{ personId: commune.admin.id, unitId: root?.id ?? '', role: 'admin' },
    })
    await commune.admin.presses('Xác nhận')
    expect((await registrations(commune.office))[0]).toMatchObject({ state: 'received' })
  })
})

describe('a khối or cụm', () => {
  const schools = ['Trường Tiểu học', 'Trường Mầm non', 'Trường THCS']

  /** Three schools in a khối that the first leads; each has sent its own paper, and a teacher hers. */
  async function schoolsAndKhoi() {
    commune = await openCommune()
    const { office, plan } = commune
    const { store } = office.database
    const parent = 'UBND xã Ea Mẫu'
    const heads = []
    for (const unit of schools) heads.push(await office.person(`Trưởng ${unit}`, { unit, parent, role: 'head' }))
    const idOf = new Map((await store.units.all()).map(({ id, name }) => [name, id]))
    const unitIds = schools.map((name) => idOf.get(name) ?? '')
    const [leadingId = ''] = unitIds
    await store.unitGroups.add({ name: 'Khối trường học', leadingId, from: '2024-01-01', to: '2024-12-31', unitIds })
    for (const [index, unitId] of unitIds.entries())
      await seedRegistration(store, { ...plan, unitId, personId: null, by: heads[index]?.id ?? '', state: 'received' })
    const [, teacherUnit = ''] = unitIds
    await seedRegistration(store, {
      ...plan,
      unitId: teacherUnit,
      personId: heads[1]?.id ?? '',
      by: heads[1]?.id ?? '',
    })
    const union = idOf.get('Hội Nông dân xã') ?? ''
    await seedRegistration(store, { ...plan, unitId: union, personId: null, by: commune.head.id, state: 'received' })
    return { heads, office }
  }
  const fileOf = async (speaker: { chat: string }) => {
    const sent = commune.office.channel.delivered(speaker.chat).flatMap(({ message }) => message.attachment ?? [])
    return (await commune.office.files.bytes(sent.at(-1)?.hash ?? '')) ?? new Uint8Array()
  }

  test('is added up by who leads it: its members’ own papers, and nothing beside them', async () => {
    const { heads } = await schoolsAndKhoi()
    const [leader] = heads
    if (!leader) throw new Error('No leader.')
    const [asked] = await leader.says('/tonghop')
    expect(asked?.buttons.slice(0, 2)).toEqual(['Trưởng đơn vị, Trường Tiểu học', 'Trưởng khối, Khối trường học'])
    const heard = await goes(leader, '[Trưởng khối, Khối trường học]', '1')
    expect(heard.at(-1)?.text).toContain('3/3 đơn vị đã có đăng ký.\nTổng số 3 bản đăng ký')
    expect(heard.at(-1)?.buttons).toEqual(['Bản Word'])
    const rows = (await readWorkbook(await fileOf(leader)))['Theo đơn vị'] ?? []
    expect(rows[0]?.[0]).toBe('KHỐI TRƯỜNG HỌC')
    expect(rows.filter((row) => row[1] === 'Hội Nông dân xã')).toEqual([])
    expect(rows.map((row) => row[1]).filter((name) => schools.includes(String(name)))).toHaveLength(3)
  })

  test('is the leader’s only for the term', async () => {
    const { heads, office } = await schoolsAndKhoi()
    const [leader, member] = heads
    if (!leader || !member) throw new Error('No heads.')
    const heard = await goes(member, '/tonghop', '1')
    expect(heard.at(-1)?.text).toContain('Tổng số 2 bản đăng ký')
    await office.moveTo('2025-01-02T08:00:00+07:00')
    expect((await leader.says('/tonghop'))[0]?.buttons).not.toContain('Trưởng khối, Khối trường học')
  })

  test('heads its members in the table of the agency', async () => {
    await schoolsAndKhoi()
    await goes(commune.admin, '/tonghop', '1')
    const rows = (await readWorkbook(await fileOf(commune.admin)))['Theo đơn vị'] ?? []
    const heading = rows.findIndex((row) => row[0] === 'Khối trường học')
    expect(rows.slice(heading + 1, heading + 5).map((row) => row[1])).toEqual([...schools, 'Cộng khối trường học'])
    expect(rows.some((row) => row[0] === 'Khối trường, trạm')).toBe(false)
  })

  test('more time that a leader agreed to stands among the remarks', async () => {
    const { office } = await schoolsAndKhoi()
    const { admin, plan } = commune
    const unitId = (await office.database.store.units.all()).find(({ name }) => name === 'Trường THCS')?.id ?? ''
    await office.database.store.extensions.add({
      ...{ deadlineId: plan.deadlineId, unitId, lastDay: '2024-04-15', agreedBy: 'Nguyễn Văn Hùng', via: 'phone' },
      ...{ agreedOn: '2024-03-26', by: admin.id, at: office.clock.now() },
    })
    await goes(admin, '/tonghop', '1')
    const rows = (await readWorkbook(await fileOf(admin)))['Theo đơn vị'] ?? []
    expect(rows.find((row) => row[1] === 'Trường THCS')?.at(-1)).toContain(
      'Gia hạn riêng cho Trường THCS đến hết thứ Hai 15/04/2024: đồng chí Nguyễn Văn Hùng đồng ý ngày 26/03/2024',
    )
  })
})
