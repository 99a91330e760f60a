import { fold } from '../domain/fold.ts'
import type { Texts } from '../texts/texts.ts'

type Collective = 'committee' | 'assembly' | 'council' | 'bureau' | 'board' | 'standing'
type Post =
  | 'chair'
  | 'secretary'
  | 'departmentHead'
  | 'officeHead'
  | 'boardHead'
  | 'director'
  | 'principal'
  | 'stationHead'
  | 'villageHead'
type Body = { named: RegExp; signsFor: Collective[]; post: Post }

/** What a body is by the first words of its name, folded: for whom its head signs ("TM.", collective bodies alone) and in what post. */
const bodies: Body[] = [
  // "UBND xã Ea Sương"
  { named: /^(?:ubnd|uy ban nhan dan)\b/, signsFor: ['committee'], post: 'chair' },
  { named: /^(?:hdnd|hoi dong nhan dan)\b/, signsFor: ['assembly'], post: 'chair' },
  // "Hội đồng Thi đua - Khen thưởng xã"
  { named: /^hoi dong\b/, signsFor: ['council'], post: 'chair' },
  { named: /^van phong\b/, signsFor: [], post: 'officeHead' },
  { named: /^phong\b/, signsFor: [], post: 'departmentHead' },
  { named: /^(?:so|trung tam)\b/, signsFor: [], post: 'director' },
  { named: /^truong\b/, signsFor: [], post: 'principal' },
  { named: /^tram\b/, signsFor: [], post: 'stationHead' },
  { named: /^thon\b/, signsFor: [], post: 'villageHead' },
  { named: /^(?:dang uy|dang bo|doan)\b/, signsFor: ['bureau', 'board'], post: 'secretary' },
  { named: /^(?:ubmttq|uy ban mat tran|uy ban mttq|mttq|mat tran)\b/, signsFor: ['standing'], post: 'chair' },
  { named: /^(?:hoi|lien doan|cong doan)\b/, signsFor: ['bureau', 'board'], post: 'chair' },
  { named: /^ban\b/, signsFor: [], post: 'boardHead' },
]

const bodyOf = (name: string) => bodies.find(({ named }) => named.test(fold(name)))

/** UBND and HĐND of any level stand alone at the head; others may have the body above them there. */
export const writesSuperior = (name: string): boolean =>
  !bodyOf(name)?.signsFor.some((one) => one === 'committee' || one === 'assembly')

/** Who signs for a council has a second title, that in the agency. */
export const signsForCouncil = (name: string): boolean => bodyOf(name)?.signsFor.includes('council') ?? false

/** Ways to sign that the name of a unit suggests, a line break between lines: the head, then the deputy; none where the name says nothing. */
export function suggestSigning({ t }: Texts, name: string): string[] {
  const body = bodyOf(name)
  if (!body) return []
  const post = t(`papers.unit.post.${body.post}`)
  const ways = [post, `${t('papers.unit.inPlaceOf', { post })}\n${t('papers.unit.deputy', { post })}`]
  if (body.signsFor.length === 0) return ways
  return body.signsFor.flatMap((one) => ways.map((way) => `${t(`papers.unit.onBehalf.${one}`)}\n${way}`))
}

const spelled: { short: RegExp; full: 'committee' | 'assembly' }[] = [
  { short: /^(?:UBND|Ủy ban nhân dân)\s+/iu, full: 'committee' },
  { short: /^(?:HĐND|Hội đồng nhân dân)\s+/iu, full: 'assembly' },
]

/** "UBND xã Ea Sương" → "Ủy ban nhân dân", "xã Ea Sương", as the head has it on two lines; any other name stays. */
export function suggestIssuer({ t }: Texts, name: string): string {
  const found = spelled.find(({ short }) => short.test(name))
  return found ? name.replace(found.short, `${t(`papers.unit.full.${found.full}`)}\n`) : name
}

/** The abbreviation in symbols, where it is the same in all the country; null: the house has to say. */
export function suggestSymbol({ t }: Texts, name: string): string | null {
  const found = spelled.find(({ short }) => short.test(name))
  return found ? t(`papers.unit.symbol.${found.full}`) : null
}

// "Phòng Văn hóa - Xã hội xã Ea Sương": the last of them, before a name or a number
const seat = /^.*(?<!\p{L})([Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]ỉnh|[Tt]hành phố)\s+([\p{Lu}\d].*)$/u

/** "UBND xã Ea Sương" → "Ea Sương", "UBND phường 1" → "Phường 1"; null where the name tells no place. */
export function suggestPlace(name: string): string | null {
  const [, level = '', place = ''] = seat.exec(name.normalize('NFC')) ?? []
  if (place === '') return null
  return /^\d/.test(place) ? `${level.charAt(0).toUpperCase()}${level.slice(1)} ${place}` : place
}
