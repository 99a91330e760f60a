import { gapCost } from './gap-cost.ts'
import { asFound, type Node } from './lattice.ts'
import { lostLettersOf } from './letter-case.ts'
import { wordsLackingOne } from './masks.ts'
import { placesIn } from './places.ts'
import { stretchesOf } from './stretches.ts'
import { isSyllable } from './syllable.ts'
import { type Token, tokensOf } from './tokens.ts'
import type { WordModel } from './word-model.ts'

/** One odd stretch of the text: how much likelier the text is with each letter that would make a word of it (a natural logarithm). */
export type Clue = Map<string, number>

type Reading = {
  text: string
  tokens: readonly Token[]
  model: WordModel
  /** Which token stands at a place. */
  at: (place: number) => number
}

const leastGain = 1
const otherCase = 2.5

/** Has nobody seen this word, written small? */
const isStrange = (word: string, model: WordModel): boolean => word === word.toLowerCase() && model.seen(word) === 0

/** Has the text a place where letters may be missing at all: letters that cannot be a word, or white space where none or one belongs? */
export function looksDamaged(text: string, tokens: readonly Token[]): boolean {
  if (/[^\s] [,;.:)]|\p{L} {2,6}\p{L}/u.test(text)) return true
  return tokens.some(({ kind, text: word }) => kind === 'word' && word === word.toLowerCase() && !isSyllable(word))
}

/** Does the stretch hold a strange word, or stand where there is too much white space? */
function isOdd(from: number, found: string, { text, model }: Reading): boolean {
  if (found.split(' ').some((word) => word && isStrange(word, model))) return true
  if (found.startsWith(' ') && text[from - 1] === ' ') return true
  return found.endsWith(' ') && / |[,.;:)]/.test(text[from + found.length] ?? '')
}

function chanceOf(nodes: readonly Node[], { text, model }: Reading): number {
  return nodes.reduce((sum, node, at) => {
    const before = nodes[at - 1]
    if (!before) return sum
    return sum + gapCost(text.slice(before.to, node.from), before, node) + model.chance(before.key, node.key)
  }, 0)
}

/** The words and signs from the one before a stretch to the one after it. */
function around(from: number, to: number, { tokens, at }: Reading): Node[] {
  let [first, last] = [at(from) - 1, at(to)]
  while (tokens[first]?.kind === 'gap') first -= 1
  while (tokens[last]?.kind === 'gap') last += 1
  return tokens
    .slice(Math.max(0, first), last + 1)
    .filter(({ kind }) => kind !== 'gap')
    .map(asFound)
}

/** How much likelier the text is with each of these words in the stretch's place. */
function gainsOf(words: readonly string[], from: number, to: number, reading: Reading): number[] {
  const nodes = around(from, to, reading)
  const before = nodes.filter((node) => node.to <= from)
  const after = nodes.filter((node) => node.from >= to)
  if (before.at(-1)?.to === from && before.at(-1)?.kind === 'number') return []
  const asItIs = chanceOf(nodes, reading)
  return words.map((word) => {
    const filled: Node = { from, to, kind: 'word', key: word, text: word, filled: true, cost: 0 }
    return chanceOf([...before, filled, ...after], reading) - asItIs
  })
}

function tokenPlaces(text: string, tokens: readonly Token[]): Reading['at'] {
  const places = new Uint32Array(text.length + 1).fill(tokens.length)
  for (const [index, { from, to }] of tokens.entries()) places.fill(index, from, to)
  return (place) => places[place] ?? tokens.length
}

/** Of a stretch's blanks, the letters of the first that is not among the known ones. */
function newLetters(found: string, fills: string[][], isKnown: (letter: string) => boolean): string[] {
  return fills.find((letters, at) => found[at] === ' ' && !letters.some(isKnown)) ?? []
}

/** Every odd stretch that one further lost letter would explain. */
export function cluesOf(text: string, model: WordModel, isKnown: (letter: string) => boolean): Clue[] {
  const tokens = tokensOf(text)
  const reading: Reading = { text, tokens, model, at: tokenPlaces(text, tokens) }
  const placeAt = placesIn(text, tokens)
  const words = new Set([...model.words()].filter((word) => /\p{L}/u.test(word)))
  const fitting = wordsLackingOne(words, (letter) => isKnown(letter) || isKnown(letter.toUpperCase()))
  const clues: Clue[] = []
  for (const { from, found } of stretchesOf(text, tokens)) {
    if (!isOdd(from, found, reading)) continue
    const fits = fitting(found.toLowerCase())
    if (fits.length === 0) continue
    const clue: Clue = new Map()
    gainsOf(fits, from, from + found.length, reading).forEach((gain, index) => {
      const fills = lostLettersOf(found, fits[index] ?? '', placeAt(from))
      newLetters(found, fills, isKnown).forEach((letter, rank) => {
        const likelier = gain - rank * otherCase
        if (likelier > leastGain) clue.set(letter, Math.max(clue.get(letter) ?? 0, likelier))
      })
    })
    if (clue.size) clues.push(clue)
  }
  return clues
}
