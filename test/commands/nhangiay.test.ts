import { afterEach, describe, expect, test } from 'vitest'
import { goes } from '../dialogs/commune.ts'
import { kept, openReporting, quarterly, type Reporting, register } from '../dialogs/reporting-commune.ts'

let commune: Reporting
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const scan = { name: 'bản quét.pdf', mime: 'application/pdf', bytes: new TextEncoder().encode('Bản quét có chữ ký') }
const reported = ['/baocao', '98', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]']

test('only admins take papers in', async () => {
  commune = await openReporting()
  expect(text(await commune.lan.says('/nhangiay'))).toContain('Chỉ bộ phận thường trực')
})

test('a unit that sent nothing here is met by its paper, with number, day and scan', async () => {
  commune = await openReporting()
  const { admin } = commune
  const [asked] = await admin.says('/nhangiay')
  expect(asked?.text).toContain('2. gửi báo cáo thi đua 120 năm thành lập tỉnh')
  expect(text(await admin.says('2'))).toContain('Hội Nông dân xã')
  await goes(admin, 'Nguyễn Thị Lan', '215', '11/10')
  const heard = await admin.sends(scan)
  expect(heard.at(-1)?.text).toBe(
    '✓ Đã ghi nhận bản báo cáo của đồng chí Nguyễn Thị Lan (Hội Nông dân xã) (thi đua 120 năm thành lập tỉnh): bản giấy số đến 215, ngày 11/10/2024.',
  )
  expect(text(await commune.lan.hears())).toContain('✓ Bộ phận thường trực đã nhận bản báo cáo')
  const { obligations, reminders } = commune.office.database.store
  const [mine] = (await obligations.find({ personId: commune.lan.id })).filter(({ kind }) => kind === 'report')
  expect(mine?.state).toBe('received')
  const bound = { deadlineId: mine?.deadlineId ?? '', subject: 'person' as const, subjectId: commune.lan.id }
  const row = await reminders.fulfilmentOf(bound)
  expect(row).toMatchObject({ arrival_number: '215', arrival_day: '2024-10-11' })
  const hash = JSON.parse(row?.arrival_scan ?? '{}').hash
  expect(await commune.office.files.bytes(hash)).not.toBeNull()
  expect((await commune.office.database.store.fileReferences.all()).has(hash)).toBe(true)
})

test('a round is met by itself', async () => {
  commune = await openReporting('2024-05-20T09:00:00+07:00', { report: quarterly })
  const { admin } = commune
  const list = (await admin.says('/nhangiay'))[0]?.text ?? ''
  const number = /(\d+)\. gửi báo cáo [^\n]*quý II\/2024/u.exec(list)?.[1] ?? ''
  await goes(admin, number, 'Nguyễn Thị Lan', '[Bỏ qua]', '[Hôm nay]', '[Bỏ qua]')
  const found = await commune.office.database.store.obligations.find({ personId: commune.lan.id, today: '2024-05-20' })
  expect(found.filter(({ state }) => state === 'received').map(({ round }) => round)).toEqual(['2024-Q2'])
})

describe('a paper that is here already', () => {
  test('once approved is taken in with its signed copy', async () => {
    commune = await openReporting()
    await register(commune, commune.lan, 1)
    await goes(commune.lan, ...reported)
    await commune.head.presses('Duyệt')
    await goes(commune.admin, '/nhangiay bc-2024-0001', '15/VP', '[Hôm nay]')
    expect(text(await commune.admin.presses('Bỏ qua'))).toContain('✓ Đã tiếp nhận BC-2024-0001: bản giấy số đến 15/VP')
    expect((await kept(commune))[0]).toMatchObject({
      ...{ state: 'received', paper: 'received' },
      arrival: { number: '15/VP', day: '2024-10-14', scan: null },
    })
    expect(text(await commune.lan.hears())).toContain('gồm cả bản ký')
  })

  test('while it waits for its head keeps its state', async () => {
    commune = await openReporting()
    await register(commune, commune.lan, 1)
    await goes(commune.admin, '/nhangiay DK-2024-0001', '[Bỏ qua]', '[Hôm nay]')
    expect(text(await commune.admin.presses('Bỏ qua'))).toContain('trạng thái của bản này giữ nguyên')
    const registration = await commune.office.database.store.registrations.byCode('DK-2024-0001')
    expect(registration).toMatchObject({ state: 'waiting', paper: 'received', arrival: { day: '2024-10-14' } })
  })
})

// biome-ignore format: a table keeps its columns
test.each([
  ['/nhangiay BC-2024-9999',                         'Không có bản đăng ký, báo cáo nào mang mã này.'],
  ['20/10/2030',                                     'không phải ngày đã qua'],
  ['hôm kia nữa',                                    'chưa được hiểu là một ngày'],
])('“%s” says what is wrong', async (typed, refusal) => {
  commune = await openReporting()
  if (!typed.startsWith('/')) await goes(commune.admin, '/nhangiay', '1', '[Chọn 1]', '[Bỏ qua]')
  expect(text(await commune.admin.says(typed))).toContain(refusal)
})

test('nobody takes in their own', async () => {
  commune = await openReporting()
  const { admin, office } = commune
  const unitId = commune.unitId
  await office.database.store.people.addRole({ personId: admin.id, unitId, role: 'official' }, 1)
  await register(commune, admin, 1)
  expect(text(await admin.says('/nhangiay DK-2024-0001'))).toContain('là bản của chính đồng chí')
})
