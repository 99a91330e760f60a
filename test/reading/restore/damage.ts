/** A text with every occurrence of some letters made a space, as a font without their glyphs leaves it. */
export const withoutLetters = (text: string, letters: string): string =>
  Array.from(text, (letter) => (letters.includes(letter) ? ' ' : letter)).join('')

/** How the words of a damaged text fared. `changedSound` are words that had lost nothing and stand otherwise now. */
export type Fared = { words: number; damaged: number; right: number; wrong: string[]; changedSound: string[] }

/** Compares the restored text with the sound one, word by word; all three have the same length. */
export function fared(sound: string, damaged: string, restored: string): Fared {
  const result: Fared = { words: 0, damaged: 0, right: 0, wrong: [], changedSound: [] }
  for (const { 0: word, index } of sound.matchAll(/\S+/gu)) {
    const [found, got] = [damaged, restored].map((text) => text.slice(index, index + word.length))
    result.words += 1
    if (found === word && got !== word) result.changedSound.push(`${word} → ${got}`)
    if (found === word) continue
    result.damaged += 1
    if (got === word) result.right += 1
    else if (got !== found) result.wrong.push(`${word} → ${got}`)
  }
  return result
}
