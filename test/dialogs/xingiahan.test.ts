import { afterEach, describe, expect, test } from 'vitest'
import { layoutFindings, linesOf } from '../papers/open-paper.ts'
import { seedRegistration } from '../store/seed-registration.ts'
import { goes } from './commune.ts'
import { filesOf, openUrging, sealed, type Urging } from './urging-commune.ts'

let urging: Urging
afterEach(() => urging.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const squeezed = (bytes: Uint8Array = new Uint8Array()) => linesOf(bytes).map((line) => line.replace(/\s+/g, ' '))
const card = ['/hanchot', '[Xem việc 1]']

test.each([
  ['2024-03-26T09:00:00+07:00', 'two weeks before', false],
  ['2024-04-08T09:00:00+07:00', 'the working day before', true],
  ['2024-04-12T09:00:00+07:00', 'after it', true],
])('%s, %s: offered %s', async (now, _, isOffered) => {
  urging = await openUrging(now)
  const [clause] = await goes(urging.principal, ...card)
  expect(clause?.buttons.includes('Xin gia hạn')).toBe(isOffered)
})

test('is not offered to who draws up no paper, nor where the unit’s own is recorded', async () => {
  urging = await openUrging()
  const { office, planId, deadlineId, unitIdOf, principal, teacher } = urging
  expect((await goes(teacher, ...card))[0]?.buttons).not.toContain('Xin gia hạn')
  const unitId = unitIdOf('Trường Tiểu học Kim Đồng')
  const own = { planId, deadlineId, unitId, by: principal.id }
  await goes(principal, ...card)
  for (const personId of [null, principal.id, teacher.id])
    await seedRegistration(office.database.store, { ...own, personId })
  expect(text(await goes(principal, '[Xin gia hạn]'))).toContain('Chỉ trưởng đơn vị, cán bộ đầu mối')
})

describe('the draft', () => {
  test('tells when the plan came, why and until when, to whom it was said to go', async () => {
    urging = await openUrging()
    const { principal, office, unitIdOf } = urging
    const unit = {
      ...sealed,
      superior: 'UBND xã Ea Mẫu',
      issuer: 'Trường Tiểu học Kim Đồng',
      symbol: 'TH',
      drafter: null,
    }
    await office.database.store.settings.set(`paper:${unitIdOf('Trường Tiểu học Kim Đồng')}`, {
      ...unit,
      signer: { lines: ['HIỆU TRƯỞNG'], alsoTitle: null, name: 'Võ Thị Mai' },
    })
    const [to] = await goes(principal, ...card, '[Xin gia hạn]')
    expect(to?.buttons.slice(0, 2)).toEqual([
      'UBND xã Ea Mẫu',
      'Hội đồng Thi đua - Khen thưởng xã (qua Văn phòng – thống kê xã)',
    ])
    await goes(principal, '[UBND xã Ea Mẫu]', '5/4', '19/4')
    const [sent] = await principal.says('đơn vị cần thời gian họp các tổ chuyên môn.')
    expect(sent?.text).toContain('hệ thống không gửi đi')
    expect(sent?.attachment).toBe('du-thao-xin-gia-han-dang-ky-thi-dua-120-nam-thanh-lap-tinh.docx')
    const [file] = await filesOf(urging, principal)
    const lines = squeezed(file?.bytes)
    expect(lines).toContain('Kính gửi: UBND xã Ea Mẫu')
    expect(lines).toContain(
      'Trường Tiểu học Kim Đồng nhận được văn bản ngày 05 tháng 4 năm 2024, còn 2 ngày làm việc đến hết thời hạn.',
    )
    expect(lines).toContain('Lý do đề nghị: đơn vị cần thời gian họp các tổ chuyên môn.')
    expect(lines.some((line) => line.endsWith('đến hết ngày 19 tháng 4 năm 2024./.'))).toBe(true)
    expect(lines).toContain('HIỆU TRƯỞNG')
    expect(layoutFindings(file?.bytes ?? new Uint8Array())).toEqual([])
    const audit = await office.database.store.audit.about(`deadline:${urging.deadlineId}`)
    expect(audit.map(({ action }) => action)).toContain('deadline.request_drafted')
  })

  test('leaves blank what was skipped, and is the content alone of a unit that has not said how its papers look', async () => {
    urging = await openUrging('2024-04-12T09:00:00+07:00')
    const { principal } = urging
    await goes(principal, ...card, '[Xin gia hạn]', '[UBND xã Ea Mẫu]', '[Bỏ qua]', '[Bỏ qua]')
    const [sent] = await principal.presses('Bỏ qua')
    expect(sent?.buttons).toEqual(['Khai thể thức'])
    const lines = squeezed((await filesOf(urging, principal))[0]?.bytes)
    expect(lines[0]).toBe('NỘI DUNG CÔNG VĂN')
    expect(lines.filter((line) => line.includes('nhận được văn bản'))).toEqual([])
    expect(lines.some((line) => line.endsWith('đến hết ngày tháng năm 2024./.'))).toBe(true)
  })

  test('of the agency is for its admin, whoever issued the plan', async () => {
    urging = await openUrging()
    const { admin } = urging
    await goes(admin, ...card, '[Xin gia hạn]', 'UBND tỉnh Đắk Lắk', '[Ngày 11/03/2024 (công bố)]', '19/4', '[Bỏ qua]')
    const lines = squeezed((await filesOf(urging, admin))[0]?.bytes)
    expect(lines).toContain('Kính gửi: UBND tỉnh Đắk Lắk')
    expect(lines).toContain('CHỦ TỊCH')
  })

  test.each([
    ['31/2', 'chưa dùng được'],
    ['1/4', 'chưa dùng được'],
  ])('the day %s is not taken', async (typed, said) => {
    urging = await openUrging()
    const heard = await goes(urging.principal, ...card, '[Xin gia hạn]', '[UBND xã Ea Mẫu]', '[Bỏ qua]', typed)
    expect(text(heard)).toContain(said)
  })
})
