import { z } from 'zod'
import { fold } from './fold.ts'
import shipped from './honours.json' with { type: 'json' }

export const honourKinds = ['title', 'commendation'] as const
/** Danh hiệu thi đua; hình thức khen thưởng. */
export type HonourKind = (typeof honourKinds)[number]
export const honoured = ['person', 'unit', 'household'] as const
/** Whom it is for: individuals, collectives and households are kept apart. */
export type Honoured = (typeof honoured)[number]

const honour = z.object({
  kind: z.enum(honourKinds),
  of: z.enum(honoured),
  name: z.string(),
  /** How tables and people abbreviate it. */
  short: z.array(z.string()),
})
export type Honour = z.infer<typeof honour>

/** What an agency changes in the list that comes with the program: it adds one, or no longer uses one. */
export const honourChange = honour.omit({ short: true }).extend({ dropped: z.boolean() })
export type HonourChange = z.infer<typeof honourChange>

/** A whole list, as it is handed on. */
export const honours = z.array(honour)
const lawful = honours.parse(shipped)
const sameHonour = (one: Omit<Honour, 'short'>, other: Omit<Honour, 'short'>): boolean =>
  one.kind === other.kind && one.of === other.of && fold(one.name) === fold(other.name)

/** The list that comes with the program (Law 06/2022/QH15, Articles 9 and 19–28), as the agency has changed it; its own last. */
export function honoursWith(changes: HonourChange[]): Honour[] {
  const kept = lawful.filter((one) => !changes.some((change) => change.dropped && sameHonour(change, one)))
  const added = changes.filter((change) => !change.dropped && !kept.some((one) => sameHonour(change, one)))
  return [...kept, ...added.map(({ kind, of, name }) => ({ kind, of, name, short: [] }))]
}

const collective = /\btap the\b|\bco thi dua\b|\bdon vi\b|\bho gia dinh\b|\bthon\b/
const individual = /\bca nhan\b|\bchien si\b|^lao dong tien tien\b|\bky niem chuong\b/
const isTitle = /\bdanh hieu\b|\bchien si\b|\btien tien\b|\bxuat sac\b|\bco thi dua\b|\bquyet thang\b|\bvan hoa\b/

/** Does a name that a plan lists fit a menu: of this kind, for this registrant? What says neither is for both. */
function fits(name: string, kind: HonourKind, of: Honoured): boolean {
  const words = fold(name)
  if (isTitle.test(words) !== (kind === 'title')) return false
  return of === 'person' ? !collective.test(words) : !individual.test(words)
}

/** The names to choose from: the plan's own first, then those of the list, each once. */
export function honourNames(
  list: Honour[],
  ofPlan: string[],
  { kind, of }: { kind: HonourKind; of: Honoured },
): string[] {
  const own = ofPlan.filter((name) => fits(name, kind, of))
  const rest = list.filter((one) => one.kind === kind && one.of === of).map(({ name }) => name)
  return [...new Map([...own, ...rest].map((name) => [fold(name), name])).values()]
}

/** "LĐTT", "cstđ cơ sở", "Lao động tiên tiến" → the honour; null for anything else. */
export function readHonour(list: Honour[], typed: string): Honour | null {
  const words = fold(typed)
  if (words === '') return null
  const bare = words.replace(/^(?:danh hieu|hinh thuc(?: khen(?: thuong)?)?) /, '')
  return list.find(({ name, short }) => [name, ...short].some((one) => fold(one) === bare)) ?? null
}

const kindWords: Record<string, HonourKind> = { 'danh hieu': 'title', 'hinh thuc': 'commendation' }
const whomWords: Record<string, Honoured> = { 'ca nhan': 'person', 'tap the': 'unit', ho: 'household' }

/** "danh hiệu; cá nhân; Chiến sĩ thi đua ngành thuế" → a line of the list; null where it is not one. */
export function readHonourLine(text: string): Omit<Honour, 'short'> | null {
  const [first = '', second = '', ...rest] = text.normalize('NFC').split(';')
  const kind = kindWords[fold(first)]
  const of = whomWords[fold(second)]
  const name = rest.join(';').replace(/\s+/gu, ' ').trim()
  return kind && of && /\p{L}{2}/u.test(name) && name.length <= 150 ? { kind, of, name } : null
}
