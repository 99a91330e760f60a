import { fold } from './fold.ts'
import { longestTarget, readTarget } from './target.ts'

/** A number with its unit and the words it stands in; words alone have neither. */
export type Measured = { value: number | null; unit: string | null; text: string }

/** The longest result that still fits a column of the report, in letters. */
export const longestResult = longestTarget

const verdicts = ['exceeded', 'reached', 'below', 'uncounted'] as const
/** How a result stands to its target; `uncounted`: it is not a matter of more or less. */
export type Verdict = (typeof verdicts)[number]

/** "không quá 05 vụ", "dưới 3%", "giảm còn 2 vụ": less is better, so a share says nothing. */
const ceiling = /\b(?:khong (?:qua|vuot)|duoi|toi da|nhieu nhat|it hon|nho hon|giam (?:con|xuong)|at most|less than)\b/

const sameUnit = (one: string | null, other: string | null): boolean => {
  const [a, b] = [fold(one ?? ''), fold(other ?? '')]
  return a === b || (a !== '' && b !== '' && (a.startsWith(`${b} `) || b.startsWith(`${a} `)))
}

type Countable = { target: number; result: number }

/** The two numbers of a target and its result, where one can be measured by the other. */
function countable(target: Measured | null, result: Measured | null): Countable | null {
  if (target?.value == null || result?.value == null || target.value <= 0) return null
  if (ceiling.test(fold(target.text)) || !sameUnit(target.unit, result.unit)) return null
  return { target: target.value, result: result.value }
}

/** Can a result of this target be counted against it? Qualitative targets and ceilings are not forced into percent. */
export const isCountable = (target: Measured | null): boolean => countable(target, target) !== null

/** How much of a target was reached, percent with one decimal; null where it cannot be counted. What fell short never reads 100. */
export function shareOf(target: Measured | null, result: Measured | null): number | null {
  const both = countable(target, result)
  if (!both) return null
  const share = Math.round((both.result * 1000) / both.target) / 10
  if (both.result < both.target) return Math.min(share, 99.9)
  return both.result > both.target ? Math.max(share, 100.1) : share
}

export function verdictOf(target: Measured | null, result: Measured | null): Verdict {
  const both = countable(target, result)
  if (!both) return 'uncounted'
  if (both.result < both.target) return 'below'
  return both.result > both.target ? 'exceeded' : 'reached'
}

export type ReadResult =
  | { ok: true; result: Measured }
  | { ok: false; reason: 'empty' | 'no_number' | 'too_long' | 'other_unit'; unit?: string }

/** "120/125 hồ sơ" → the share that it is of the whole, percent with two decimals; null where it is no such part. */
function partOf(text: string): number | null {
  const match =
    /(?<![\d/.,])(\d{1,3}(?:\.\d{3})+|\d+)\s*(?:\/|trên|trong(?: tổng)? số)\s*(\d{1,3}(?:\.\d{3})+|\d+)(?!\s*\/|\d)/u.exec(
      text,
    )
  const [part, whole] = [match?.[1], match?.[2]].map((digits) => Number(digits?.replaceAll('.', '')))
  if (part === undefined || whole === undefined || !(whole > 0) || part > whole) return null
  return Math.round((part / whole) * 10_000) / 100
}

/** A bare number: "95", "1.250", "98,5". */
const bare = /^\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*$/u

/**
 * What came of a target, as people type it. A bare number is in the target's unit, "120/125 hồ sơ" answers a target in
 * percent. Where the target can be counted, refuses words without a number and a number of another unit; else words do.
 */
export function readResult(typed: string, target: Measured | null): ReadResult {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\d]/u.test(text)) return { ok: false, reason: 'empty' }
  if (text.length > longestResult) return { ok: false, reason: 'too_long' }
  const number = bare.exec(text)
  const unit = target?.unit ?? null
  if (number && unit !== null) {
    const value = Number(`${(number[1] ?? '').replaceAll('.', '')}.${number[2] ?? '0'}`)
    return { ok: true, result: { value, unit, text: unit === '%' ? `${text}%` : `${text} ${unit}` } }
  }
  const part = unit === '%' && !text.includes('%') ? partOf(text) : null
  if (part !== null) return { ok: true, result: { value: part, unit: '%', text } }
  const read = readTarget(text)
  const result = read.ok ? read.target : { value: null, unit: null, text }
  if (!isCountable(target)) return { ok: true, result }
  if (result.value === null) return { ok: false, reason: 'no_number' }
  return sameUnit(unit, result.unit) ? { ok: true, result } : { ok: false, reason: 'other_unit', unit: unit ?? '' }
}

/** Does a result so exceed its target that it is likelier mistyped? From twice the target on. */
export function isDoubtful(target: Measured | null, result: Measured | null): boolean {
  const both = countable(target, result)
  return both !== null && both.result >= both.target * 2 && both.result - both.target > 1
}
