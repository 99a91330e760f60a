import type { Token } from './tokens.ts'

const closes = /^[),.;:!?…”\]]/
const opens = /^[(“[]/

/** A reading as far as the white space beside it is concerned: what it is, its text, and whether letters are put back in it. */
export type Beside = { kind: Token['kind']; text: string; filled: boolean }

/** How unlikely the white space between two words is: one space is right, none at a closing sign, more are odd. A natural logarithm, at most 0. */
export function gapCost(gap: string, before: Beside, after: Beside): number {
  if (gap.includes('\n')) return -0.3 * Math.min(gap.replace(/[^ ]/g, '').length, 6)
  const stuck =
    (after.kind === 'mark' && closes.test(after.text)) || (before.kind === 'mark' && opens.test(before.text))
  if (stuck) return gap ? -3 - Math.min(gap.length, 6) : 0
  if (!gap) return before.kind === 'mark' && after.filled ? -4 : 0
  return gap.length === 1 ? 0 : -1.5 - Math.min(gap.length, 6)
}
