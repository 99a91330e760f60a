import type { Calendar } from '../domain/calendar.ts'
import type { CoveredDeadline } from '../domain/coverage.ts'
import type { Day } from '../domain/day.ts'
import type { DeadlineKind } from '../domain/plan.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDay } from '../texts/days.ts'
import { formatDeed, formatLastDayShort } from '../texts/deadlines.ts'
import { formatRound } from '../texts/rounds.ts'
import type { Texts } from '../texts/texts.ts'
import { formatList } from '../texts/whose.ts'
import { button, type Message, message } from './message.ts'
import type { ReadCoverage } from './read-coverage.ts'

type Writing = { texts: Texts; calendar: Calendar; today: Day }
export type Place = { under: string | null; offset: number }

export const rowsAPage = 12
const mostOpened = 3

/** "Báo cáo kết quả thi đua 120 năm, quý I/2024": a deed, with its round where it comes again. */
export function formatDeedOf(texts: Texts, of: { kind: DeadlineKind; plan: string; round: string | null }): string {
  const deed = formatDeed(texts, of.kind, of.plan)
  return capitalise(
    of.round === null ? deed : texts.t('progress.ofRound', { deed, round: formatRound(texts, of.round) }),
  )
}

export const formatShare = (texts: Texts, { subject, done, total }: CoveredDeadline): string =>
  texts.t(`progress.share.${subject}`, { done, total })

/** Whose it is, and how far each deadline is: what a picture says at once. */
export function coverageHead(read: ReadCoverage, { texts, calendar, today }: Writing): string[] {
  const { unit, deadlines } = read
  const lines = deadlines.map((one, index) => {
    const { kind, deadline, lastDay, isPast } = one
    const last = formatLastDayShort(texts, calendar, { kind, precision: deadline.precision, lastDay })
    const values = { number: index + 1, deed: formatDeedOf(texts, one), share: formatShare(texts, one), last }
    return texts.t(isPast ? 'progress.deedPast' : 'progress.deed', values)
  })
  const more = read.more > 0 ? [texts.t('progress.more', { count: read.more })] : []
  return [texts.t('progress.head', { unit: capitalise(unit), day: formatDay(texts, today) }), ...lines, ...more]
}

/** Where a page begins that is still there: buttons outlive units. */
export const offsetIn = ({ rows }: ReadCoverage, offset: number): number =>
  Math.max(0, Math.min(offset, Math.floor((rows.length - 1) / rowsAPage) * rowsAPage))

/** The page that an offset stands on, and how many there are. */
export const pageOf = ({ rows }: ReadCoverage, offset: number) => ({
  page: Math.floor(offset / rowsAPage) + 1,
  pages: Math.max(1, Math.ceil(rows.length / rowsAPage)),
})

/** The same as the picture, in words: each unit with its numbers, a page at a time, in the admin's order. */
export function writeCoverage(read: ReadCoverage, asked: Place, writing: Writing): Message {
  const { texts } = writing
  const { rows, unit } = read
  const place = { ...asked, offset: offsetIn(read, asked.offset) }
  if (rows.length === 0) return message(texts.t('progress.none', { unit }))
  const words = [...coverageHead(read, writing), '', ...unitLines(read, place.offset, texts)].join('\n')
  return message(words, buttonsOf(read, place, texts))
}

/** A page of the units, each with its numbers. */
export function unitLines(read: ReadCoverage, offset: number, texts: Texts): string[] {
  const lines = read.rows.slice(offset, offset + rowsAPage).map(({ name, cells }, index) => {
    const shares = cells.flatMap((cell, at) => (cell ? [texts.t('progress.cell', { number: at + 1, ...cell })] : []))
    const number = offset + index + 1
    return texts.t('progress.row', { number, unit: capitalise(name), shares: formatList(texts, shares) })
  })
  const { page, pages } = pageOf(read, offset)
  const paged = pages > 1 ? [texts.t('progress.page', { page, pages })] : []
  return [texts.t('progress.byUnit'), ...lines, ...paged]
}

function buttonsOf({ rows }: ReadCoverage, { under, offset }: Place, texts: Texts) {
  const shown = rows.slice(offset, offset + rowsAPage)
  const opened = shown.flatMap(({ unitId, opens }, index) => (opens ? [{ unitId, number: offset + index + 1 }] : []))
  const next = offset + rowsAPage
  return [
    button(texts.t('progress.button.chart'), 'tiendo', 'chart', { under, offset }),
    ...(next < rows.length
      ? [button(texts.t('progress.button.next'), 'tiendo', 'units', { under, offset: next })]
      : []),
    ...opened
      .slice(0, mostOpened)
      .map(({ unitId, number }) =>
        button(texts.t('progress.button.open', { number }), 'tiendo', 'units', { under: unitId, offset: 0 }),
      ),
  ]
}
