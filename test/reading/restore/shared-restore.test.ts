import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/reading/read-document.ts'
import { restoreText } from '../../../src/reading/restore/restore-text.ts'
import { fared, withoutLetters } from './damage.ts'
import { countsWithout, damagedName, sharedTexts } from './shared-texts.ts'

const texts = sharedTexts()
const sound = texts.filter(({ name }) => !name.startsWith(damagedName))
const damaged = texts.find(({ name }) => name.startsWith(damagedName))
const restored = new URL(`../../../../shared/check/${damagedName}.restored.txt`, import.meta.url)
const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

describe.skipIf(!damaged || !existsSync(restored))('the plan that really lost letters', () => {
  const text = damaged?.text ?? ''
  const whole = (): string => readFileSync(restored, 'utf8').normalize('NFC')

  it('is restored by a reader that has never seen it, no sound word changed', () => {
    const counts = countsWithout(damaged?.name ?? '', texts)
    const result = fared(whole(), text, restoreText(text, () => counts).text)
    expect(result).toMatchObject({ wrong: [], changedSound: [] })
    expect(result.damaged).toBeGreaterThanOrEqual(70)
    expect(result.right).toBeGreaterThanOrEqual(result.damaged - 1)
  })

  it('prints its restored text', () => {
    expect(squeeze(readDocument(text).text)).toBe(squeeze(whole().replace(/^\s*\d{1,3}\s*$/gm, '')))
  })
})

describe.skipIf(sound.length === 0)('the sound documents', () => {
  it.each(sound)('$name stays as it is', ({ name, text }) => {
    const counts = countsWithout(name, texts)
    expect(restoreText(text, () => counts)).toEqual({ text, repairs: [] })
    expect(restoreText(text)).toEqual({ text, repairs: [] })
  })
})

/** A row of numbers that looks like chance and is always the same. */
function* chances(seed: number): Generator<number, never> {
  for (let at = seed; ; at = (at * 1_103_515_245 + 12_345) % 2_147_483_648) yield at / 2_147_483_648
}

/** One to three small letters that the text has. */
function someLetters(text: string, chance: Generator<number, never>): string {
  const letters = [...new Set(text.match(/\p{Ll}/gu))].sort()
  const count = 1 + Math.floor(chance.next().value * 3)
  return Array.from({ length: count }, () => letters[Math.floor(chance.next().value * letters.length)]).join('')
}

describe.skipIf(sound.length === 0)('any one to three letters lost', () => {
  it('98 % of the words are right again, at most one in 2,000 is wrong', { timeout: 120_000 }, () => {
    const all = { words: 0, damaged: 0, right: 0, wrong: 0 }
    for (const { name, text } of sound) {
      const counts = countsWithout(name, texts)
      const chance = chances(name.length * 7919)
      for (let round = 0; round < 4; round += 1) {
        const lost = withoutLetters(text, someLetters(text, chance))
        const result = fared(text, lost, restoreText(lost, () => counts).text)
        all.words += result.words
        all.damaged += result.damaged
        all.right += result.right
        all.wrong += result.wrong.length + result.changedSound.length
      }
    }
    expect(all.right / all.damaged).toBeGreaterThanOrEqual(0.98)
    expect((all.wrong / all.words) * 2000).toBeLessThanOrEqual(1)
  })
})
