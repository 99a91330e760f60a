import type { Deadline, PlanDraft } from '../domain/plan.ts'
import type { Box, ScannedLine, ScannedWord } from '../domain/scanned-line.ts'

/** Where on which page a deadline's doubtful digits stand; `deadline` is its place in the draft. */
export type DoubtfulPlace = { deadline: number; page: number; box: Box }

type Placed = { word: ScannedWord; line: ScannedLine; end: number }
type Scanned = { letters: string; words: Placed[] }

/**
 * A draft read from a scan, with the lines it was made out from → the same with each deadline's page, and with those marked
 * unsure (`ocr_digits`) in whose sentence a number was not made out surely; and where to look at these.
 */
export function markDoubtfulDigits(
  draft: PlanDraft,
  lines: ScannedLine[],
): { draft: PlanDraft; doubtful: DoubtfulPlace[] } {
  const scanned = inOneRow(lines)
  const looked = draft.deadlines.map((deadline) => lookAt(deadline, scanned))
  const doubtful = looked.flatMap(({ doubts }, deadline) => placeOf(doubts, deadline) ?? [])
  return { draft: { ...draft, deadlines: looked.map((one) => one.deadline) }, doubtful }
}

/** Signs by which a number is told from its likes are seldom below this; of those made out wrongly hardly one is above. */
const surely = 0.85
const unsure = 0.6

function lookAt(deadline: Deadline, scanned: Scanned): { deadline: Deadline; doubts: Placed[] } {
  const tokens = deadline.quote.split(/\s+/).filter((token) => bare(token) !== '')
  const found = tokens.flatMap((token, at) => (isNumber(token) ? [find(tokens, at, scanned)] : []))
  const doubts = found.flat().filter(({ word }) => word.confidence < surely)
  const page = find(tokens, Math.min(3, tokens.length - 1), scanned)[0]?.line.page ?? found.flat()[0]?.line.page ?? null
  const paged = { ...deadline, page }
  if (doubts.length === 0) return { deadline: paged, doubts }
  const reason = deadline.confidence < 0.8 ? deadline.reason : 'ocr_digits'
  return {
    deadline: { ...paged, confidence: Math.min(deadline.confidence, unsure), reason: reason ?? 'ocr_digits' },
    doubts,
  }
}

/** "20/3/2026;" "1]" and "4Ô", not "14/KH-UBND" and "90%". */
const isNumber = (token: string) => /\d/.test(token) && !/%|\p{L}.*\p{L}/u.test(token)

const bare = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

function inOneRow(lines: ScannedLine[]): Scanned {
  let letters = ''
  const words = lines.flatMap((line) =>
    line.words.map((word): Placed => {
      letters += bare(word.text)
      return { word, line, end: letters.length }
    }),
  )
  return { letters, words }
}

/** So many words before one tell where on the scan it stands; where a page ends between them, fewer; else it is wherever the like of it is. */
const before = [12, 3, 0]

/** The words on the scan that a word of a quote was made out from. */
function find(tokens: string[], at: number, { letters, words }: Scanned): Placed[] {
  const own = bare(tokens[at] ?? '')
  const near = before.map((count) =>
    tokens
      .slice(Math.max(at - count, 0), at + 1)
      .map(bare)
      .join(''),
  )
  const ends = near.map((wanted) => endsOf(letters, wanted)).find((found) => found.length > 0) ?? []
  return ends.flatMap((end) => {
    const last = words.findIndex((placed) => placed.end >= end)
    const first = words.findIndex((placed) => placed.end > end - own.length)
    return first === -1 ? [] : words.slice(first, last + 1)
  })
}

function endsOf(letters: string, wanted: string): number[] {
  const ends: number[] = []
  if (wanted === '') return ends
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) ends.push(at + wanted.length)
  return ends
}

/** The lines in doubt on the first page that has some. */
function placeOf(doubts: Placed[], deadline: number): DoubtfulPlace | null {
  const [first] = doubts
  if (!first) return null
  const { page } = first.line
  const boxes = doubts.filter(({ line }) => line.page === page).map(({ line }) => line.box)
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { deadline, page, box: { x, y, width: right - x, height: bottom - y } }
}
