/** `word`: a run of letters. `number`: what holds digits or is a document's number, never altered. `mark`: a sign. `gap`: white space. */
export type Token = { kind: 'word' | 'number' | 'mark' | 'gap'; text: string; from: number; to: number }

// 31/KH-UBND · 12/CT-TTg · 15/10/2024 · (b/c · a.b@c.vn · D-01b · H’Leo, but not và/hoặc
const frozen = /\d|\p{Lu}\/|\/\p{Lu}|@|\p{L}[.'’_]\p{L}|\p{Lu}-\p{Lu}|^\P{L}*\p{L}\/\p{L}\P{L}*$/u
const pieces = /\p{L}+|[^\p{L}]/gu

const inner = (run: string, from: number): Token[] =>
  [...run.matchAll(pieces)].map(({ 0: text, index }) => ({
    kind: /\p{L}/u.test(text) ? 'word' : 'mark',
    text,
    from: from + index,
    to: from + index + text.length,
  }))

const opening = /^[(“"'‘[]+/
const closing = /[)\]”"'’.,;:!?…]+$/

/** `(b/c);` → the signs around stay signs, what is between is one number. */
function numberRun(run: string, from: number): Token[] {
  const start = opening.exec(run)?.[0].length ?? 0
  const end = run.length - (closing.exec(run.slice(start))?.[0].length ?? 0)
  const number: Token = { kind: 'number', text: run.slice(start, end), from: from + start, to: from + end }
  return [...inner(run.slice(0, start), from), number, ...inner(run.slice(end), from + end)]
}

/** The text's tokens in order; together they are the whole text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: run, index: from } of text.matchAll(/\s+|\S+/gu)) {
    if (/^\s/u.test(run)) tokens.push({ kind: 'gap', text: run, from, to: from + run.length })
    else for (const token of frozen.test(run) ? numberRun(run, from) : inner(run, from)) tokens.push(token)
  }
  return tokens
}

/** What a token counts as among word pairs: the word in small letters, `#` for any number, `,` for any sign. */
export const keyOf = (token: Token): string =>
  token.kind === 'word' ? token.text.toLowerCase() : token.kind === 'number' ? '#' : ','
