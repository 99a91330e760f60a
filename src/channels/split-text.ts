/** Where a text may be parted, the best first: between paragraphs, lines, sentences, words. */
const seams = [/\n\s*\n/g, /\n/g, /(?<=[.;:?!…])\s+/g, /\s+/g]

/** The last seam of one kind after a place, as [end of the first part, start of the rest]; null where there is none. */
function lastSeam(text: string, seam: RegExp, after: number): [number, number] | null {
  const found = [...text.matchAll(seam)].at(-1)
  return found && found.index > after ? [found.index, found.index + found[0].length] : null
}

/** A place to cut where there is no seam: not between the halves of a letter, nor before a mark that belongs to it. */
function hardCut(text: string, most: number): number {
  const whole = new Intl.Segmenter('vi').segment(text).containing(most)
  return whole && whole.index > 0 ? whole.index : most
}

/**
 * A text in parts of at most `most` UTF-16 units, parted at paragraphs, else lines, else sentences, else words; never
 * inside a word unless the word alone is too long.
 */
export function splitText(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const head = text.slice(0, most + 1)
  const half = most / 2
  const good = seams.map((seam) => lastSeam(head, seam, half)).find((found) => found !== null)
  const cut = hardCut(text, most)
  const [end, start] = good ?? lastSeam(head, /\s+/g, 0) ?? [cut, cut]
  return [text.slice(0, end).trimEnd(), ...splitText(text.slice(start).trimStart(), most)]
}
