import { beginAndEndAbsences } from './absences.ts'
import { askAboutReported } from './ask-reported.ts'
import { digestsOf } from './digest-times.ts'
import { queueDigests } from './digests.ts'
import { askForDocuments } from './extension-documents.ts'
import { queueGroupCounts } from './groups.ts'
import type { TimetableRow } from './job.ts'
import { watchOutbox, whenOutboxOld } from './outbox-watch.ts'
import { publishPlanned, whenPlanned } from './planned-plans.ts'
import { queueReminders } from './reminders.ts'
import { followSignedPapers } from './signed-papers.ts'
import { sweep } from './sweep.ts'

/** What the program does without being asked, and when (Asia/Ho_Chi_Minh unless TIME_ZONE says otherwise). */
// biome-ignore format: a table keeps its columns
export const timetable: TimetableRow[] = [
  // Before the mornings' messages: whoever stands in from today hears them today.
  { name: 'absences',      when: { on: 'day', time: '00:05' },     job: beginAndEndAbsences, quiet: true },
  // Before them too: what a night of standstill made too late is still owed.
  { name: 'outbox_expiry', when: { on: 'workday', time: 'opens' }, job: ({ store, now }) => store.outbox.expire(now), quiet: true },
  { name: 'reminders',     when: { on: 'workday', time: 'opens' }, job: queueReminders },
  { name: 'reported_sent', when: { on: 'workday', time: 'opens' }, job: askAboutReported },
  { name: 'signed_papers', when: { on: 'workday', time: 'opens' }, job: followSignedPapers },
  { name: 'extension_documents', when: { on: 'workday', time: 'opens' }, job: askForDocuments },
  { name: 'digests',       when: { on: 'setting', read: digestsOf }, job: queueDigests },
  { name: 'group_counts',  when: { on: 'workday', time: 'opens' }, job: queueGroupCounts },
  // After the mornings' messages: who hears of a plan is not reminded of it in the same breath.
  { name: 'planned_plans', when: whenPlanned,                       job: publishPlanned },
  { name: 'outbox_watch',  when: whenOutboxOld,                    job: watchOutbox, quiet: true },
  { name: 'sweep',         when: { on: 'day', time: '02:00' },     job: sweep, quiet: true },
]
