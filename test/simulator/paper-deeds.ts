import { snooze } from '../../src/chat/snooze.ts'
import type { Turn } from '../../src/chat/turn.ts'
import { zone } from './engine.ts'
import { at, back, nextWorked, plus } from './own-calendar.ts'
import { anyBound, type Deed, doerOf, isHeardFrom, type Scene } from './scene.ts'
import { type Bound, concernOf, isOpen, type Person, recordKey, recordOf, type World } from './world.ts'

// What people do with what they owe: in the store as the program would, and in the oracle's mind.

const item = { contentSection: null, target: null, finishDay: null }
const registrationBody = (content: string) => ({
  ...{ shape: 'campaign' as const, people: [], note: null, commendation: null, title: null, initiative: null },
  ...{ attachments: [], items: [{ ...item, content, work: 'Việc' }] },
})
const reportBody = (content: string) => ({
  items: [{ ...item, content, work: '', result: null, account: 'Đã làm', evidence: [] }],
  ...{ closing: null, proposals: [], registrations: [], assessment: { difficulties: '', causes: '', proposals: '' } },
})

const set = (world: World, bound: Bound, change: Partial<ReturnType<typeof recordOf>>) =>
  world.recorded.set(recordKey(bound), { ...recordOf(world, bound), ...change })

/** Registers or reports, as the deadline asks; of other papers it is reported that they were sent. */
export const submits: Deed = async (scene) => {
  const { engine, world, now, count } = scene
  const bound = anyBound(scene, (one) => isOpen(world, one) && recordOf(world, one).paperId === null)
  const doer = bound && doerOf(scene, bound)
  if (!bound || !doer || !(await isHeardFrom(scene, doer))) return
  const { work, round, unitId, personId } = bound
  if (work.kind !== 'registration' && work.kind !== 'report') return reportsSent(scene, bound, doer)
  const { store } = engine.database
  const of = {
    ...{ planId: work.planId, deadlineId: work.id, subject: personId ? ('person' as const) : ('unit' as const) },
    ...{ personId, unitId, by: doer.id, at: now, late: false, lateReason: null, draftId: `d${count}`, year: 2024 },
  }
  const sent =
    work.kind === 'registration'
      ? await store.registrations.submit({ ...of, body: registrationBody(`Nội dung ${count}`) })
      : await store.reports.submit({ ...of, round: round.key, body: reportBody(`Nội dung ${count}`) })
  if (!sent.ok) return
  const paperId = 'registration' in sent ? sent.registration.id : sent.report.id
  set(world, bound, { state: 'waiting', paperId })
}

const fulfilled = ({ work, round, unitId, personId }: Bound) => ({
  ...{ deadlineId: work.id, subject: personId ? ('person' as const) : ('unit' as const) },
  ...{ subjectId: personId ?? unitId, ...(round.key && { round: round.key }) },
})

/** [Báo đã gửi]. */
async function reportsSent({ engine, world, now }: Scene, bound: Bound, doer: Person): Promise<void> {
  await engine.database.store.reminders.fulfil(fulfilled(bound), doer.id, now, 'reported')
  set(world, bound, { state: 'reported', reportedAt: now })
}
export const saysSent: Deed = async (scene) => {
  const bound = anyBound(scene, (one) => isOpen(scene.world, one) && recordOf(scene.world, one).paperId === null)
  const doer = bound && doerOf(scene, bound)
  if (bound && doer && (await isHeardFrom(scene, doer))) await reportsSent(scene, bound, doer)
}

/** An admin sees a paper come, or that what was reported has not come. */
export const arrives: Deed = async (scene) => {
  const { engine, world, now, random } = scene
  const bound = anyBound(scene, (one) => ['open', 'reported'].includes(recordOf(world, one).state))
  if (!bound || recordOf(world, bound).paperId !== null) return
  const { reminders } = engine.database.store
  const isReported = recordOf(world, bound).state === 'reported'
  if (isReported && random.chance(0.5)) {
    await reminders.reopen(fulfilled(bound))
    set(world, bound, { state: 'open', reportedAt: null })
  } else {
    await reminders.fulfil(fulfilled(bound), [...world.people.keys()][0] ?? '', now, 'received')
    set(world, bound, { state: 'received', reportedAt: null })
  }
}

/** A head approves, or asks for completion; or the author takes a paper back. */
export const decides: Deed = async (scene) => {
  const { engine, world, now, random } = scene
  const papers = ['waiting', 'approved', 'returned']
  const bound = anyBound(
    scene,
    (one) => papers.includes(recordOf(world, one).state) && recordOf(world, one).paperId !== null,
  )
  if (!bound) return
  const { store } = engine.database
  const table = bound.work.kind === 'registration' ? store.registrations : store.reports
  const id = recordOf(world, bound).paperId ?? ''
  const seen = await table.byId(id)
  if (!seen) throw new Error(`There is no paper ${id}.`)
  const by = [...world.people.keys()][0] ?? ''
  const action = random.pick(['return', 'withdraw', 'approve'] as const)
  const to = { return: 'returned', withdraw: 'withdrawn', approve: 'approved' } as const
  if (seen.state === to[action] || (seen.state === 'returned' && action !== 'withdraw')) return
  await table.move({ id, seen, action, to: to[action], by, at: now, reason: 'chưa có số' })
  const isGone = action === 'withdraw'
  set(world, bound, isGone ? { state: 'open', paperId: null } : { state: to[action] as 'returned' | 'approved' })
}

const turnOf = async ({ engine, now, today, count }: Scene, personId: string): Promise<Turn> => {
  const { store } = engine.database
  const person = await store.members.byId(personId)
  const where = { store, person, now, today, zone, calendar: engine.calendar, texts: engine.texts('vi') }
  return { ...where, inboxId: count, say: () => {} } as unknown as Turn
}

/** [Nhắc lại sau]: until the next working day. */
export const putsOff: Deed = async (scene) => {
  const { world, today } = scene
  const bound = anyBound(scene, (one) => isOpen(world, one))
  const doer = bound && doerOf(scene, bound)
  if (!bound || !doer || today > bound.lastDay || !(await isHeardFrom(scene, doer))) return
  const next = nextWorked(today)
  const how = plus(today, 1) === next ? 'tomorrow' : 'workday'
  await snooze(await turnOf(scene, doer.id), [{ deadlineId: bound.work.id, round: bound.round.key }], how)
  if (next <= back(bound.lastDay)) world.snoozed.set(`${doer.id} ${concernOf(bound)}`, next)
}

const hourMs = 3_600_000

/** [Nhắc lại sau]: for an hour, in the morning, by somebody for whom nothing waits. */
export const putsOffAnHour: Deed = async (scene) => {
  const { world, today, now, letters } = scene
  const bound = anyBound(scene, (one) => isOpen(world, one))
  const doer = bound && doerOf(scene, bound)
  if (!bound || !doer || now !== at(today, '09:00') || today > back(bound.lastDay)) return
  const isFree = doer.hour === null && letters.every(({ person }) => person.id !== doer.id)
  if (!isFree || !(await isHeardFrom(scene, doer))) return
  await snooze(await turnOf(scene, doer.id), [{ deadlineId: bound.work.id, round: bound.round.key }], 'hour')
  const concern = concernOf(bound)
  world.snoozed.delete(`${doer.id} ${concern}`)
  const said = { concern, token: bound.work.token, rungs: new Set<number>(), revisions: null }
  letters.push({ person: doer, day: today, dueAt: now + hourMs, said: new Map([[concern, said]]), owed: [] })
}
