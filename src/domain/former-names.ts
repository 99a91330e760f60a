import type { Day } from './day.ts'
import { unmarked } from './fold.ts'
import catalogue from './former-units.json' with { type: 'json' }
import type { NameToday } from './known-lists.ts'
import type { Deadline, PlanDraft } from './plan.ts'

/** The day from which there is no district level, and the communes have their present names. */
export const reformedOn: Day = catalogue.since

/**
 * A body that a plan names and that is no more since a day. `full`: its name in full, where the plan leaves its district
 * out; `candidates`: what it may be called today, as far as is known.
 */
export type FormerBody = { name: string; full: string; candidates: string[]; since: Day }

/** A place as people write it → its key: "Ea H'Leo", "Ea H’leo" and "EaHleo" are one. */
const keyOf = (name: string): string =>
  unmarked(name.normalize('NFC').replace(/\s*\(.*\)$/u, ''))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const present = new Set(catalogue.units.map(({ name }) => keyOf(name)))

/** "xã Quảng Tiến" → ["xã Quảng Phú"]; a commune that goes by its name today, and one that is not known, → []. */
export function communesToday(name: string): string[] {
  const key = keyOf(name)
  if (present.has(key)) return []
  return catalogue.units.filter(({ formerly }) => formerly.some((old) => keyOf(old) === key)).map((unit) => unit.name)
}

// "UBND các huyện, thị xã, thành phố": one body, though commas part it
const allDistricts = /[^,;()]*(?<!\p{L})huyện,\s*thị xã(?:(?:,|\s+và)\s*thành phố)?/giu
// "Phòng Nội vụ huyện Cư Núi", "Huyện ủy", "Hội Nông dân thị xã", "cấp quận"
const district = /(?<!\p{L})(?:huyện|quận|thị xã)(?!\p{L})/iu
// "UBND thành phố Buôn Cao": not the cities directly under the Government
const city = /(?<!\p{L})thành phố\s+(?!Hà Nội|Hồ Chí Minh|Hải Phòng|Đà Nẵng|Cần Thơ|Huế)\p{Lu}/u
// "UBND xã Ea Sol", "phường 4", "thị trấn Ea Pốk"
const commune = /(?<!\p{L})(?:xã|phường|thị trấn)\s+(?:\p{Lu}[\p{L}'’ʼ`]*|\d+)(?:\s+(?:\p{Lu}[\p{L}'’ʼ`]*|\d+))*/u

// "ngành huyện", "các đơn vị đóng trên địa bàn huyện": whoever is there, no body of its own
const anybody =
  /địa bàn|^(?:các |những )?(?:cơ quan|ban|ngành|đơn vị|đoàn thể|tổ chức|địa phương)(?: (?:cơ quan|ban|ngành|đơn vị|chuyên môn|đoàn thể|thuộc|cấp|của))* (?:huyện|quận|thị xã)$/iu

function bodyOf(phrase: string): FormerBody[] {
  const name = phrase
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:và|qua|thông qua|gửi|về)\s/u, '')
  if (anybody.test(name)) return []
  if (district.test(name) || city.test(name)) return [{ name, full: name, candidates: [], since: reformedOn }]
  const place = name.match(commune)?.[0]
  const today = place === undefined ? [] : communesToday(place)
  const candidates = today.map((unit) => name.replace(place ?? '', unit))
  return candidates.length === 0 ? [] : [{ name, full: name, candidates, since: reformedOn }]
}

/** The former bodies that a phrase (an actor, a recipient) names, in its order. */
export function formerBodies(phrase: string): FormerBody[] {
  const whole = phrase.match(allDistricts) ?? []
  const rest = phrase.replace(allDistricts, '').split(/[,;()]|\s(?:và|qua|thông qua)\s/u)
  return [...whole, ...rest].flatMap(bodyOf)
}

// "Phòng Nội vụ", in a plan of a district; not "Phòng Kinh tế xã"
const bareOffice = /^Phòng\s\p{Lu}(?!.*(?<!\p{L})(?:xã|phường|thị trấn|[Ss]ở|tỉnh|huyện|quận|thành phố)(?!\p{L}))/u

/** The offices that a deadline names without saying of which district, because its plan is the district's own; to be kept with it. */
export function formerByIssuer(
  { issuer, place }: Pick<PlanDraft, 'issuer' | 'place'>,
  { actor, recipient }: Pick<Deadline, 'actor' | 'recipient'>,
): NonNullable<Deadline['formerly']> {
  const [, level, name] = issuer?.match(/(?<!\p{L})(huyện|quận|thị xã)((?:\s\p{Lu}[\p{L}'’]*)*)/iu) ?? []
  // Heads are often printed in capitals: then the place of issue has the name as it is written.
  const proper = name?.trim() && issuer !== issuer?.toUpperCase() ? name.trim() : place
  if (!level || !proper) return []
  const district = `${level.toLowerCase()} ${proper}`
  const parts = [actor, recipient].flatMap((phrase) => (phrase ?? '').replace(/\s+/gu, ' ').split(/\s*[,;()]\s*/u))
  const names = new Set(parts.filter((part) => bareOffice.test(part)))
  return [...names].map((name) => ({ name, now: null, since: reformedOn, full: `${name} ${district}` }))
}

type Named = Pick<Deadline, 'actor' | 'recipient' | 'formerly'>

/**
 * The former bodies that a deadline names as its actor or recipient: those that the catalogue or the agency's own list
 * (`own`) knows, and those mapped before; none before the day on which they ended.
 */
export function formerIn({ actor, recipient, formerly = [] }: Named, today: Day, own: NameToday[] = []): FormerBody[] {
  const phrases = [actor, recipient].map((phrase) => (phrase ?? '').replace(/\s+/gu, ' '))
  const named = <One extends { name: string }>(some: One[]) =>
    some.filter(({ name }) => phrases.some((phrase) => phrase.includes(name)))
  const known = phrases.flatMap(formerBodies)
  const isPart = (name: string) => known.some((body) => body.name !== name && body.name.includes(name))
  const all: FormerBody[] = [
    ...named(formerly).map(({ name, now, since = reformedOn, full = name }) => ({
      ...{ name, full, since },
      candidates: now ? [now] : [],
    })),
    ...named(own).flatMap(({ name, now, since }) =>
      isPart(name) ? [] : [{ name, full: name, candidates: [now], since }],
    ),
    ...known,
  ]
  return [...Map.groupBy(all, ({ name }) => name)].flatMap(([name, some]) => {
    const { since = reformedOn, full = name } = some[0] ?? {}
    return since > today ? [] : [{ name, full, candidates: [...new Set(some.flatMap((one) => one.candidates))], since }]
  })
}

/** The actor as it is called today, by what the admin has confirmed; an unconfirmed name stays. */
export function actorToday({ actor, formerly = [] }: Pick<Deadline, 'actor' | 'formerly'>): string | null {
  if (actor === null) return null
  return formerly.reduce((words, { name, now }) => (now === null ? words : words.replace(name, now)), actor)
}
