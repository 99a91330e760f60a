import { queueDigests } from './digests.ts'
import type { TimetableRow } from './job.ts'
import { askAboutReported, queueReminders } from './reminders.ts'
import { sweep } from './sweep.ts'

/** What the program does without being asked, and when (Asia/Ho_Chi_Minh unless TIME_ZONE says otherwise). */
// biome-ignore format: a table keeps its columns
export const timetable: TimetableRow[] = [
  { name: 'reminders',       when: { on: 'workday', time: '07:30' },             job: queueReminders },
  { name: 'reported_sent',   when: { on: 'workday', time: '07:30' },             job: askAboutReported },
  { name: 'digest_monday',   when: { on: 'weekday', weekday: 1, time: '07:30' }, job: queueDigests },
  { name: 'digest_friday',   when: { on: 'weekday', weekday: 5, time: '15:30' }, job: queueDigests },
  { name: 'sweep',           when: { on: 'day', time: '02:00' }, quiet: true,    job: sweep },
]
