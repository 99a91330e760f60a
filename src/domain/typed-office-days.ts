import { addDays, type Day, dayFrom, daysBetween, monthOf, yearOf } from './day.ts'
import { officeDayWords, type Verb, type Word } from './office-day-words.ts'
import type { DayEdit, Notice } from './office-days.ts'
import { isWeekend } from './public-holidays.ts'
import { readNotice, withoutNotice } from './typed-notice.ts'

/** `text`: the words that were not understood. */
export type TypedOfficeDays =
  | { ok: true; edits: DayEdit[]; notice: Notice | null }
  | { ok: false; reason: 'unreadable' | 'no_such_day' | 'not_weekend' | 'other_year'; text: string }

/**
 * "nghỉ 02/05/2025; làm bù 26/04/2025", "bỏ 02/05", "nghỉ 16–20/02/2026 theo Thông báo số 9441/TB-BNV ngày 16/10/2025", or
 * the sentences of such a paper → what becomes of which days of a year. In a paper, what speaks of other days is passed over.
 */
export function readOfficeDays(text: string, year: number): TypedOfficeDays {
  const plain = text.normalize('NFC')
  const notice = readNotice(plain)
  const edits = new Map<Day, DayEdit>()
  for (const clause of withoutNotice(plain).split(/\n|;|\.(?=\s)/u)) {
    const read = readClause(clause, year)
    if (typeof read === 'string' && notice === null) return { ok: false, reason: read, text: clause.trim() }
    if (typeof read !== 'string') for (const edit of read) edits.set(edit.day, edit)
  }
  const read = [...edits.values()]
  return read.length > 0 ? { ok: true, edits: read, notice } : { ok: false, reason: 'unreadable', text: plain.trim() }
}

type Wrong = Extract<TypedOfficeDays, { ok: false }>['reason']
type Ruling = Verb | 'into' | null
type Ruled = { days: Day[]; verb: Ruling }

/** A clause without a day says nothing. */
function readClause(clause: string, year: number): DayEdit[] | Wrong {
  const words = officeDayWords(clause, year)
  if (words.some((word) => word.is === 'day' && word.day === null)) return 'no_such_day'
  const ruled = ruledDays(words)
  const found = ruled.map((one) => editsOf(one, year))
  return found.find((one) => typeof one === 'string') ?? found.flatMap((one) => (typeof one === 'string' ? [] : one))
}

const asOf: Record<Verb | 'into', DayEdit['as']> = {
  off: 'off',
  swap: 'off',
  into: 'madeUp',
  madeUp: 'madeUp',
  usual: 'usual',
}

function editsOf({ days, verb }: Ruled, year: number): DayEdit[] | Wrong {
  const inYear = days.filter((day) => yearOf(day) === year)
  if (verb === null || days.length === 0) return 'unreadable'
  if (inYear.length === 0) return 'other_year'
  const as = asOf[verb]
  if (as === 'madeUp' && inYear.some((day) => !isWeekend(day))) return 'not_weekend'
  const rests = inYear.filter((day) => as !== 'off' || !isWeekend(day))
  // "nghỉ 26/04" of a Saturday that was to be worked: it is as any other again.
  return rests.length > 0 ? rests.map((day) => ({ day, as })) : inYear.map((day) => ({ day, as: 'usual' }))
}

function ruledDays(words: Word[]): Ruled[] {
  const ruled: Ruled[] = []
  let verb: Ruling = null
  let isSpent = true
  for (const [index, word] of words.entries()) {
    if (word.is === 'day') {
      const run = runBefore(words, index)
      if (words[index - 1]?.is === 'to' && words[index - 2]?.is === 'day') ruled.pop()
      ruled.push({ days: run, verb })
      isSpent = true
    } else if (word.is === 'into') verb = verb === 'swap' ? 'into' : verb
    else if (word.is !== 'to' && word.is !== 'short') {
      for (const one of ruled) one.verb ??= word.is
      verb = word.is
      isSpent = false
    }
  }
  // "02/05 nghỉ, 26/04 làm bù": the verb comes after its day.
  const last = ruled.at(-1)
  if (!isSpent && last && verb !== 'swap') last.verb = verb
  return ruled
}

/** The day at this place with those before it that it stands for: "16-20/02", "16, 17/02", "16/02 đến 20/02"; none where it cannot be. */
function runBefore(words: Word[], index: number): Day[] {
  const day = dayAt(words[index], null)
  if (day === null) return []
  if (words[index - 1]?.is === 'to') {
    const from = dayAt(words[index - 2], day)
    return from === null ? [day] : upTo(from, day)
  }
  const before = words.slice(0, index)
  const shorts = before.slice(before.findLastIndex((word) => word.is !== 'short') + 1)
  return [...shorts.flatMap((word) => dayAt(word, day) ?? []), day]
}

/** A day that is written out; a bare number borrows month and year from the day after it. */
function dayAt(word: Word | undefined, after: Day | null): Day | null {
  if (word?.is === 'day') return word.day
  return word?.is === 'short' && after !== null ? dayFrom(yearOf(after), monthOf(after), word.count) : null
}

/** No run of days off is longer than this. */
const longestRun = 20

function upTo(from: Day, to: Day): Day[] {
  const count = daysBetween(from, to)
  return count < 0 || count > longestRun ? [] : Array.from({ length: count + 1 }, (_, add) => addDays(from, add))
}
