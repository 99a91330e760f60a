import { type Day, dayFrom, lastDayOfMonth } from './day.ts'
import type { Deadline, PlanDraft } from './plan.ts'
import type { Closing } from './report.ts'

/** "tính đến hết ngày 30/9/2024", "số liệu tính đến tháng 10/2024", "chốt số liệu đến ngày 15 tháng 10 năm 2024" */
const phrase =
  /(?:(?:số liệu\s+)?(?:được\s+)?tính\s+đến|(?:chốt\s+)?số liệu\s+(?:chốt\s+)?(?:tính\s+)?(?:đến|tới))(?:\s+hết)?(?:\s+thời điểm)?\s+(?:ngày\s+(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})|tháng\s+(\d{1,2})|quý\s+(IV|I{1,3}|[1-4]))\s*(?:[/.-]|\s+năm\s+|\s+)\s*(\d{4})(?!\d)/iu

const quarters: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

function dayOf(match: RegExpExecArray): Day | null {
  const [, day, month, wholeMonth, quarter, year] = match
  if (day && month) return dayFrom(Number(year), Number(month), Number(day))
  const last = wholeMonth ? Number(wholeMonth) : (quarters[quarter?.toUpperCase() ?? ''] ?? 0) * 3
  return last >= 1 && last <= 12 ? lastDayOfMonth(Number(year), last) : null
}

/** The day at which data are closed that a sentence names, with its words from "tính đến" on; null where it names none. Nothing is guessed. */
export function readClosing(sentence: string): Closing | null {
  const match = phrase.exec(sentence.normalize('NFC').replace(/\s+/g, ' '))
  const day = match && dayOf(match)
  return match && day ? { day, words: match[0].replace(/^.*?(?=(?:tính\s+)?(?:đến|tới)\s)/iu, '') } : null
}

/** The closing day of a report: named by its own clause, else anywhere in the plan. */
export function closingOf(deadline: Pick<Deadline, 'quote'> | null, draft: PlanDraft): Closing | null {
  const places = [
    deadline?.quote ?? '',
    ...[draft.criteria, draft.contents, draft.targetGroups, draft.assignments].flatMap((listed) =>
      listed.map(({ text }) => text),
    ),
    draft.period?.quote ?? '',
  ]
  for (const place of places) {
    const found = readClosing(place)
    if (found) return found
  }
  return null
}
