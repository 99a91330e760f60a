import { afterEach, expect, test } from 'vitest'
import type { Speaker } from '../chat/office.ts'
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

async function whole(before: (step: number) => Promise<void>, speaker?: (step: number) => Speaker) {
  commune = await openCommune()
  const words: string[] = []
  for (const [step, said] of road.entries()) {
    await before(step)
    const heard = await goes(speaker?.(step) ?? commune.clerk, said)
    words.push(...heard.map(({ text }) => text))
  }
  const kept = await registrations(commune.office)
  return { words, bodies: kept.map(({ body }) => body), codes: kept.map(({ code }) => code) }
}

test('a restart before every step changes nothing that is said or kept', async () => {
  const plain = await whole(async () => {})
  await commune.office.close()
  const restarted = await whole(() => commune.office.restart())
  expect(restarted).toEqual(plain)
  expect(restarted.codes).toEqual(['DK-2024-0001'])
  expect(restarted.bodies[0]?.items).toHaveLength(3)
})

test('a draft begun on one channel is finished on another of the same person', async () => {
  let other: Speaker | undefined
  const { codes } = await whole(
    async () => {
      other ??= await commune.office.alsoAs(commune.clerk)
    },
    // A button belongs to the message it stands under: words go to the other channel, presses stay where they were asked.
    (step) =>
      step % 2 === 1 && other && !road[step]?.startsWith('[') && !road[step + 1]?.startsWith('[')
        ? other
        : commune.clerk,
  )
  expect(codes).toEqual(['DK-2024-0001'])
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
