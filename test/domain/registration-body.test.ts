import { expect, test } from 'vitest'
import { contentKey, contentsOf, countsOf, registrationBody, subjectKey } from '../../src/domain/registration-body.ts'

const item = { contentSection: 'II.1', content: 'Cải cách hành chính', work: 'Một cửa', target: null, finishDay: null }
const target = { value: 2, unit: 'sáng kiến', text: '02 sáng kiến' }
const body = {
  items: [item],
  people: [],
  note: null,
  commendation: null,
  title: null,
  shape: 'campaign' as const,
  initiative: null,
  attachments: [],
}

test('a content is the same in other capitals, marks and spaces', () => {
  expect(contentKey(' cai cach  HÀNH CHÍNH.')).toBe(contentKey('Cải cách hành chính'))
  expect(contentKey('Chuyển đổi số')).not.toBe(contentKey('Cải cách hành chính'))
})

test('the same person in two units is two registrants, the unit a third', () => {
  const keys = [subjectKey('person', 'u1', 'p'), subjectKey('person', 'u2', 'p'), subjectKey('unit', 'u1', null)]
  expect(new Set(keys).size).toBe(3)
})

test('two targets of one content are one content', () => {
  const two = {
    ...body,
    items: [
      { ...item, target },
      { ...item, target },
      { ...item, content: 'Chuyển đổi số' },
    ],
  }
  expect(contentsOf(two)).toEqual(['Cải cách hành chính', 'Chuyển đổi số'])
  expect(countsOf(two)).toEqual({ contents: 2, targets: 2 })
})

// biome-ignore format: a table keeps its columns
test.each([
  ['nothing registered',        { ...body, items: [] }],
  ['a day that does not exist', { ...body, items: [{ ...item, finishDay: '2024-02-31' }] }],
  ['a missing list of people',  { ...body, people: undefined }],
])('%s is not stored', (_, wrong) => {
  expect(registrationBody.safeParse(wrong).success).toBe(false)
})

test('a whole body is stored as it is', () => {
  const whole = {
    ...body,
    items: [{ ...item, target, finishDay: '2024-09-30' }],
    people: [{ name: 'A B', position: '' }],
  }
  expect(registrationBody.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
})
