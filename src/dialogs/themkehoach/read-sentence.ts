import type { Day } from '../../domain/day.ts'
import type { Deadline } from '../../domain/plan.ts'
import { readTypedDeadline } from '../../domain/typed-deadline.ts'
import { readKind } from '../../reading/deadline-kind.ts'
import { readPlan } from '../../reading/read-plan.ts'

const blank: Omit<Deadline, 'kind' | 'on' | 'from' | 'relation' | 'lastDay' | 'time' | 'precision' | 'quote' | 'task'> =
  {
    ...{
      recurrence: null,
      event: null,
      offset: null,
      reference: null,
      written: false,
      expired: false,
      cancelled: false,
    },
    ...{ exceptional: false, actor: null, recipient: null, section: '', page: null, confidence: 1, reason: null },
  }

/**
 * A sentence of a document, or a typed time and task ("trước 15/9/2024: gửi báo cáo") → the deadline in it; null where
 * there is none. `issuedOn` gives yearless days their year.
 */
export function readSentence(
  sentence: string,
  { today, issuedOn }: { today: Day; issuedOn: Day | null },
): Deadline | null {
  const typed = readTimeAndTask(sentence, today)
  if (typed) return typed
  const [year, month, day] = (issuedOn ?? today).split('-')
  const document = `UBND, ngày ${day} tháng ${month} năm ${year}\n\nKẾ HOẠCH\n\nI. TỔ CHỨC THỰC HIỆN\n1. ${sentence}`
  const found = readPlan(document).draft.deadlines.find(({ on, recurrence, event }) => on ?? recurrence ?? event)
  return found ? { ...found, section: '', quote: sentence } : null
}

/** "trước 15/9/2024: gửi báo cáo kết quả", "30/9 - nộp hồ sơ" */
function readTimeAndTask(sentence: string, today: Day): Deadline | null {
  const parts = sentence.match(/^(.{3,60}?)\s*(?::|;|\s[-–]\s)\s*(\S.*)$/su)
  if (!parts) return null
  const time = readTypedDeadline(parts[1] ?? '', { today, relation: null })
  const task = (parts[2] ?? '').trim()
  return time.ok ? { ...blank, ...time.time, kind: readKind(task), task, quote: sentence } : null
}
