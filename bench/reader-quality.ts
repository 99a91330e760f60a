import { parse } from 'chrono-node/vi'
import { readPlan } from '../src/reading/read-plan.ts'
import { isRight, type KnownDocument, ownDocuments, sharedDocuments } from '../test/reading/deadline-truth.ts'
import type { BenchRow } from './row.ts'

/** What a reader finds in a document: the days that it would take for deadlines. */
type Found = { on: string; isTrue: boolean }
type Reader = { name: string; read: (known: KnownDocument) => Found[] }

const sure = 0.9

function ours({ text, ...known }: KnownDocument, from = 0): Found[] {
  const { deadlines } = readPlan(text).draft
  return deadlines
    .filter(({ on, expired, cancelled, confidence }) => on && !expired && !cancelled && confidence >= from)
    .map((one) => ({ on: one.on ?? '', isTrue: isRight(one, { text, ...known }) }))
}

/** A parser of dates names days and no more: each day that it finds, right where any deadline is on that day. */
function chrono({ text, days }: KnownDocument): Found[] {
  return parse(text.normalize('NFC')).flatMap(({ start, end }) => {
    const last = end ?? start
    if (!last.isCertain('month')) return []
    const [year, month, day] = [last.get('year') ?? 0, last.get('month') ?? 0, last.get('day') ?? 0]
    const on = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return [{ on, isTrue: days.some((one) => (one.accept ?? [one.on]).includes(on)) }]
  })
}

const readers: Reader[] = [
  { name: 'our reader', read: (known) => ours(known) },
  { name: `our reader, surer than ${sure}`, read: (known) => ours(known, sure) },
  { name: "chrono-node's Vietnamese locale", read: chrono },
]

const percent = (part: number, whole: number): number => (whole ? Math.round((part / whole) * 1000) / 10 : Number.NaN)

function rowsOf({ name, read }: Reader, documents: KnownDocument[], where: string): BenchRow[] {
  const results = documents.map((known) => {
    const found = read(known).filter(({ on, isTrue }) => isTrue || !known.periodDays.includes(on))
    const must = known.days.filter((day) => day.must)
    return {
      read: found.length,
      right: found.filter(({ isTrue }) => isTrue).length,
      must: must.length,
      hit: must.filter((day) => found.some(({ on, isTrue }) => isTrue && (day.accept ?? [day.on]).includes(on))).length,
    }
  })
  const sum = (of: (one: (typeof results)[number]) => number) => results.reduce((total, one) => total + of(one), 0)
  const [total, right, must, hit] = [
    sum((one) => one.read),
    sum((one) => one.right),
    sum((one) => one.must),
    sum((one) => one.hit),
  ]
  return [
    {
      name: `precision of ${name}, ${where}`,
      figure: percent(right, total),
      unit: '%',
      beside: `${right} of ${total} dated deadlines named`,
    },
    {
      name: `recall of ${name}, ${where}`,
      figure: percent(hit, must),
      unit: '%',
      beside: `${hit} of ${must} that stand there`,
    },
  ]
}

/** How many dated deadlines are found and how many of those named are true, beside a parser of dates on the same files. */
export function bench(): BenchRow[] {
  const shared = sharedDocuments()
  if (!shared)
    process.stderr.write('SKIPPED: the documents beside the project are not there, our own are measured only.\n')
  const sets = [
    { where: 'own documents', documents: ownDocuments() },
    ...(shared ? [{ where: 'documents beside the project', documents: shared }] : []),
  ]
  return sets.flatMap(({ where, documents }) => readers.flatMap((reader) => rowsOf(reader, documents, where)))
}
