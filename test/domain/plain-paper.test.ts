import { expect, test } from 'vitest'
import { isPlain } from '../../src/domain/plain-paper.ts'
import type { RegistrationBody } from '../../src/domain/registration-body.ts'

const target = { value: 100, unit: '%', text: '100% hồ sơ đúng hạn' }
const line = { contentSection: null, content: 'Cải cách hành chính', work: '', target, finishDay: '2024-09-30' }
const lan = { name: 'Nguyễn Thị Lan', position: '' }
type Sent = Parameters<typeof isPlain>[0]
const sent = (body: object = {}, rest: Partial<Sent> = {}): Sent => ({
  ...{ subject: 'person', lateReason: null },
  body: {
    items: [line],
    people: [],
    note: null,
    title: null,
    commendation: null,
    ...body,
  } as unknown as RegistrationBody,
  ...rest,
})

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'complete and in time',                  paper: sent(),                                            arrival: 'in_time',      plain: true  },
  { say: 'on the named day itself',               paper: sent(),                                            arrival: 'on_named_day', plain: false },
  { say: 'after the last day',                    paper: sent(),                                            arrival: 'late',         plain: false },
  { say: 'with a reason for coming late',         paper: sent({}, { lateReason: 'đi công tác' }),           arrival: 'in_time',      plain: false },
  { say: 'with a note',                           paper: sent({ note: 'xin trao đổi thêm' }),               arrival: 'in_time',      plain: false },
  { say: 'one line without a target',             paper: sent({ items: [line, { ...line, target: null }] }), arrival: 'in_time',     plain: false },
  { say: 'a target without a number',             paper: sent({ items: [{ ...line, target: { ...target, value: null } }] }), arrival: 'in_time', plain: false },
  { say: 'a line without a day',                  paper: sent({ items: [{ ...line, finishDay: null }] }),   arrival: 'in_time',      plain: false },
  { say: 'a unit’s without its people',           paper: sent({}, { subject: 'unit' }),                     arrival: 'in_time',      plain: false },
  { say: 'a unit’s with its people',              paper: sent({ people: [lan] }, { subject: 'unit' }),      arrival: 'in_time',      plain: true  },
] as const

test.each(cases)('$say', ({ paper, arrival, plain }) => {
  expect(isPlain(paper, arrival)).toBe(plain)
})
