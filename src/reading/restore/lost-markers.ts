import type { Repair } from './restore-letters.ts'

const order = 'abcdđeghiklmnopqrstuvxy'

/** ` ) Phòng Một …` without the letter b → `b) Phòng Một …`: told from the marker before it, or as the only lost letter that marks items. */
export function lostMarkers(text: string, isLost: (letter: string) => boolean): Repair[] {
  const lost = [...order].filter(isLost)
  const only = lost.length === 1 ? lost[0] : undefined
  const repairs: Repair[] = []
  let before = ''
  for (const found of text.matchAll(/^(\s*)([a-zđ ])\)(?=\s)/gmu)) {
    const [, indent = '', marker = ''] = found
    const next = order[order.indexOf(before) + 1] ?? ''
    const letter = marker !== ' ' ? marker : isLost(next) ? next : isLost('a') ? 'a' : only
    if (!letter) continue
    const from = found.index + indent.length
    if (marker === ' ') repairs.push({ from, to: from + 1, restored: letter })
    before = letter
  }
  return repairs
}
