import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatReason, formatWarning } from '../../src/texts/doubts.ts'
import { createTexts } from '../../src/texts/texts.ts'

const reading = new URL('../../src/reading/', import.meta.url)
const source = (name: string) => readFileSync(new URL(name, reading), 'utf8')
const files = readdirSync(reading, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts'))

/** Codes in quotation marks: of the list of doubts, and where a reason or a warning is made. */
const quoted = (text: string): string[] =>
  [...text.matchAll(/'([a-z]+(?:_[a-z]+)*)'/gu)].flatMap(([, code]) => code ?? [])
const listed = (name: string) =>
  quoted(source('time/doubt.ts').match(new RegExp(`${name}\\b[^=]*= \\[([^\\]]*)`, 'u'))?.[1] ?? '')
const made = (pattern: RegExp) =>
  files.flatMap((name) => [...source(name).matchAll(pattern)].flatMap(([, code]) => code ?? []))

const reasons = [...listed('doubts'), ...made(/reason(?::| =| \?\?)[^\n']*'([a-z]+(?:_[a-z]+)*)'/gu)]
const warnings = [...listed('warned'), ...made(/\bwarn\('([a-z_]+)'/gu), ...made(/\bcode: '([a-z_]+)'/gu)]

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const texts = createTexts()(language)

  it('every reason that the reader gives has its sentence', () => {
    expect(reasons).toContain('weekday_mismatch')
    const other = formatReason(texts, 'other')
    expect(reasons.filter((code) => formatReason(texts, code) === other)).toEqual([])
  })

  it('every warning that the reader gives has its sentence', () => {
    expect(warnings).toContain('number_blank')
    const other = formatWarning(texts, 'other')
    expect(warnings.filter((code) => formatWarning(texts, code) === other)).toEqual([])
  })

  it('a code that nobody knows yet gets an honest sentence, never a code', () => {
    expect(formatReason(texts, 'moon_phase')).toBe(formatReason(texts, null))
    expect(formatWarning(texts, 'moon_phase')).not.toContain('moon_phase')
  })
})
