import type { PlanDraft } from '../domain/plan.ts'
import type { Clause } from './document.ts'
import { isBullet, readMarker } from './read-marker.ts'
import { clausesBelow, innermost, naming, type Section, saidBehindLabel, sectionsNamed, wordsOf } from './sections.ts'
import { readPartners, readUnitPhrase, startsWithBody } from './unit-phrase.ts'

type Assignment = PlanDraft['assignments'][number]

const isBulleted = (clause: Clause): boolean => clause.marker !== null && isBullet(readMarker(clause.marker))

/** The clauses straight below a section's heading: the numbered ones, or the dashed where nothing is numbered. */
function children({ opening, below }: Section): Clause[] {
  const straight = below.filter(
    (clause) => clause.headings.length === opening.headings.length + 1 && clause.marker !== null,
  )
  const numbered = straight.filter((clause) => !isBulleted(clause))
  if (numbered.length) return numbered.flatMap((clause) => levelOrSelf(clause, below))
  return straight.length ? straight : below.filter((clause) => isOrder(clause) || isNamed(clause))
}

/** `Giao Phòng Nội vụ theo dõi …`, `Phòng Nội vụ` on a line of its own: a body told without number or dash. */
const isOrder = ({ text }: Clause): boolean => /^(?:Giao|Yêu cầu|Đề nghị|Phân công)\s/u.test(text)
const isNamed = (clause: Clause): boolean => clause.kind === 'heading' && startsWithBody(clause.text)

const namesBody = (clause: Clause): boolean =>
  !isBulleted(clause) && startsWithBody(wordsOf(clause)) && readUnitPhrase(wordsOf(clause)) !== null

/** `1. Cấp tỉnh` / `a) Ban Phong trào: …`: a level of bodies stands for those below it. */
function levelOrSelf(clause: Clause, all: readonly Clause[]): Clause[] {
  const below = clausesBelow(all, all.indexOf(clause)).filter(
    ({ headings, marker }) => marker && headings.length === clause.headings.length + 1,
  )
  const bodies = below.filter(namesBody)
  return clause.kind === 'heading' && bodies.length > 0 && bodies.length === below.length ? bodies : [clause]
}

const leadsIntoOrders = /(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|thực hiện|kết luận)[^:]{0,80}:$/iu

/** Letters and telegrams give out work in their numbered paragraphs, behind `… yêu cầu:`. */
function orders(clauses: readonly Clause[]): Clause[] {
  const from = clauses.findIndex(({ kind, text }) => kind !== 'item' && leadsIntoOrders.test(text))
  const behind = from < 0 ? [] : clauses.slice(from + 1).filter((clause) => clause.marker && !isBulleted(clause))
  const depth = Math.min(...behind.map(({ headings }) => headings.length))
  return behind.filter(
    (clause) =>
      clause.headings.length === depth && (isOrder({ ...clause, text: wordsOf(clause) }) || namesBody(clause)),
  )
}

/** `Phụ trách Đài truyền thanh xã tuyên truyền …; công chức chuyên môn phối hợp …`: each further body, told behind a semicolon. */
function furtherUnits(clause: Clause): Assignment[] {
  const parts = wordsOf(clause).split(/;\s+/).slice(1)
  return parts.flatMap((part) => {
    const phrase = startsWithBody(part) ? readUnitPhrase(part) : null
    if (!phrase || !/^(?!:)\S/.test(phrase.rest) || phrase.unit.length > 120) return []
    return [{ unit: phrase.unit, with: readPartners(phrase.rest), section: clause.section, text: part }]
  })
}

/** A body with its tasks: told in the clause itself, or listed below it. */
function readAssignment(clause: Clause, below: readonly Clause[]): Assignment[] {
  const phrase = readUnitPhrase(wordsOf(clause))
  if (!phrase || (!below.length && phrase.rest.replace(/^[\s:]+/, '') === '')) return []
  const text = phrase.rest.replace(/^[\s:]+/, '') ? wordsOf(clause) : below.map((task) => task.text).join(' ')
  return [
    { unit: phrase.unit, with: readPartners(phrase.rest), section: clause.section, text },
    ...furtherUnits(clause),
  ]
}

/** `Tiêu chuẩn khen thưởng: Sở Nội vụ chủ trì, phối hợp …`: a body that is given the lead outside the assigning sections. */
function leadElsewhere(clause: Clause): Assignment[] {
  const said = saidBehindLabel(clause)
  const phrase = /chủ trì/.test(said) ? readUnitPhrase(said) : null
  if (!phrase || !/^chủ trì(?!\p{L})/u.test(phrase.rest)) return []
  return [{ unit: phrase.unit, with: readPartners(phrase.rest), section: clause.section, text: said }]
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
  const given = sections.length ? [] : orders(clauses)
  const ordered = given.flatMap((clause) => readAssignment(clause, clausesBelow(clauses, clauses.indexOf(clause))))
  const others = clauses.filter((clause) => !inside.has(clause) && !given.includes(clause) && !clause.row)
  return [...others.flatMap(leadElsewhere), ...ordered, ...assigned]
}
