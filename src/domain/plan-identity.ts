import { createHash } from 'node:crypto'
import { yearOf } from './day.ts'
import { fold } from './fold.ts'
import type { PlanDraft } from './plan.ts'

/** What a plan is known by: issuer, symbol, number and year where all are there; its words in any case. */
export type PlanIdentity = { key: string | null; fingerprint: string; year: number | null }
export type KnownPlan = PlanIdentity & { id: string }

/**
 * `same`: word for word; `changed`: the same number with other words; `alike`: no number to go by, but much the same
 * words. The last two are a replacement, a correction or a mistake: only a person can say.
 */
export type Likeness = { relation: 'new' } | { relation: 'same' | 'changed' | 'alike'; planId: string }

/** A draft and its restored text → its identity. A blank number, issuer or year gives no key. */
export function identityOf(draft: PlanDraft, text: string): PlanIdentity {
  const issued = draft.issuedOn ?? draft.issuedOnGuess
  const number = readNumber(draft.number ?? '')
  const year = issued === null ? (number?.year ?? null) : yearOf(issued)
  const issuer = fold(draft.issuer ?? '')
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\bhdnd\b/g, 'hoi dong nhan dan')
  const known = number !== null && year !== null && issuer !== ''
  return {
    key: known ? [issuer, number.symbol, number.number, year].join('|') : null,
    fingerprint: sketchOf(text),
    year,
  }
}

/** What may be published once only: the key, or the words where there is none. */
export const claimOf = ({ key, fingerprint }: PlanIdentity): string =>
  key ?? `words|${fingerprint.slice(0, hashLength)}`

/** Is this plan one of those known? Of several the most certain. */
export function compareIdentity(plan: PlanIdentity, known: KnownPlan[]): Likeness {
  const order = ['same', 'changed', 'alike'] as const
  const likenesses = known.map((other) => ({ relation: relationOf(plan, other), planId: other.id }))
  for (const relation of order) {
    const found = likenesses.find((likeness) => likeness.relation === relation)
    if (found) return { relation, planId: found.planId }
  }
  return { relation: 'new' }
}

function relationOf(plan: PlanIdentity, other: KnownPlan): 'same' | 'changed' | 'alike' | null {
  const words = plan.fingerprint === other.fingerprint
  if (plan.key !== null && other.key !== null) {
    // Last year's plan of the same office reads much the same: with both numbers known only they count.
    return plan.key === other.key ? (words ? 'same' : 'changed') : null
  }
  if (words) return 'same'
  if (plan.year !== null && other.year !== null && plan.year !== other.year) return null
  return likeness(plan.fingerprint, other.fingerprint) >= alikeFrom ? 'alike' : null
}

/** The plan that this document says it extends or changes, by number and, where both are known, day; null where none is known. */
export function amendedPlan<Plan extends Pick<PlanDraft, 'number' | 'issuedOn'>>(
  { amends }: PlanDraft,
  known: Plan[],
): Plan | null {
  const cited = readNumber(amends?.number ?? '')
  if (!amends || !cited) return null
  const fits = ({ number, issuedOn }: Plan) => {
    const own = readNumber(number ?? '')
    const otherDay = amends.date !== null && issuedOn !== null && amends.date !== issuedOn
    return own?.number === cited.number && own.symbol === cited.symbol && !otherDay
  }
  return known.find(fits) ?? null
}

/** "08/KH-UBND", "217-KH/TU", "31/2024/QĐ-UBND" → number without leading zeros, symbol, own year. Blank number: null. */
function readNumber(text: string) {
  const parts = text.trim().match(/^0*(\d+)\s*[-/–]\s*(?:((?:19|20)\d\d)\s*\/\s*)?(\S.*)$/u)
  if (!parts) return null
  return { number: parts[1] ?? '', year: parts[2] ? Number(parts[2]) : null, symbol: fold(parts[3] ?? '') }
}

const hashLength = 16
const sketchSize = 48
const wordsTogether = 4
/** The share of common word groups from which two texts are asked about. */
const alikeFrom = 0.5

/** A hash of the words, then the least hash of their groups under each of 48 mixings: equal places tell the common share. */
function sketchOf(text: string): string {
  const words = fold(text).split(' ')
  const hash = createHash('sha256').update(words.join(' ')).digest('hex').slice(0, hashLength)
  const least = new Uint32Array(sketchSize).fill(0xffffffff)
  for (let start = 0; start + wordsTogether <= words.length; start++) {
    const group = hash32(words.slice(start, start + wordsTogether).join(' '))
    for (let index = 0; index < sketchSize; index++) {
      const mixed = mix(group, index)
      if (mixed < (least[index] ?? 0)) least[index] = mixed
    }
  }
  return hash + Array.from(least, (value) => value.toString(16).padStart(8, '0')).join('')
}

/** The share of places at which two sketches agree, 0 … 1. */
function likeness(one: string, other: string): number {
  const places = (sketch: string) => sketch.slice(hashLength).match(/.{8}/g) ?? []
  const others = places(other)
  return places(one).filter((place, index) => place === others[index]).length / sketchSize
}

/** FNV-1a. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** The finisher of MurmurHash3, begun elsewhere for each index. */
function mix(value: number, index: number): number {
  let mixed = value ^ Math.imul(index + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
