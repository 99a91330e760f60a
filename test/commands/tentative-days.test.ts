import { afterEach, beforeEach, expect, it } from 'vitest'
import { agencyKey } from '../../src/domain/agency.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { last } from '../dialogs/load-office.ts'
import { seedPlan } from '../store/seed-plan.ts'

const commune = 'UBND xã Ea Mẫu'
let office: Office
let admin: Speaker
let lan: Speaker

// 16/04/2027 is Giỗ Tổ by the lunar calendar, a Friday of a year without a notice: nobody has announced it yet.
beforeEach(async () => {
  office = await openOffice({ now: '2027-04-05T08:00:00+07:00' })
  const { store } = office.database
  admin = await office.person('Lê Thị Hồng', { unit: commune, role: 'admin' })
  lan = await office.person('Nguyễn Thị Lan', { unit: 'Thôn 1', parent: commune })
  await store.settings.set(agencyKey, { name: commune, office: 'Văn phòng', phone: '0262 3999888' })
  await seedPlan(store, {
    draft: { period: null },
    deadline: { on: '2027-04-18', lastDay: '2027-04-17', quote: 'gửi trước ngày 18/4/2027' },
    at: office.clock.now(),
  })
})
afterEach(() => office.close())

const mark = 'thứ Năm 15/04/2027 (tạm tính)'
const markShort = 'thứ Năm 15/04 (tạm tính)'

async function settleYear() {
  await admin.says('/caidat')
  await admin.presses('Lịch làm việc')
  await admin.presses('2027')
  await admin.says('nghỉ 16/04/2027 theo Thông báo số 812/TB-BNV ngày 05/11/2026')
  await admin.presses('Lưu')
}

it('the list of what is due and the card of a deadline', async () => {
  const list = last(await lan.says('/hanchot')).text
  expect(list).toContain(mark)
  expect(list).toContain(markShort)
  expect(last(await lan.presses(/Xem việc 1/u)).text).toContain(markShort)
})

it('a reminder, and not any more once the year is settled', async () => {
  await office.moveTo('2027-04-09T07:30:00+07:00')
  expect(last(await lan.hears()).text).toContain(markShort)
  await settleYear()
  await office.moveTo('2027-04-15T07:30:00+07:00')
  const reminder = last(await lan.hears()).text
  expect(reminder).toContain('thứ Năm 15/04')
  expect(reminder).not.toContain('tạm tính')
  expect(last(await lan.says('/hanchot')).text).not.toContain('tạm tính')
})

it('the mornings of a rehearsal that it moves, and no other', async () => {
  await admin.says('/kehoach 120 năm')
  const rehearsal = async () => {
    await admin.says('/kehoach 120 năm')
    await admin.presses('Quản lý')
    return last(await admin.presses(/[Tt]hử lịch|[Dd]iễn tập/u)).text
  }
  const before = await rehearsal()
  // Seven days before the 17th is a Saturday: an ordinary weekend moves it.
  expect(before).toContain('Thứ Sáu 09/04/2027:')
  expect(before).toContain('Thứ Năm 15/04/2027 (tạm tính):')
  await settleYear()
  expect(await rehearsal()).not.toContain('tạm tính')
})
