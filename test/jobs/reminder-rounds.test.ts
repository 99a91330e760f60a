import { afterEach, describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import type { Deadline, PlanDraft } from '../../src/domain/plan.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { seedRegistration } from '../store/seed-registration.ts'

let office: Office
afterEach(() => office.close())

const commune = 'UBND xã Ea Mẫu'
const room = 'Phòng Văn hóa - Xã hội xã'

const recurrence = {
  ...{ every: 'quarter' as const, month: null, day: 15, weekday: null, fromMonth: null, fromDay: null },
  ...{ of: null, relation: 'before' as const, latest: null },
}
const quarterly: Partial<Deadline> = { on: null, from: null, lastDay: null, recurrence, precision: 'none' }

/** A room that owes something each quarter, before the 15th of the month after it; the campaign runs from March to the end of the year. */
async function openRoom(deadline: Partial<Deadline>, draft: Partial<PlanDraft> = {}) {
  office = await openOffice({ now: '2024-03-20T08:00:00+07:00' })
  const admin = await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin' })
  const an = await office.person('Nguyễn Văn An', { unit: room, parent: commune })
  const { store } = office.database
  const roomId = (await store.units.all()).find(({ name }) => name === room)?.id ?? ''
  const { planId, deadlineId } = await seedPlan(store, {
    ...{ shortName: 'thi đua năm 2024', unitIds: [roomId], draft, deadline: { ...quarterly, ...deadline } },
  })
  await store.plans.bind({ id: deadlineId, audience: [{ unitId: roomId, subject: 'person' }], by: null, at: 0 })
  return { admin, an, planId, deadlineId, roomId }
}

/** The mornings on which somebody heard, with the first words. */
async function live(speaker: Speaker, from: string, to: string) {
  const heard: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await office.moveTo(`${day}T18:00:00+07:00`)
    for (const { text } of await speaker.hears()) heard.push(`${day.slice(5)} ${text.split(':')[0]}`)
  }
  return heard
}

const received = (deadlineId: string, an: Speaker, round: string) =>
  office.database.store.reminders.fulfil(
    { deadlineId, subject: 'person', subjectId: an.id, round },
    an.id,
    office.clock.now(),
    'received',
  )

const kinds = ['report', 'commendation_dossier', 'other'] as const
/** "04-05 Còn 7 ngày … kỳ quý I/2024" → "04-05 quý I/2024" */
const short = (line: string) => `${line.slice(0, 5)} ${/⚠/.test(line) ? '⚠ ' : ''}${/kỳ ([^(:]+\d)/.exec(line)?.[1]}`

describe('what comes again each quarter', () => {
  test.each(kinds)('has its ladder round by round, each named, met and overdue by itself: %s', async (kind) => {
    const { an, deadlineId } = await openRoom({ kind })
    const first = await live(an, '2024-03-21', '2024-04-20')
    await received(deadlineId, an, '2024-Q1')
    const second = await live(an, '2024-06-28', '2024-07-10')
    await received(deadlineId, an, '2024-Q2')
    const rest = await live(an, '2024-07-11', '2024-09-30')
    expect(first[1]).toMatch(/^04-05 Còn 7 ngày \(5 ngày làm việc\) để .* thi đua năm 2024, kỳ quý I\/2024$/)
    expect([...first, ...second, ...rest].map(short)).toEqual([
      ...['03-29 quý I/2024', '04-05 quý I/2024', '04-11 quý I/2024', '04-12 quý I/2024', '04-15 ⚠ quý I/2024'],
      ...['06-28 quý II/2024', '07-05 quý II/2024', '09-30 quý III/2024'],
    ])
  })

  test('the report of a round is written from its reminder', async () => {
    const { an } = await openRoom({ kind: 'report' })
    await office.moveTo('2024-04-05T08:00:00+07:00')
    const [heard] = await an.hears()
    expect(heard?.buttons[0]).toBe('Báo cáo')
    const [begun] = await an.presses('Báo cáo')
    // The round is known: nobody is asked which one.
    expect(begun?.text).toMatch(/^Báo cáo kết quả, bước 1\/7: Nội dung/)
  })

  test('reported sent: quiet for that round only; the admin is asked for the round by name', async () => {
    const { admin, an } = await openRoom({ kind: 'report' })
    await office.moveTo('2024-04-05T08:00:00+07:00')
    await an.presses('Báo đã gửi')
    expect(await live(an, '2024-04-06', '2024-04-16')).toEqual([])
    const asked = (await admin.hears()).filter(({ text }) => text.includes('báo đã gửi'))
    expect(asked.map(({ text }) => text)).toEqual([expect.stringContaining('kỳ quý I/2024 ngày 05/04/2024')])
    expect((await admin.presses('Đã nhận'))[0]?.text).toMatch(/^✓ Đã ghi/)
    expect((await live(an, '2024-06-27', '2024-06-28')).map(short)).toContain('06-28 quý II/2024')
  })

  test('put off until tomorrow: that round reminds again, once', async () => {
    const { an } = await openRoom({ kind: 'report' })
    await office.moveTo('2024-04-08T08:00:00+07:00')
    await an.presses('Nhắc lại sau')
    await an.presses('Ngày mai')
    expect((await live(an, '2024-04-08', '2024-04-10')).map(short)).toEqual(['04-09 quý I/2024'])
  })
})

test('a round of each week is spoken of when the one before it is over', async () => {
  const weekly = { ...recurrence, every: 'week' as const, day: null, weekday: 5, relation: 'by' as const }
  const { an, deadlineId } = await openRoom({ kind: 'report', recurrence: weekly })
  const first = await live(an, '2024-03-21', '2024-03-22')
  await received(deadlineId, an, '2024-W12')
  expect(first.map(short)).toEqual(['03-21 tuần từ 18/03 đến 24/03/2024', '03-22 tuần từ 18/03 đến 24/03/2024'])
  expect((await live(an, '2024-03-23', '2024-03-31')).map(short)).toEqual([
    ...[
      '03-26 tuần từ 25/03 đến 31/03/2024',
      '03-28 tuần từ 25/03 đến 31/03/2024',
      '03-29 tuần từ 25/03 đến 31/03/2024',
    ],
  ])
})

test('a registration each year counts for the round whose last day is nearest, also when it comes late', async () => {
  const yearly = { ...recurrence, every: 'year' as const, month: 4, day: 10 }
  const { an, planId, roomId } = await openRoom({ kind: 'registration', recurrence: yearly }, { period: null })
  const { store } = office.database
  const rounds = async (today: string) =>
    (await store.obligations.find({ personId: an.id, today, planId })).map(({ round, state }) => `${round} ${state}`)
  const register = (at: string) =>
    seedRegistration(store, { planId, unitId: roomId, personId: an.id, by: an.id, at: Date.parse(at) })
  expect(await rounds('2025-01-10')).toEqual(['2024 open', '2025 open', '2026 open'])
  const { id } = await register('2024-05-02T08:00:00+07:00')
  expect(await rounds('2025-01-10')).toEqual(['2024 waiting', '2025 open', '2026 open'])
  const [first] = await store.obligations.find({ personId: an.id, today: '2025-01-10', planId })
  expect(first?.registrationId).toBe(id)
})
