import { type Clue, cluesOf } from './clues.ts'
import type { WordModel } from './word-model.ts'

/** The letters that a text has lost, each with the share of its places that are blank. */
export type LostLetters = ReadonlyMap<string, number>

/** What speaks for a letter: in how many places it is missing, and how much likelier the text is with it. */
type Evidence = { lost: number; gain: number }

const rounds = 6
const mostGain = 30
/** A letter counts as wholly lost where it is missing this many times for each time it stands. */
const wholly = 50

/** What speaks for each letter, each clue shared out among its letters by how often they are lost elsewhere. */
function weigh(clues: readonly Clue[], shares: LostLetters): Map<string, Evidence> {
  const sums = new Map<string, Evidence>()
  for (const clue of clues) {
    const weights = [...clue].map(([letter, gain]) => (shares.get(letter) ?? 0) * Math.exp(Math.min(gain, mostGain)))
    const total = weights.reduce((sum, weight) => sum + weight, 1)
    ;[...clue].forEach(([letter, gain], at) => {
      const part = (weights[at] ?? 0) / total
      const before = sums.get(letter) ?? { lost: 0, gain: 0 }
      sums.set(letter, { lost: before.lost + part, gain: before.gain + part * gain })
    })
  }
  return sums
}

type Seen = (letter: string) => number

function lettersIn(text: string): Seen {
  const seen = new Map<string, number>()
  for (const letter of text) seen.set(letter, (seen.get(letter) ?? 0) + 1)
  return (letter) => seen.get(letter) ?? 0
}

const share = ({ lost }: Evidence, seen: number): number => lost / (lost + seen + 0.2)

function weighAgain(clues: readonly Clue[], seen: Seen): Map<string, Evidence> {
  const letters = clues.flatMap((clue) => [...clue.keys()])
  let evidence = weigh(clues, new Map(letters.map((letter) => [letter, seen(letter) ? 0.1 : 0.5])))
  for (let round = 0; round < rounds; round += 1) {
    const shares = [...evidence].map(([letter, said]): [string, number] => [letter, share(said, seen(letter))])
    evidence = weigh(clues, new Map(shares))
  }
  return evidence
}

const isGone = (lost: number, seen: number): boolean => lost > wholly * seen

/** Does the text lose its letters wholly, as a font without their glyphs does? The one that is missing most often tells. */
function losesWholly(evidence: ReadonlyMap<string, Evidence>, seen: Seen, known: LostLetters): boolean {
  if (known.size) return [...known.values()].some((part) => part > 0.94)
  const [most] = [...evidence].sort(([, a], [, b]) => b.lost - a.lost)
  return most !== undefined && isGone(most[1].lost, seen(most[0]))
}

/** Which letters a text has lost, told from what its broken words can have been, beside those already known; empty where it is sound. */
export function lostLetters(text: string, model: WordModel, known: LostLetters = new Map()): LostLetters {
  const isKnown = (letter: string): boolean => known.has(letter)
  const clues = cluesOf(text, model, isKnown)
  const seen = lettersIn(text)
  const evidence = weighAgain(clues, seen)
  const whole = losesWholly(evidence, seen, known)
  const lost = [...evidence].filter(([letter, said]) => {
    const often = !whole && said.lost >= 2.5 && said.gain >= 30 && share(said, seen(letter)) >= 0.05
    return often || (said.lost >= 0.9 && said.gain >= 10 && isGone(said.lost, seen(letter)))
  })
  return new Map([...known, ...lost.map(([letter, said]): [string, number] => [letter, share(said, seen(letter))])])
}
