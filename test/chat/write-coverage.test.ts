import { expect, test } from 'vitest'
import type { ReadCoverage } from '../../src/chat/read-coverage.ts'
import { offsetIn, pageOf } from '../../src/chat/write-coverage.ts'

const units = (count: number): ReadCoverage => ({
  ...{ unit: 'UBND xã', deadlines: [], more: 0 },
  rows: Array.from({ length: count }, (_, at) => ({
    ...{ unitId: `${at}`, name: `Thôn ${at}`, isCourteous: false, opens: false, cells: [] },
  })),
})

// biome-ignore format: a table keeps its columns
const cases: [say: string, count: number, asked: number, begins: number, page: string][] = [
  ['the first page',                           60, 0,  0,  '1/5'],
  ['the last page',                            60, 48, 48, '5/5'],
  ['a page that has gone is the last one now', 20, 48, 12, '2/2'],
  ['full pages only',                          24, 24, 12, '2/2'],
  ['nobody at all',                            0,  12, 0,  '1/1'],
]
test.each(cases)('%s', (_say, count, asked, begins, page) => {
  const read = units(count)
  const offset = offsetIn(read, asked)
  expect(offset).toBe(begins)
  const { page: at, pages } = pageOf(read, offset)
  expect(`${at}/${pages}`).toBe(page)
})
