import type { Place } from './letter-case.ts'
import type { Token } from './tokens.ts'

/** `- iến hành`: a dash or plus that its line begins with. */
const isBullet = (text: string, { text: mark, from }: Token): boolean =>
  /^[-–+*•]$/.test(mark) && /(?:^|\n)\s*$/.test(text.slice(Math.max(0, from - 40), from))

const opensAfter = (text: string, last: Token | undefined): boolean =>
  !last || (last.kind === 'mark' && (/^[.!?]$/.test(last.text) || isBullet(text, last)))

/** Which characters stand in lines that are written in capitals. */
function capitalLines(text: string, tokens: readonly Token[]): Uint8Array {
  const capitals = new Uint8Array(text.length + 1)
  let at = 0
  for (const line of text.split('\n')) {
    const words = line.split(/\s/u).filter((word) => !/\d/.test(word))
    const letters = words.join('').replace(/\P{L}/gu, '')
    if (letters.length > 3 && letters === letters.toUpperCase()) capitals.fill(1, at, at + line.length)
    at += line.length + 1
  }
  for (const { kind, from, to } of tokens) if (kind === 'number') capitals.fill(0, from, to)
  return capitals
}

/** Tells of any place in the text whether its line is in capitals and whether a sentence begins there. */
export function placesIn(text: string, tokens: readonly Token[]): (from: number) => Place {
  const said = tokens.filter(({ kind }) => kind !== 'gap')
  const capitals = capitalLines(text, tokens)
  const before = (from: number): Token | undefined => {
    let [low, high] = [0, said.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((said[middle]?.to ?? 0) <= from) low = middle + 1
      else high = middle
    }
    return said[low - 1]
  }
  return (from) => ({ capitals: capitals[from] === 1, opens: opensAfter(text, before(from)) })
}
