import type { Deadline, DeadlineKind } from '../domain/plan.ts'
import { readActor } from './deadline-actor.ts'
import { readRecipient } from './deadline-recipient.ts'
import { isCancelled, isExpired, isWritten } from './deadline-state.ts'
import { readTask } from './deadline-task.ts'
import type { Passage } from './passage.ts'
import { clip } from './quote.ts'
import { quoteTime } from './quote-time.ts'
import { blankReading, recurring, type TimeReading } from './time/time-reading.ts'
import type { UndatedOrder } from './undated-orders.ts'

const unsure = 0.6

function sureness({ doubts, precision, recurrence, offset, relation }: TimeReading): number {
  if (doubts.length) return unsure
  if (precision === 'event' || offset) return 0.85
  if (recurrence) return 0.92
  return relation === 'before' || relation === 'by' ? 0.98 : 0.9
}

/** "gửi Sở trước ngày … để tổng hợp, báo cáo Tỉnh ủy (": from "để" on it is what the one who receives it does. */
const handsOn =
  /(?<=\d[^;]*)\s(?:để|nhằm)\s+(?=(?:tổng hợp|thẩm định|xem xét|báo cáo|trình|tham mưu)(?!\p{L}))([^;]*)$/iu

function whoAndWhom(passage: Passage, reading: TimeReading | null): Pick<Deadline, 'actor' | 'recipient'> {
  const asked = reading ? passage.text.slice(0, reading.index) : passage.text
  const onward = reading ? handsOn.exec(asked) : null
  const receiver = onward && readRecipient(asked.slice(0, onward.index))
  if (onward && receiver) return { actor: receiver, recipient: readRecipient(onward[1] ?? '') }
  const behind = reading ? `${asked} ${passage.text.slice(reading.end)}` : ''
  return { actor: readActor(passage, reading), recipient: readRecipient(asked) ?? readRecipient(behind) }
}

function base(passage: Passage, kind: DeadlineKind, reading: TimeReading | null) {
  const { actor, recipient } = whoAndWhom(passage, reading)
  return {
    kind,
    actor,
    recipient,
    task: readTask(passage, reading, actor),
    written: isWritten(passage.text),
    expired: reading !== null && isExpired(passage),
    cancelled: reading !== null && isCancelled(passage),
    section: passage.clause.section,
    quote: reading ? quoteTime(passage.text, reading) : clip(passage.text),
    page: null,
  }
}

/** What the cells of a row say beside its time. */
function saidInRow({ clause }: Passage): Partial<Deadline> {
  const { actor, partner, recipient, task } = clause.row?.cells ?? {}
  if (!clause.row) return {}
  return {
    actor: actor ? [actor, partner].filter(Boolean).join(', phối hợp với ') : (partner ?? null),
    recipient: recipient ?? readRecipient(task ?? ''),
    task: task ?? null,
    quote: clip(clause.text),
  }
}

/** A deadline of a passage and a time read in it. */
export function buildDeadline(passage: Passage, reading: TimeReading, kind: DeadlineKind): Deadline {
  const { index: _index, end: _end, cue: _cue, openEnded: _open, doubts, exceptional, ...time } = reading
  return {
    ...base(passage, kind, reading),
    ...time,
    ...saidInRow(passage),
    exceptional,
    confidence: sureness(reading),
    reason: doubts[0] ?? null,
  }
}

/** An order without a day: "báo cáo … theo quy định". */
export function buildUndated({ passage, kind, every }: UndatedOrder): Deadline {
  const { index: _index, end: _end, cue: _cue, openEnded: _open, doubts: _doubts, ...time } = blankReading(0, 0)
  const recurrence = every ? recurring(every) : null
  return { ...base(passage, kind, null), ...time, recurrence, confidence: 0.85, reason: null }
}
