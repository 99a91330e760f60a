import { actorFamilies, isIndividual, scopeWords } from './actor-words.ts'
import { unmarked } from './fold.ts'
import type { Membership } from './person.ts'
import type { Unit } from './unit.ts'

/** Whom a deadline binds: the unit itself, or each person of it. */
export type AudienceMember = { unitId: string; subject: 'unit' | 'person' }

/** Rows in the order of the units; `unmatched` are the words of the actor for which the agency has no unit. */
export type AudienceProposal = { rows: AudienceMember[]; unmatched: string[] }

/**
 * The actor named in a sentence → the units of the agency that it means. An actor that names individuals binds each
 * person of the units named, else of all. No actor: nobody (for information).
 */
export function proposeAudience(actor: string | null, units: Unit[]): AudienceProposal {
  if (actor === null || actor.trim() === '') return { rows: [], unmatched: [] }
  const { text, named } = nameUnits(tidy(actor), units)
  const found = shareScopes(splitActors(text).map((words) => phraseOf(words, named))).map((phrase) => ({
    ...phrase,
    rows: rowsOf(phrase, units),
  }))
  const unmatched = found.filter(({ rows }) => rows.length === 0).map(({ words }) => words)
  return {
    rows: inOrder(
      found.flatMap(({ rows }) => rows),
      units,
    ),
    unmatched,
  }
}

/** Every unit that acts for itself: all but a lone root that only holds the others together. */
export function actingUnits(units: Unit[]): Unit[] {
  const roots = units.filter(({ parentId }) => parentId === null)
  const lone = roots.length === 1 && units.length > 1 ? roots[0] : undefined
  return units.filter((unit) => unit !== lone && unit.relation !== 'superior')
}

/** Audience rows without repeats, in the order of the units, the unit before its people. */
export function inOrder(rows: AudienceMember[], units: Unit[]): AudienceMember[] {
  return units.flatMap(({ id }) =>
    (['unit', 'person'] as const)
      .filter((subject) => rows.some((row) => row.unitId === id && row.subject === subject))
      .map((subject) => ({ unitId: id, subject })),
  )
}

/** "công chức của Phòng Kinh tế": who acts, the units named as acting, and those named as the place. */
type Phrase = { words: string; head: string; acting: Unit[]; scope: Unit[] }

function phraseOf(words: string, named: Map<string, Unit>): Phrase {
  const [head = '', ...rest] = words.toLowerCase().split(scopeWords)
  return { words, head, acting: unitsNamed(head, named), scope: unitsNamed(rest.join(' '), named) }
}

/** In "cán bộ, công chức Phòng Kinh tế", "các phòng, đơn vị thuộc Văn phòng" the place said last is that of all of one sort. */
function shareScopes(phrases: Phrase[]): Phrase[] {
  const shared: Phrase[] = []
  for (const phrase of phrases.toReversed()) {
    const next = shared[0]
    const isBare = phrase.acting.length + phrase.scope.length === 0
    if (next && isBare && isIndividual(phrase.head) === isIndividual(next.head))
      shared.unshift({ ...phrase, scope: next.scope, acting: isIndividual(phrase.head) ? next.acting : [] })
    else shared.unshift(phrase)
  }
  return shared
}

/** "công chức Văn phòng - thống kê", where the agency has no such office: whoever is meant, it is not everybody. */
const namesUnknownBody = ({ words, acting, scope }: Phrase): boolean =>
  acting.length + scope.length === 0 && /\s\p{Lu}\p{Ll}/u.test(words.replace(itsOwnPlace, ''))
// "công chức xã Ea Sương": the place, not a body in it
const itsOwnPlace = /\s(?:xã|phường|thị trấn|huyện|quận|thành phố|tỉnh)(?:\s\p{Lu}\p{L}*)+/gu

// "Phòng Y tế huyện", "Sở Khoa học": one body by its name, which the agency may not have
const oneBody = /^\s*(?:[Pp]hòng|[Ss]ở|[Bb]an|[Tt]rường|[Tt]rạm|[Tt]rung tâm|[Cc]hi cục|[Cc]ục|[Bb]ộ)\s\p{Lu}/u
const bodyWord =
  /^\s*(?:\p{L}+ )?(?:phòng|sở|ban|trường|trạm|trung tâm|chi cục|cục|bộ|hội|đoàn|công đoàn|mặt trận|ủy ban|hội đồng|đảng|văn phòng|công an|thôn|buôn|tổ|hợp tác xã|công ty|cán bộ|các)(?!\p{L})/iu

function rowsOf(phrase: Phrase, units: Unit[]): AudienceMember[] {
  const { head, acting, scope } = phrase
  if (isIndividual(head) && namesUnknownBody(phrase)) return []
  const below = scope.length === 0 ? units : units.filter((unit) => scope.some((top) => isWithin(unit, top, units)))
  if (isIndividual(head)) return as('person', acting.length > 0 ? acting : below)
  if (acting.length > 0) return as('unit', acting)
  if (oneBody.test(phrase.words)) return []
  const families = actorFamilies.filter(({ says }) => says.test(head))
  const family = (unit: Unit) => families.some(({ is }) => is.test(loosen(unit.name)))
  return as('unit', actingUnits(below).filter(family))
}

const as = (subject: AudienceMember['subject'], units: Unit[]): AudienceMember[] =>
  units.map(({ id }) => ({ unitId: id, subject }))

function isWithin(unit: Unit, top: Unit, units: Unit[]): boolean {
  if (unit.id === top.id) return true
  const parent = units.find(({ id }) => id === unit.parentId)
  return parent !== undefined && isWithin(parent, top, units)
}

const place = (index: number) => `⟦${index}⟧`

/** Replaces each unit's name in the text by a mark, the longest name first: names hold "và" and commas too. */
function nameUnits(text: string, units: Unit[]) {
  const named = new Map<string, Unit>()
  const cores = units.map((unit) => ({ unit, ...coreOf(unit.name) })).filter(({ core }) => core.includes(' '))
  cores.sort((one, other) => other.core.length - one.core.length)
  let marked = text
  cores.forEach(({ unit, core, pattern }, index) => {
    const at = ` ${unmarked(marked)} `.search(pattern)
    if (at < 0) return
    named.set(place(index), unit)
    marked = `${marked.slice(0, at - 1)}${place(index)}${marked.slice(at - 1 + core.length)}`
  })
  return { text: marked, named }
}

const unitsNamed = (text: string, named: Map<string, Unit>): Unit[] =>
  [...named].filter(([mark]) => text.includes(mark)).map(([, unit]) => unit)

/** "Hội Nông dân xã Ea Mẫu" is called "Hội Nông dân" in a plan: the name without its place and marks; never that of another level. */
function coreOf(name: string): { core: string; pattern: RegExp } {
  const words = loosen(name)
  const core = unmarked(words.replace(itsPlace, ''))
  const level = unmarked(words.match(itsPlace)?.[1] ?? '')
  const others = level === '' ? '' : `(?! (?:${levels.filter((other) => other !== level).join('|')})[ ,;])`
  return { core, pattern: new RegExp(`(?<=[ ,;])${core}(?=[ ,;])${others}`, 'iu') }
}
const levels = ['xa', 'phuong', 'thi tran', 'huyen', 'quan', 'thanh pho', 'tinh']
const itsPlace = /(?<=\S \S+)(?<!hợp tác) (xã(?! hội)|phường|thị trấn|huyện|quận|thành phố|tỉnh)(?: .*)?$/u

/** Dashes and brackets to spaces, the usual abbreviations written out; commas stay. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N},;]+/gu, ' ')
    .replace(/(?<!\p{L})UBND(?!\p{L})/giu, 'Ủy ban nhân dân')
    .replace(/(?<!\p{L})HĐND(?!\p{L})/giu, 'Hội đồng nhân dân')
    .replace(/(?<!\p{L})(?:UB)?MTTQ(?:VN)?(?!\p{L})/giu, 'Mặt trận Tổ quốc')
    .trim()

const loosen = (text: string): string => tidy(text).toLowerCase()

const between = /([,;]|\s(?:và|cùng|phối hợp với)\s)/iu

/** Parts at commas and "và", but not inside a name: "Sở Khoa học và Công nghệ" goes on with a word that begins no body of its own. */
function splitActors(text: string): string[] {
  const [first = '', ...rest] = text.split(between)
  const parts = [first]
  for (let index = 0; index < rest.length; index += 2) {
    const [sign = '', part = ''] = rest.slice(index, index + 2)
    const last = parts.length - 1
    const goesOn = /^\s*\p{Lu}\p{Ll}/u.test(part) && !bodyWord.test(part) && oneBody.test(parts[last] ?? '')
    if (goesOn) parts[last] += sign + part
    else parts.push(part)
  }
  return parts.map((words) => words.trim()).filter((words) => words !== '')
}

/** The people that an audience reaches: of a unit as such its heads and focal points, else everybody who holds a role there. */
export function peopleBound(rows: AudienceMember[], memberships: Membership[]): string[] {
  const answers = ({ role }: Membership, subject: AudienceMember['subject']) =>
    subject === 'person' || role === 'head' || role === 'clerk'
  const bound = memberships.filter((held) =>
    rows.some(({ unitId, subject }) => held.unitId === unitId && answers(held, subject)),
  )
  return [...new Set(bound.map(({ personId }) => personId))]
}

/** The units of an audience in which nobody would hear of it: invitations are wanted. */
export const unreachedUnits = (rows: AudienceMember[], memberships: Membership[], units: Unit[]): Unit[] =>
  units.filter(({ id }) => rows.some((row) => row.unitId === id && peopleBound([row], memberships).length === 0))
