import { type Day, dayFrom } from './day.ts'
import { unmarked } from './fold.ts'

export type Verb = 'off' | 'madeUp' | 'usual' | 'swap'

/** What a clause about days off is made of; `day: null`: there is no such day. */
export type Word =
  | { is: Verb | 'into' | 'to' }
  | { is: 'day'; day: Day | null; text: string }
  | { is: 'short'; count: number }

// "(tức ngày 29 tháng Chạp …)", "10/3 âm lịch", "ngày nghỉ hằng tuần" order nothing.
const asides = /\( ?tuc[^)]{0,120}\)|\d{1,2}\/\d{1,2} \(?am lich\)?|(?:ngay )?nghi hang tuan/gu

const patterns = [
  '(?<dayOf>\\d{1,2}) thang (?<monthOf>\\d{1,2})(?: nam (?<yearOf>\\d{4}))?', // 16 tháng 02 năm 2026
  '(?<!\\d)(?<day>\\d{1,2})[/.](?<month>\\d{1,2})(?:[/.](?<year>\\d{4}))?(?![\\d/])', // 16/02/2026, 16.2
  '(?<!\\d)(?<first>\\d{1,2})-(?<second>\\d{1,2})-(?<third>\\d{4})', // 16-02-2026
  '(?<!\\d)(?<short>\\d{1,2})(?= ?(?:-|den(?: het)?|,|va) ?(?:ngay )?\\d)', // the 16 of "16-20/02/2026"
  '(?<usual>khong nghi|khong lam bu|(?<!\\p{L})(?:bo|xoa|remove)(?= (?:ngay|thu|nghi|lam|\\d))(?: nghi| lam bu)?)',
  '(?<swap>hoan doi|(?<!\\p{L})swap)',
  '(?<madeUp>lam (?:viec )?bu|(?<!\\p{L})worked)',
  '(?<off>(?<!\\p{L}|de )nghi(?! dinh| quyet)(?! ?\\p{L}*\\d{4}\\/)|(?<!\\p{L})off(?!\\p{L}))',
  '(?<into>(?<!\\p{L})(?:sang|into)(?!\\p{L}))',
  '(?<to>(?<=[\\d)] ?)-|(?<!\\p{L})(?:den|to)(?!\\p{L}))',
]
const token = new RegExp(patterns.join('|'), 'gu')

function wordOf(match: RegExpMatchArray, year: number): Word {
  const found = match.groups ?? {}
  const day = found.dayOf ?? found.day ?? found.first
  if (day !== undefined) {
    const inYear = Number(found.yearOf ?? found.year ?? found.third ?? year)
    const inMonth = Number(found.monthOf ?? found.month ?? found.second)
    return { is: 'day', day: dayFrom(inYear, inMonth, Number(day)), text: match[0] }
  }
  if (found.short !== undefined) return { is: 'short', count: Number(found.short) }
  const verbs = ['usual', 'swap', 'madeUp', 'off', 'into', 'to'] as const
  return { is: verbs.find((verb) => found[verb] !== undefined) ?? 'to' }
}

/** The words of a clause that mean something for days off, in order; days without a year are of the given one. */
export const officeDayWords = (clause: string, year: number): Word[] =>
  [...plainOf(clause).matchAll(token)].map((match) => wordOf(match, year))

const plainOf = (clause: string) =>
  unmarked(clause).toLowerCase().replace(/–/gu, '-').replace(/\s+/gu, ' ').replace(asides, ' ')
