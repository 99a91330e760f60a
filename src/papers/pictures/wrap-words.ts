import { textWidth } from './typeface.ts'

type Fit = { width: number; size: number; most: number; weight?: 'regular' | 'bold' }

/** Words broken into at most so many lines of a width in pixels; what does not fit ends in "…". */
export function wrapWords(words: string, { width, size, most, weight = 'regular' }: Fit): string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width
  const lines: string[] = []
  for (const word of words.normalize('NFC').split(/\s+/u)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const kept = lines.slice(0, most)
  const end = kept.length - 1
  if (lines.length > most) kept[end] = `${kept[end]}…`
  return kept.map((line) => cut(line, fits))
}

/** A line that is too long even so loses letters at its end. */
function cut(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line
  const letters = [...line.replace(/…$/u, '')]
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
