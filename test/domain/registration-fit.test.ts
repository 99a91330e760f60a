import { describe, expect, test } from 'vitest'
import { carryOver } from '../../src/domain/registration-copy.ts'
import { misfitsOf } from '../../src/domain/registration-fit.ts'
import { communeDraft } from '../store/seed-plan.ts'

const plan = communeDraft
const line = {
  contentSection: 'II.1' as string | null,
  content: 'Cải cách hành chính',
  work: '',
  target: null,
  finishDay: null as string | null,
}

// biome-ignore format: a table keeps its columns
test.each([
  ['a content of the plan',                   {},                                                   []],
  ['the same without marks',                  { content: 'cai cach hanh chinh' },                   []],
  ['one that the plan has no more',           { content: 'Trồng cây' },                             [{ kind: 'content', content: 'Trồng cây' }]],
  ['words of one’s own',                      { content: 'Trồng cây', contentSection: null },       []],
  ['the first and the last day',              { finishDay: '2024-10-15' },                          []],
  ['a day after the end',                     { finishDay: '2024-10-16' },                          [{ kind: 'day', content: 'Cải cách hành chính', day: '2024-10-16' }]],
  ['a day before the start',                  { finishDay: '2024-03-14' },                          [{ kind: 'day', content: 'Cải cách hành chính', day: '2024-03-14' }]],
])('%s', (_, change, expected) => {
  const item = { ...line, ...change }
  // Two targets of one content are two lines and one misfit.
  expect(misfitsOf({ items: [item, item] }, plan)).toEqual(expected)
})

test('a plan without a period allows any day', () => {
  expect(misfitsOf({ items: [{ ...line, finishDay: '2030-01-01' }] }, { ...plan, period: null })).toEqual([])
})

describe('a copy', () => {
  const onto = { plan, today: '2024-03-27', taken: new Set(['xay dung chinh quyen so kinh te so tren dia ban xa']) }
  const copy = (content: string, finishDay: string | null) =>
    carryOver([{ section: 'I.9', content, finishDay, work: 'Việc cũ' }], onto)

  // biome-ignore format: a table keeps its columns
  test.each([
    ['a content of the new plan gets its clause',     'Cải cách hành chính', '2024-09-30', [{ section: 'II.1', finishDay: '2024-09-30' }]],
    ['another becomes one’s own words',               'Trồng cây',           null,         [{ section: null,   finishDay: null }]],
    ['last year’s day is asked for again',            'Cải cách hành chính', '2023-09-30', [{ section: 'II.1', finishDay: undefined }]],
    ['so is one after the campaign',                  'Cải cách hành chính', '2024-12-30', [{ section: 'II.1', finishDay: undefined }]],
    ['what is registered already is left out',        'Xây dựng chính quyền số, kinh tế số trên địa bàn xã', null, []],
  ])('%s', (_, content, finishDay, expected) => {
    expect(copy(content, finishDay)).toEqual(expected.map((one) => ({ ...one, content, work: 'Việc cũ' })))
  })
})
