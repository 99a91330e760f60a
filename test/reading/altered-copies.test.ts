import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type PlanDraft, planDraft } from '../../src/domain/plan.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { restoreText } from '../../src/reading/restore/restore-text.ts'
import { type AlteredCopy, alteredCopies, rewrapped } from './altered-copies.ts'

const fixtures = new URL('./fixtures/', import.meta.url)
const real = new URL('../../../shared/plans/', import.meta.url)
const haveReal = existsSync(real)
if (!haveReal) console.warn('SKIPPED: ../shared/plans is not there, altered copies are made of our own fixtures only')

const textsIn = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.includes('.'))
    .map((name) => ({ name, text: restoreText(readFileSync(new URL(name, folder), 'utf8')).text }))
const plans = [
  ...textsIn(fixtures).filter(({ name }) => name.startsWith('ke-hoach')),
  ...(haveReal ? textsIn(real) : []),
]

/** White space aside, also that behind a hyphen where a line was torn; the marker at the head of a clause aside. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/([/-])\s(?=\p{L})/gu, '$1')
    .replace(/^(?:(?:[IVX]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.|[a-zđ]\)|\d\))\s/, '')

/** Facts whose words, days and sections follow a copy's changes; periods by year or month do not move with its days. */
type Facts = Omit<PlanDraft, 'period' | 'deadlines' | 'repairs'>

const factsOf = ({ period, deadlines, repairs, ...facts }: PlanDraft): Facts => {
  expect(period && deadlines && repairs).toBeDefined()
  return facts
}

function mapped(value: unknown, copy: AlteredCopy, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, copy))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapped(part, copy, name)]))
  if (typeof value !== 'string') return value
  if (key === 'section') return copy.section(value)
  return /^\d{4}-\d\d-\d\d$/.test(value) ? copy.day(value) : tidy(copy.words(value))
}

const unchanged: AlteredCopy = {
  say: '',
  text: '',
  day: (day) => day,
  section: (path) => path,
  words: (words) => words,
}

const exactDays = ({ deadlines }: PlanDraft) =>
  deadlines
    .filter(({ precision }) => precision === 'day')
    .map(({ kind, on, lastDay, section }) => ({ kind, on, lastDay, section }))

describe.each(plans)('$name', ({ text }) => {
  const original = readPlan(text).draft

  it.each(alteredCopies(text))('$say', (copy) => {
    const { draft, text: restored } = readPlan(copy.text)
    expect(planDraft.safeParse(draft).success).toBe(true)
    expect(mapped(factsOf(draft), unchanged)).toEqual(mapped(factsOf(original), copy))
    expect(exactDays(draft)).toEqual(mapped(exactDays(original), copy))
    expect(quotesOf(draft).filter((quote) => !squeeze(restored).includes(quote))).toEqual([])
  })

  it('reads the same at every width', () => {
    const widths = Array.from({ length: 40 }, (_, step) => 60 + step * 4)
    const changed = widths.filter(
      (width) =>
        JSON.stringify(exactDays(readPlan(rewrapped(text, width)).draft)) !== JSON.stringify(exactDays(original)),
    )
    expect(changed).toEqual([])
  })
})

const squeeze = (text: string): string => text.replace(/\s+/g, ' ')

const quotesOf = ({ deadlines, legalBases, period }: PlanDraft): string[] =>
  [...deadlines, ...legalBases, ...(period ? [period] : [])].map(({ quote }) => squeeze(quote))
