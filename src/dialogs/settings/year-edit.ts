import type { Turn } from '../../chat/turn.ts'
import { agencyDaysOf } from '../../chat/work-calendar.ts'
import { type Calendar, officeCalendar } from '../../domain/calendar.ts'
import { longestRest } from '../../domain/longest-rest.ts'
import { type AgencyDays, daysOfYear, editYear, officeDaysOf, type YearDays } from '../../domain/office-days.ts'
import { readOfficeDays, type TypedOfficeDays } from '../../domain/typed-office-days.ts'

/** What an admin wants of a year; `text: null`: that it be as shipped or by the law again. */
export type Wish = { year: number; text: string | null }

type Wrong = Extract<TypedOfficeDays, { ok: false }>['reason'] | 'nothing' | 'too_long'
export type YearEdit =
  | { ok: true; before: YearDays; after: YearDays; days: AgencyDays; calendar: Calendar }
  | { ok: false; reason: Wrong; text: string }

/** More days in a row than this are no holiday but a mistake. */
const mostInARow = 21

const told = ({ off, madeUp, notices }: YearDays) => JSON.stringify([off, madeUp, notices])

/** What becomes of a year by a wish, as the settings stand now; nothing is written. */
export async function editOfYear({ store, calendar }: Turn, { year, text }: Wish): Promise<YearEdit> {
  const settled = await agencyDaysOf(store)
  const before = daysOfYear(officeDaysOf(settled), year)
  const wrong = (reason: Wrong, about = text ?? '') => ({ ok: false, reason, text: about }) as const
  const { [String(year)]: _own, ...others } = settled
  const read = text === null ? null : readOfficeDays(text, year)
  if (read && !read.ok) return wrong(read.reason, read.text)
  const days = read ? { ...others, [year]: editYear(year, before, read.edits, read.notice) } : others
  const after = daysOfYear(officeDaysOf(days), year)
  const changed = officeCalendar(officeDaysOf(days), calendar.hours)
  if (told(before) === told(after)) return wrong('nothing')
  if (longestRest(changed, year) > mostInARow) return wrong('too_long')
  return { ok: true, before, after, days, calendar: changed }
}
