import { type Counts, capitalOf } from './counts.ts'

/** Counts as lines that a file can hold: `thi 812`; `thi đua 640 hành 31` for what follows "thi", `^ủy ban 90` for what follows "Ủy". */
export type Vocabulary = { words: string[]; pairs: string[] }

const sorted = (counts: Map<string, number>): [string, number][] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))

/** Counts → lines, most frequent first. */
export function toVocabulary(counts: Counts): Vocabulary {
  const order = sorted(counts.words).flatMap(([word]) => [word, capitalOf(word)])
  const line = (first: string): string => [first, ...sorted(counts.pairs.get(first) ?? new Map()).flat()].join(' ')
  return {
    words: sorted(counts.words).map(([word, count]) => `${word} ${count}`),
    pairs: order.filter((first) => counts.pairs.get(first)?.size).map(line),
  }
}

function readFollowers(line: string): [string, Map<string, number>] {
  const [first = '', ...rest] = line.split(' ')
  const seconds = new Map<string, number>()
  for (let at = 0; at + 1 < rest.length; at += 2) seconds.set(rest[at] ?? '', Number(rest[at + 1]))
  return [first, seconds]
}

/** Lines → counts. */
export function fromVocabulary({ words, pairs }: Vocabulary): Counts {
  return {
    words: new Map(words.map((line): [string, number] => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])])),
    pairs: new Map(pairs.map(readFollowers)),
  }
}
