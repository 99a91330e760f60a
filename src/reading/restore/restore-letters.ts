import { looksDamaged } from './clues.ts'
import { addPair, addWord, type Counts, emptyCounts, isMostlyCapital } from './counts.ts'
import { type Chosen, decode } from './decode.ts'
import { guessSyllables } from './guess-syllables.ts'
import { type Fill, latticeOf, type Node } from './lattice.ts'
import { lostLettersOf } from './letter-case.ts'
import { type LostLetters, lostLetters } from './lost-letters.ts'
import { maskWords } from './masks.ts'
import { placesIn } from './places.ts'
import { isSyllable } from './syllable.ts'
import { type Token, tokensOf } from './tokens.ts'
import { type WordModel, wordModel } from './word-model.ts'

/** A stretch of the text whose letters are put back; as long as what it stands for. */
export type Repair = { from: number; to: number; restored: string }

const sureEnough = 0.8
const otherCase = -2.5
/** A text that seems to lose more letters than a font does is broken in another way. */
const mostLetters = 12

/** Fills a damaged word's blanks, where the letters are among the lost ones. */
const fillWith =
  (lost: LostLetters, placeAt: ReturnType<typeof placesIn>): Fill =>
  (found, word, from) => {
    let [text, cost] = ['', 0]
    for (const [at, letters] of lostLettersOf(found, word, placeAt(from)).entries()) {
      const letter = found[at] === ' ' ? letters.find((one) => lost.has(one)) : letters[0]
      if (letter === undefined) return null
      text += letter
      if (found[at] === ' ') cost += Math.log(lost.get(letter) ?? 1) + letters.indexOf(letter) * otherCase
    }
    return { text, cost }
  }

/** What the document itself says with sound words, and with those that are surely restored. */
function ownCounts(chosen: readonly Chosen[], model: WordModel): Counts {
  const counts = emptyCounts()
  let before: string | null = null
  for (const { node, sure } of chosen) {
    const good = sure > 0.9 && (node.kind !== 'word' || isSyllable(node.key) || model.seen(node.key) > 0)
    if (good) addWord(counts, node.key)
    if (good && before !== null) addPair(counts, before, node.key)
    before = good ? node.key : null
  }
  return counts
}

/** Reads the text with the general words, then again with its own words beside them. */
function readTwice(text: string, tokens: readonly Token[], general: Counts, lost: LostLetters): Chosen[] {
  const small = [...new Set([...lost.keys()].map((letter) => letter.toLowerCase()))]
  const fill = fillWith(lost, placesIn(text, tokens))
  const guessed = new Map<string, string[]>()
  const guess = (found: string): string[] => {
    const words = guessed.get(found) ?? guessSyllables(found, small)
    guessed.set(found, words)
    return words
  }
  const read = (model: WordModel): Chosen[] => {
    const masked = maskWords(new Set(model.words()), (letter) => small.includes(letter))
    return decode(text, latticeOf(text, tokens, { masked, guess, fill }), model)
  }
  const model = wordModel(general)
  return read(wordModel(general, ownCounts(read(model), model)))
}

/** Could the first letter, which is lost, as well be a capital? */
const lostCapital = (text: string, { from, text: word }: Node, lost: LostLetters): boolean =>
  text[from] === ' ' && lost.has(word.charAt(0).toUpperCase())

function repairsWith(text: string, tokens: readonly Token[], general: Counts, lost: LostLetters): Repair[] {
  const chosen = readTwice(text, tokens, general, lost)
  return chosen.flatMap(({ node, sure }, at) => {
    if (!node.filled || sure < sureEnough) return []
    const next = chosen[at + 1]?.node.key ?? ''
    const capital = lostCapital(text, node, lost) && isMostlyCapital(general, node.key, next)
    const restored = capital ? node.text.charAt(0).toUpperCase() + node.text.slice(1) : node.text
    return [{ from: node.from, to: node.to, restored }]
  })
}

/** The text with repairs made, which come in the order of their places. */
export function withRepairs(text: string, repairs: readonly Repair[]): string {
  let [out, at] = ['', 0]
  for (const { from, to, restored } of repairs) {
    out += text.slice(at, from) + restored
    at = to
  }
  return out + text.slice(at)
}

/**
 * Finds the letters that a text has lost to spaces (`c c ph ng tr o` → `các phong trào`) and where they surely stood;
 * what is not sure stays as found. `general` is called only where the text looks damaged.
 */
export function restoreLetters(text: string, general: () => Counts): { repairs: Repair[]; lost: LostLetters } {
  const tokens = tokensOf(text)
  const nothing = { repairs: [], lost: new Map() }
  if (!looksDamaged(text, tokens)) return nothing
  const model = wordModel(general())
  const first = lostLetters(text, model)
  if (first.size === 0 || first.size > mostLetters) return nothing
  const repaired = withRepairs(text, repairsWith(text, tokens, general(), first))
  const lost = lostLetters(repaired, model, first)
  return { repairs: repairsWith(text, tokens, general(), lost), lost }
}
