import { describe, expect, test } from 'vitest'
import { describeBody } from '../../src/dialogs/baocao/describe.ts'
import { isPlainReport, type ReportBody, reportRows, reportTotals } from '../../src/domain/report.ts'
import { createTexts } from '../../src/texts/texts.ts'

const line = (target: [number | null, string] | null, result: [number | null, string], unit = '%') => ({
  ...{ contentSection: null, content: 'Cải cách hành chính', work: '', finishDay: null, account: '', evidence: [] },
  target: target && { value: target[0], unit: target[0] === null ? null : unit, text: target[1] },
  result: { value: result[0], unit: result[0] === null ? null : unit, text: result[1] },
})
const nothing = { difficulties: '', causes: '', proposals: '' }
const bodyOf = (...items: ReportBody['items']): ReportBody => ({
  ...{ items, closing: null, proposals: [], assessment: nothing, registrations: [] },
})

const body = bodyOf(
  line([100, '100%'], [98, '98%']),
  line([50, '50%'], [60, '60%']),
  line([80, '80%'], [80, '80%']),
  line([null, 'Nội bộ đoàn kết'], [null, 'Đoàn kết']),
  line(null, [null, 'Đã tổ chức hội thi']),
)

test('totals are the rows counted, each once', () => {
  const totals = reportTotals(reportRows(body))
  expect(totals).toEqual({
    ...{ items: 5, targets: 4, exceeded: 1, reached: 1, below: 1, uncounted: 1, untargeted: 1, evidence: 0 },
  })
  expect(totals.exceeded + totals.reached + totals.below + totals.uncounted).toBe(totals.targets)
})

test('the totals of several reports are those of their rows together', () => {
  const rows = reportRows(body)
  expect(reportTotals([...rows, ...rows]).below).toBe(2 * reportTotals(rows).below)
})

test('prose and lines of the chat carry the numbers of the rows', () => {
  const said = describeBody(createTexts()('vi'), body).join('\n')
  for (const { share } of reportRows(body).filter((row) => row.share !== null)) expect(said).toContain(`${share}%`)
  expect(said).toContain('4 chỉ tiêu: 1 vượt, 1 đạt, 1 chưa đạt, 1 không tính tỷ lệ')
})

describe('a report that a head may approve among others', () => {
  const good = bodyOf(line([80, '80%'], [80, '80%']))
  const asks = { ...good, assessment: { ...nothing, proposals: 'cấp máy mới' } }
  const proposes = { subject: 'person' as const, name: 'An', position: '', commendation: 'Giấy khen' }
  // biome-ignore format: a table keeps its columns
  test.each([
    ['all reached',          good,                                 true],
    ['one fell short',       bodyOf(line([100, '100%'], [98, '98%'])), false],
    ['one is not counted',   bodyOf(line([null, 'Tốt'], [null, 'Tốt'])), false],
    ['it asks for something', asks,                                false],
    ['it proposes somebody', { ...good, proposals: [proposes] },   false],
  ])('%s', (_say, report, plain) => {
    expect(isPlainReport(report)).toBe(plain)
  })
})
