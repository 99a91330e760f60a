import { afterEach, expect, test } from 'vitest'
import type { Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { type Commune, goes, openCommune, registrations } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

/** The unit's road, through every kind of step, with a wrong answer and a change on the way. */
const road = [
  ...['/dangky', '[Cho Hội Nông dân xã]', '1', '[Chọn 2]', '[Tiếp tục]'],
  ...['Việc thứ nhất', '[Chọn tiêu chí]', '1', '31/2', '30/9'],
  ...['Việc thứ hai', '02 mô hình; 3 tổ công nghệ số', 'cuối tháng 8'],
  ...['Nguyễn Văn A; Nguyễn Văn A; Trần Thị B', '[Tiếp tục]'],
  ...['[Sửa]', '[Ngày hoàn thành 1]', '15/8', '[Gửi]'],
]

/** The other steps: choosing a plan, title, commendation, and the reason for coming late. */
const lateRoad = [
  ...['/dangky', '[Chọn 2]', 'Tuyến đường hoa', '[Tiếp tục]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]'],
  ...['[Chọn 2]', 'Giấy khen', '[Gửi]', 'Đi công tác từ ngày 05 đến ngày 12'],
]

type Before = (step: number) => Promise<void>

async function walk(steps: string[], who: () => Speaker, before: Before) {
  const words: string[] = []
  for (const [step, said] of steps.entries()) {
    await before(step)
    words.push(...(await goes(who(), said)).map(({ text }) => text))
  }
  const kept = await registrations(commune.office)
  return { words, bodies: kept.map(({ body }) => body), codes: kept.map(({ code }) => code) }
}

async function whole(before: Before) {
  commune = await openCommune()
  return walk(road, () => commune.clerk, before)
}

async function wholeLate(before: Before) {
  commune = await openCommune('2024-04-15T08:00:00+07:00', {
    deadline: { quote: 'Đăng ký nội dung, danh hiệu, hình thức khen thưởng trước ngày 10/4/2024.' },
  })
  await seedPlan(commune.office.database.store, {
    ...{ shortName: 'chuyển đổi số', draft: { title: 'Chuyển đổi số' } },
    deadline: { on: '2024-05-10', lastDay: '2024-05-09' },
  })
  return walk(lateRoad, () => commune.lan, before)
}

test('a restart before every step changes nothing that is said or kept', async () => {
  const plain = await whole(async () => {})
  await commune.office.close()
  const restarted = await whole(() => commune.office.restart())
  expect(restarted).toEqual(plain)
  expect(restarted.codes).toEqual(['DK-2024-0001'])
  expect(restarted.bodies[0]?.items).toHaveLength(3)
})

test('nor on the road of a late registration with title and commendation', async () => {
  const plain = await wholeLate(async () => {})
  await commune.office.close()
  const restarted = await wholeLate(() => commune.office.restart())
  expect(restarted).toEqual(plain)
  expect(restarted.bodies[0]).toMatchObject({ title: 'Chiến sĩ thi đua cơ sở', commendation: 'Giấy khen' })
})

test('a draft begun on one channel is finished on another of the same person, by words alone', async () => {
  const plain = await whole(async () => {})
  await commune.office.close()
  commune = await openCommune()
  await goes(commune.clerk, ...road.slice(0, 7))
  const other = await commune.office.alsoAs(commune.clerk)
  const typed = road.slice(7).map((step) => step.replace(/[[\]]/g, ''))
  const [receipt] = await goes(other, ...typed)
  expect(receipt?.text).toContain('DK-2024-0001')
  expect((await registrations(commune.office)).map(({ body }) => body)).toEqual(plain.bodies)
})

test('a draft of one person is not another’s', async () => {
  commune = await openCommune()
  await goes(commune.clerk, ...road.slice(0, 6))
  const [asked] = await commune.lan.says('/dangky')
  expect(asked?.text).toContain('bước 1/5')
})

test('a draft outlives a pause of days', async () => {
  commune = await openCommune()
  await goes(commune.clerk, ...road.slice(0, 6))
  await commune.office.moveTo('2024-04-05T08:00:00+07:00')
  await commune.office.restart()
  const [asked] = await commune.clerk.presses('Chọn tiêu chí')
  expect(asked?.text).toContain('Chọn tiêu chí')
})
