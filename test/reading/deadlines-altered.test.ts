import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Deadline, Period } from '../../src/domain/plan.ts'
import { readDeadlines } from '../../src/reading/read-deadlines.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { readHead } from '../../src/reading/read-head.ts'
import { readPeriod } from '../../src/reading/read-period.ts'
import { restoreText } from '../../src/reading/restore/restore-text.ts'
import { type AlteredCopy, alteredCopies } from './altered-copies.ts'

const folder = new URL('../../../shared/plans/', import.meta.url)
const there = existsSync(folder)
if (!there)
  console.warn('SKIPPED: ../shared/plans is not here, deadlines are not tried on altered copies of real plans')
const files = there ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : []

function read(raw: string) {
  const doc = readDocument(raw)
  const facts = { issuedOn: readHead(doc.head).issuedOn, docType: doc.type ?? 'other', title: doc.title, year: null }
  return { text: doc.text, period: readPeriod(doc, facts), deadlines: readDeadlines(doc, facts).deadlines }
}

const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** A deadline as it must stand in the copy: months do not move with its days, what is named does. */
function inCopy(one: Deadline, { day, section, words }: AlteredCopy) {
  const moved = (text: string | null) => (text && one.precision === 'day' ? day(text) : text)
  const named = (text: string | null) => text && words(squeeze(text)).toLowerCase()
  return {
    kind: one.kind,
    on: moved(one.on),
    from: moved(one.from),
    lastDay: moved(one.lastDay),
    relation: one.relation,
    precision: one.precision,
    written: one.written,
    section: section(one.section),
    actor: named(one.actor),
    recipient: named(one.recipient),
  }
}

const periodIn = (period: Period, { day }: Pick<AlteredCopy, 'day'>) => ({
  start: period.startPrecision === 'day' && period.start ? day(period.start) : period.start,
  end: period.endPrecision === 'day' && period.end ? day(period.end) : period.end,
  precisions: [period.startPrecision, period.endPrecision],
  openEnded: period.openEnded,
})

const unchanged = {
  say: '',
  text: '',
  day: (day: string) => day,
  section: (path: string) => path,
  words: (text: string) => text,
}

it.skipIf(!there)('there are plans beside the project', () => {
  expect(files.length).toBeGreaterThan(0)
})

describe.skipIf(!there).each(files)('%s', (file) => {
  const original = restoreText(readFileSync(new URL(file, folder), 'utf8')).text
  const wanted = read(original)

  it('the original orders something', () => expect(wanted.deadlines).not.toEqual([]))

  it.each(alteredCopies(original).map((copy) => [copy.say, copy] as const))('%s', (_say, copy) => {
    const got = read(copy.text)
    expect(got.deadlines.map((one) => inCopy(one, unchanged))).toEqual(wanted.deadlines.map((one) => inCopy(one, copy)))
    expect(periodIn(got.period, unchanged)).toEqual(periodIn(wanted.period, copy))
    const text = squeeze(got.text)
    for (const { quote } of got.deadlines) expect(text).toContain(squeeze(quote))
  })
})
