/** Where a text may be parted, the best first: between paragraphs, lines, sentences, words. */
const seams = [/\n\s*\n/g, /\n/g, /(?<=[.;:?!…])\s+/g, /\s+/g]

/** The last seam of one kind in a text, from its half on, as [end of the first part, start of the rest]; null where there is none. */
function lastSeam(text: string, seam: RegExp): [number, number] | null {
  const found = [...text.matchAll(seam)].at(-1)
  return found && found.index > text.length / 2 ? [found.index, found.index + found[0].length] : null
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
  const seam = seams.map((one) => lastSeam(head, one)).find((found) => found !== null) ?? [
    hardCut(text, most),
    hardCut(text, most),
  ]
  return [text.slice(0, seam[0]).trimEnd(), ...splitText(text.slice(seam[1]).trimStart(), most)]
}
