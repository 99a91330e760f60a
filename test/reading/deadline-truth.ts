import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Deadline } from '../../src/domain/plan.ts'

/** A day that a document sets: by `on`, or by any of `accept`; `kinds` null where any kind will do. */
export type TrueDay = {
  on: string
  kinds: string[] | null
  accept: string[] | null
  lastDay: string | null
  must: boolean
}

/** A document with what is true of it. */
export type KnownDocument = { name: string; text: string; days: TrueDay[]; periodDays: string[] }

type Wanted = {
  kind: string
  kinds?: string[]
  on?: string | null
  accept?: string[]
  lastDay?: string | null
  from?: string | null
  date?: string
  period?: boolean
  optional?: boolean
  vague?: boolean
}
type Truth = {
  file: string
  deadlines?: Wanted[]
  period?: { start?: string | null; end?: string | null }
  refused?: boolean
  notPlan?: boolean
  secret?: boolean
}

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const check = pathOf('../../../shared/check/')

const toDay = (one: Wanted): TrueDay[] =>
  one.on
    ? [
        {
          on: one.on,
          kinds: one.kinds ?? (one.kind === 'other' ? null : [one.kind]),
          accept: one.accept ?? (one.from ? [one.on, one.from] : null),
          lastDay: one.lastDay ?? null,
          must: !one.optional && !one.vague,
        },
      ]
    : []

function known({ file, deadlines = [], period }: Truth): KnownDocument {
  const ends = deadlines.filter((one) => one.period).map(({ date }) => date)
  const days = [period?.start, period?.end, ...ends].filter((day) => typeof day === 'string')
  return {
    name: file,
    text: readFileSync(pathOf(`../../../shared/${file}`), 'utf8'),
    days: deadlines.flatMap(toDay),
    periodDays: days,
  }
}

/** The documents beside the project with their truth; null where they are not there. */
export function sharedDocuments(): KnownDocument[] | null {
  if (!existsSync(check)) return null
  const truths = ['plans-truth.json', 'plans-more-truth.json'].flatMap(
    (file) => JSON.parse(readFileSync(`${check}${file}`, 'utf8')) as Truth[],
  )
  return truths.filter(({ refused, notPlan, secret }) => !refused && !notPlan && !secret).map(known)
}

const line = /^(\w+) .*?((?:\d{4}-\d\d-\d\d)(?: … (\d{4}-\d\d-\d\d))?)(?: last (\d{4}-\d\d-\d\d))?/u

/**
 * "report before 2026-09-25 last 2026-09-24 …", as the fixtures say it, → a true day; what is expired or cancelled is none. What
 * the fixture itself calls doubtful ("? vague_part") must not be among the sure ones.
 */
function dayOfLine(said: string): TrueDay[] {
  const found = line.exec(said)
  if (!found || / (?:expired|cancelled) /.test(said)) return []
  const [first = ''] = (found[2] ?? '').split(' … ')
  const on = found[3] ?? first
  return [{ on, kinds: [found[1] ?? ''], accept: [on, first], lastDay: found[4] ?? on, must: !said.includes('? ') }]
}

/** The project's own documents with their truth. */
export function ownDocuments(): KnownDocument[] {
  const folder = pathOf('./fixtures/')
  const noted = JSON.parse(readFileSync(`${folder}whole-documents.json`, 'utf8')) as Record<
    string,
    { period: string | null; deadlines: string[] }
  >
  return readdirSync(`${folder}whole`).map((name) => ({
    name,
    text: readFileSync(`${folder}whole/${name}`, 'utf8'),
    days: (noted[name]?.deadlines ?? []).flatMap(dayOfLine),
    periodDays: noted[name]?.period?.split(' … ') ?? [],
  }))
}

/** Is a deadline read rightly: its day, its kind and its last safe day are among the true ones? */
export const isRight = (one: Pick<Deadline, 'on' | 'kind' | 'lastDay'>, { days }: KnownDocument): boolean =>
  days.some(
    ({ on, accept, kinds, lastDay }) =>
      (accept ?? [on]).includes(one.on ?? '') &&
      (!kinds || kinds.includes(one.kind)) &&
      (lastDay === null || accept !== null || one.lastDay === lastDay),
  )
