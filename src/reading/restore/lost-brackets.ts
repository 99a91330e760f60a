import type { Repair } from './restore-letters.ts'

type Bracket = { at: number; sign: string }

const farthest = 1500

/** The brackets of a text; `a)` and `1)` at the head of a line are none. */
function bracketsIn(text: string): Bracket[] {
  const markers = new Set(
    [...text.matchAll(/^\s*(?:\p{L}|\d{1,2})?\)/gmu)].map(({ 0: found, index }) => index + found.length - 1),
  )
  return [...text.matchAll(/[()]/g)]
    .map(({ 0: sign, index }) => ({ at: index, sign }))
    .filter(({ at }) => !markers.has(at))
}

/** `(b/c ;` → `(b/c);`: in a text that lost letters, a space stands before a sign exactly once behind a bracket that nothing closes. */
export function lostBrackets(text: string): Repair[] {
  const brackets = bracketsIn(text)
  return brackets.flatMap(({ at, sign }, index) => {
    const next = brackets[index + 1]
    if (sign !== '(' || next?.sign === ')') return []
    const inside = text.slice(at, Math.min(next?.at ?? text.length, at + farthest))
    const places = [...inside.matchAll(/(?<=[\p{L}\d]) (?=[,;.:](?:\s|$))/gu)].map((found) => at + found.index)
    return places.length === 1 ? places.map((from) => ({ from, to: from + 1, restored: ')' })) : []
  })
}
