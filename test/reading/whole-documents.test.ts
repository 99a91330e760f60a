import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planDraft } from '../../src/domain/plan.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import expected from './fixtures/whole-documents.json' with { type: 'json' }
import { namesTime, sayDeadline } from './say-deadline.ts'

/** Letters, notices, decisions, rules and plans of many bodies: what a clerk would note down from each, and nothing else. */
type Noted = { period: string | null; amends: string | null; deadlines: string[] }
const noted: Record<string, Noted> = expected

const folder = new URL('./fixtures/whole/', import.meta.url)
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

const read = (raw: string): Noted => {
  const { period, amends, deadlines } = readPlan(raw).draft
  return {
    period: period?.quote ? `${period.start ?? ''} … ${period.end ?? ''}` : null,
    amends: amends?.number ?? null,
    deadlines: deadlines.filter(namesTime).map(sayDeadline),
  }
}

/** Uỷ → Ủy, hoà → hòa the other way round: the older placement of tones. */
const olderTones = (text: string): string =>
  text
    .replace(/ủy/g, 'uỷ')
    .replace(/Ủy/g, 'Uỷ')
    .replace(/òa(?!\p{L})/gu, 'oà')
    .replace(/óa(?!\p{L})/gu, 'oá')
    .replace(/ủy(?!\p{L})/gu, 'uỷ')

const newerTones = (text: string): string =>
  text
    .replace(/uỷ/g, 'ủy')
    .replace(/Uỷ/g, 'Ủy')
    .replace(/oà(?!\p{L})/gu, 'òa')
    .replace(/oá(?!\p{L})/gu, 'óa')

const inNewerTones = ({ deadlines, ...rest }: Noted): Noted => ({ ...rest, deadlines: deadlines.map(newerTones) })

/** The lines at most so wide, cut between words; rows of tables and of two columns stay as they are. */
const wrapped = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) =>
      /\t|\||\s{4,}/.test(line) ? line : line.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd(),
    )
    .join('\n')

const daysOf = (raw: string) =>
  readPlan(raw)
    .draft.deadlines.filter(({ on }) => on)
    .map(({ kind, on, lastDay, section }) => ({ kind, on, lastDay, section }))

describe.each(readdirSync(folder))('%s', (name) => {
  const raw = textOf(name)
  it('gives what a clerk would note down', () => {
    expect(read(raw)).toEqual(noted[name])
  })
  it('gives a draft of the right shape, its quotes word for word', () => {
    const { draft, text } = readPlan(raw)
    expect(planDraft.safeParse(draft).success).toBe(true)
    const plain = text.replace(/\s+/g, ' ')
    expect(draft.deadlines.filter(({ quote }) => !plain.includes(quote.replace(/\s+/g, ' ')))).toEqual([])
  })
  it('gives the same from decomposed letters and from the older placement of tones', () => {
    expect(read(raw.normalize('NFD'))).toEqual(noted[name])
    expect(inNewerTones(read(olderTones(raw)))).toEqual(noted[name])
  })
  it.each([
    ['wrapped', [70]],
    ['wrapped wide', [100]],
    ['wrapped and wrapped again', [90, 60]],
    ['wrapped wide and wrapped again', [110, 75]],
  ])('gives the same days %s', (_say, widths) => {
    expect(daysOf(widths.reduce(wrapped, raw))).toEqual(daysOf(raw))
  })
})
