import type { Clause } from './document.ts'
import { fold, squeeze } from './fold.ts'

/** A section: the clause that opens it and all below it. */
export type Section = { at: number; opening: Clause; below: Clause[] }

/** The words of a clause without its marker. */
export const wordsOf = (clause: Clause): string => clause.text.slice(clause.marker?.length ?? 0).trim()

/** `Đối tượng khác (doanh nhân, trí thức): có nhiều đóng góp`: the label, brackets and all, and what it says. */
const labelled = /^((?:\([^()]{0,250}\)|[^:“"()]){2,120}):\s*(.*)$/s

/** What a clause names itself: a heading's words, else those before the colon that stand early: `Khẩu hiệu thi đua: …`. */
export function labelOf(clause: Clause): string | null {
  const words = wordsOf(clause)
  const label = labelled.exec(words)?.[1]
  if (label && label.replace(/\([^()]*\)/g, '').length <= 120) return squeeze(label)
  return clause.kind === 'heading' ? words : null
}

/** What a clause says behind its label: `Khẩu hiệu thi đua: Lập thành tích …` → `Lập thành tích …`; `` for a mere heading. */
export function saidBehindLabel(clause: Clause): string {
  const label = labelOf(clause)
  if (label === null) return wordsOf(clause)
  return labelled.exec(wordsOf(clause))?.[2]?.trim() ?? ''
}

/** All clauses below the one at a place. */
export function clausesBelow(clauses: readonly Clause[], at: number): Clause[] {
  const depth = clauses[at]?.headings.length ?? 0
  const end = clauses.findIndex((clause, place) => place > at && clause.headings.length <= depth)
  return clauses.slice(at + 1, end < 0 ? clauses.length : end)
}

/** A word as it may stand where one of its letters is lost: `noi` is also ` oi`, `n i`, `no`. */
const withLostLetter = (word: string): string => {
  const damaged = [...word].map((_, at) => `${word.slice(0, at)} ?${word.slice(at + 1)}`)
  return `(?:${[word, ...damaged].join('|')})`
}

/** A topic named in a label at its head or in its list: `ĐỐI TƯỢNG, N I DUNG THI ĐUA` names `noi dung`; `các nội dung sau` does not. */
export function naming(topic: string): RegExp {
  const lossy = topic.replace(/[a-z]{3,}/g, withLostLetter)
  return new RegExp(`^(?:[^:]{0,80}(?:, ?| va |; ?))?(?:cac )?(?:${lossy})(?![a-z])`)
}

/** The sections whose label (small letters, no marks) passes the test, and that say something. */
export function sectionsNamed(clauses: readonly Clause[], test: (label: string) => boolean): Section[] {
  return clauses.flatMap((opening, at) => {
    const label = labelOf(opening)
    if (label === null || !test(fold(label))) return []
    const below = clausesBelow(clauses, at)
    return below.length || saidBehindLabel(opening) ? [{ at, opening, below }] : []
  })
}

/** Those that hold no other of them. */
export const innermost = (sections: readonly Section[]): Section[] =>
  sections.filter(({ at, below }) => !sections.some((other) => other.at > at && other.at <= at + below.length))

/** The items of a section: what is numbered or dashed and says something; below one that is taken nothing is taken again. */
export function itemsOf({ opening, below }: Section): Clause[] {
  const items: Clause[] = []
  let taken = Number.POSITIVE_INFINITY
  for (const [at, clause] of below.entries()) {
    if (clause.headings.length > taken) continue
    taken = Number.POSITIVE_INFINITY
    const leadsIn = clause.kind === 'heading' || /:$/.test(clause.text)
    if (clause.kind === 'paragraph') continue
    if (leadsIn && clausesBelow(below, at).some(({ kind }) => kind !== 'paragraph')) continue
    items.push(clause)
    taken = clause.headings.length
  }
  if (items.length) return items
  return below.length ? below.filter((clause) => clause.kind === 'paragraph') : [opening]
}

/** How deep a section lies. */
export const depthOf = ({ opening }: Section): number => opening.headings.length
