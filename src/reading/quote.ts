const longest = 900

/** The last place at or before `end` where a sentence or a part of one stops. */
const stopBefore = (text: string, end: number): number =>
  Math.max(text.lastIndexOf('; ', end - 1), text.lastIndexOf('. ', end - 1))

/** The part of a clause around a place, from one stop to the next, at most 900 characters, word for word. */
export function quoteAround(text: string, from: number, to: number): string {
  const start = stopBefore(text, from) + 1
  const stop = /[;.](?=\s)/.exec(text.slice(to))
  const end = stop ? to + stop.index + 1 : text.length
  return clip(text.slice(start, end).trim())
}

/** At most 900 characters, cut between words. */
export function clip(text: string): string {
  if (text.length <= longest) return text
  return text.slice(0, text.lastIndexOf(' ', longest))
}
