import type { PlanDraft } from '../domain/plan.ts'
import type { Clause } from './document.ts'
import { isBullet, readMarker } from './read-marker.ts'
import { clausesBelow, innermost, naming, type Section, saidBehindLabel, sectionsNamed, wordsOf } from './sections.ts'
import { readPartners, readUnitPhrase } from './unit-phrase.ts'

type Assignment = PlanDraft['assignments'][number]

const isBulleted = (clause: Clause): boolean => clause.marker !== null && isBullet(readMarker(clause.marker))

/** The clauses straight below a section's heading: the numbered ones, or the dashed where nothing is numbered. */
function children({ opening, below }: Section): Clause[] {
  const straight = below.filter(
    (clause) => clause.headings.length === opening.headings.length + 1 && clause.marker !== null,
  )
  const numbered = straight.filter((clause) => !isBulleted(clause))
  return numbered.length ? numbered : straight
}

/** A body with its tasks: told in the clause itself, or listed below it. */
function readAssignment(clause: Clause, below: readonly Clause[]): Assignment[] {
  const phrase = readUnitPhrase(wordsOf(clause))
  if (!phrase || (!below.length && phrase.rest.replace(/^[\s:]+/, '') === '')) return []
  const text = phrase.rest.replace(/^[\s:]+/, '') ? wordsOf(clause) : below.map((task) => task.text).join(' ')
  return [{ unit: phrase.unit, with: readPartners(phrase.rest), section: clause.section, text }]
}

/** `Tiêu chuẩn khen thưởng: Sở Nội vụ chủ trì, phối hợp …`: a body that is given the lead outside the assigning sections. */
function leadElsewhere(clause: Clause): Assignment[] {
  const said = saidBehindLabel(clause)
  const found = /^(?:Giao\s+)?(\p{Lu}[^.:;]{2,80}?)\s+chủ trì(?=[\s,])(.*)$/su.exec(said)
  return found
    ? [{ unit: found[1] ?? '', with: readPartners(found[2] ?? ''), section: clause.section, text: said }]
    : []
}

const assigns = naming('to chuc (?:va )?thuc hien|to chuc trien khai|trach nhiem|phan cong|giao nhiem vu')

/** Who is told to do what: the items of the sections that assign work, and the leads given elsewhere. */
export function readAssignments(clauses: readonly Clause[]): PlanDraft['assignments'] {
  const sections = innermost(sectionsNamed(clauses, (label) => assigns.test(label)))
  const inside = new Set(sections.flatMap(({ opening, below }) => [opening, ...below]))
  const assigned = sections.flatMap((section) =>
    children(section).flatMap((clause) =>
      readAssignment(clause, clausesBelow(section.below, section.below.indexOf(clause))),
    ),
  )
  return [...clauses.filter((clause) => !inside.has(clause)).flatMap(leadElsewhere), ...assigned]
}
