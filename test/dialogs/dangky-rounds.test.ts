import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const quarterly = {
  ...{ every: 'quarter' as const, month: null, day: 10, weekday: null, fromMonth: null, fromDay: null },
  ...{ of: null, relation: 'before' as const, latest: null },
}

test('what is registered for each quarter is registered again in the next, the same content too, but once for each', async () => {
  commune = await openCommune('2024-03-27T09:12:00+07:00', {
    draft: { period: null },
    deadline: { on: null, from: null, lastDay: null, recurrence: quarterly, precision: 'none' },
  })
  const { lan, office } = commune
  await goes(lan, ...toPreview, '[Gửi]')
  const [again] = await goes(lan, '/dangky')
  expect(again?.text).not.toContain('1. Cải cách hành chính')
  await goes(lan, '[Hủy]')
  await office.moveTo('2024-06-27T09:12:00+07:00')
  await lan.hears()
  const sent = await goes(lan, ...toPreview, '[Gửi]')
  expect(sent.map(({ text }) => text).join()).toMatch(/Đã gửi|đã gửi/)
  const all = await registrations(office)
  expect(all.map(({ state, body }) => [state, body.items[0]?.content])).toEqual([
    ['waiting', 'Cải cách hành chính'],
    ['waiting', 'Cải cách hành chính'],
  ])
})
