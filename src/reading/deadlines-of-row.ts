import type { Deadline, DeadlineKind, Period } from '../domain/plan.ts'
import { buildDeadline } from './build-deadline.ts'
import { kindOfTask } from './kind-of-task.ts'
import type { Passage } from './passage.ts'
import { readTimes } from './time/read-times.ts'
import type { TimeContext, TimeReading } from './time/time-reading.ts'

/** In a cell of times a bare day needs no word before it. */
const label = ': '

/** "Thời hạn hoàn thành", "Hạn nộp": a day below it is the last one. */
const namesLimit = /hạn|hoàn thành|chậm nhất/iu

function bound(time: TimeReading, head: string, kind: DeadlineKind): TimeReading {
  const bare = time.cue === 'bare' && time.relation === 'on' && !time.time
  return bare && kind !== 'launch' && namesLimit.test(head) ? { ...time, relation: 'by', cue: 'by' } : time
}

/** The deadlines of a row of a table: the times of its cell of times, for the work and the body of the cells beside. */
export function deadlinesOfRow(passage: Passage, context: TimeContext, { start, end }: Period): Deadline[] {
  const { row } = passage.clause
  if (!row?.cells.time) return []
  const at = Math.max(0, passage.text.indexOf(row.cells.time)) - label.length
  const work = { ...passage, text: row.cells.task ?? passage.text, sentence: row.cells.task ?? passage.text }
  return readTimes(`${label}${row.cells.time}`, context)
    .filter(({ from, on }) => from === null || from !== start || on !== end)
    .map((time) => {
      const asked = { ...time, index: work.text.length, end: work.text.length }
      const kind = kindOfTask(work, asked, { previousEnd: 0, hasNext: false })
      const placed = { ...time, index: at + time.index, end: at + time.end }
      return buildDeadline(passage, bound(placed, row.timeHead, kind), kind)
    })
}
