import { afterEach, expect, test } from 'vitest'
import { instantFrom } from '../../src/domain/day.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { type Office, openOffice, type Speaker } from './office.ts'

let office: Office
afterEach(() => office.close())

const endOfTheNinth = instantFrom('2024-04-09T17:00:00+07:00')

/** The days that the last message to somebody marks in its own words. */
function marked({ chat }: Speaker) {
  const blocks = office.channel.delivered(chat).at(-1)?.message.blocks ?? []
  return blocks.flatMap(({ text, days = [] }) => days.filter((day) => text.includes(day.text)))
}

test('a reminder and a clause’s card say as data which of their words are the last safe day, a quotation never', async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế' })
  await seedPlan(office.database.store)
  await office.moveTo('2024-04-08T08:00:00+07:00')
  expect(marked(lan)[0]).toEqual({ text: 'ngày mai, thứ Ba 09/04', at: endOfTheNinth })

  await lan.says('/hanchot')
  await lan.presses('Xem việc 1')
  expect(marked(lan)).toContainEqual({ text: 'thứ Ba 09/04', at: endOfTheNinth })
  await lan.presses('Xem nguyên văn')
  expect(marked(lan)).toEqual([])
})
