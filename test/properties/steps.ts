import fc from 'fast-check'
import { lendRoles } from '../../src/chat/lend-roles.ts'
import { endPlan } from '../../src/chat/manage-plan.ts'
import type { Turn } from '../../src/chat/turn.ts'
import { answerStandIn, noteAbsence } from '../../src/dialogs/absence/note.ts'
import { answersOfBody, answers as reportAnswers } from '../../src/dialogs/baocao/answers.ts'
import { reportKind } from '../../src/dialogs/baocao/report-kind.ts'
import { send as sendReport } from '../../src/dialogs/baocao/send.ts'
import { answers } from '../../src/dialogs/dangky/answers.ts'
import { draftOfRegistration, wantedOf } from '../../src/dialogs/dangky/begin.ts'
import { askAboutMisfits } from '../../src/dialogs/dangky/misfits.ts'
import { type Capacity, capacitiesOf, othersOf } from '../../src/dialogs/dangky/registrants.ts'
import { registrationKind } from '../../src/dialogs/dangky/registration-kind.ts'
import { send } from '../../src/dialogs/dangky/send.ts'
import { act } from '../../src/dialogs/lifecycle/act.ts'
import { submitReceived } from '../../src/dialogs/tonghop/submit.ts'
import { addDays } from '../../src/domain/day.ts'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { type RegistrationAction, registrationActions } from '../../src/domain/registration.ts'
import type { Registration } from '../../src/store/registration-row.ts'
import type { Report } from '../../src/store/report-row.ts'
import { communeDraft } from '../store/seed-plan.ts'
import { later, type Town, turnOf } from './town.ts'

const any = fc.nat({ max: 30 })
const contents = fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 })
const kind = fc.constantFrom('registration', 'report')
const action = fc.constantFrom(...registrationActions)
const stale = fc.nat({ max: 3 }).map((number) => number === 0)

/** Numbers choose among those there are; `paper` is looked for in all, `stale`: as it was before its last change. */
// biome-ignore format: a table keeps its columns
const records = {
  register: fc.record({ who: any, as: any, contents, loud: fc.boolean(), twice: fc.boolean() }),
  report:   fc.record({ who: any, as: any, share: fc.nat({ max: 150 }) }),
  act:      fc.record({ who: any, kind, action, paper: any, stale, contents }),
  own:      fc.record({ kind, action: fc.constantFrom<RegistrationAction>('revise', 'revise', 'withdraw'), paper: any, stale, contents }),
  forward:  fc.record({ kind, paper: any }),
  absence:  fc.record({ who: fc.constantFrom(2, 3, 5, 4), standIn: fc.constantFrom(4, 3, 2, 6), from: fc.nat({ max: 2 }), days: fc.nat({ max: 5 }), agrees: fc.nat({ max: 3 }).map((number) => number > 0) }),
  wait:     fc.record({ days: fc.integer({ min: 1, max: 9 }) }),
  addUp:    fc.record({ who: fc.constantFrom(0, 0, 1, 2) }),
  revise:   fc.record({ days: fc.integer({ min: -5, max: 10 }) }),
  republish: fc.record({ contents: fc.subarray([0, 1, 2, 3], { minLength: 1 }), shorter: fc.boolean() }),
  end:      fc.record({ status: fc.constantFrom<'withdrawn' | 'closed'>('withdrawn', 'closed') }),
}
type Records = { [Does in keyof typeof records]: (typeof records)[Does] extends fc.Arbitrary<infer Of> ? Of : never }
export type Step = { [Does in keyof Records]: { does: Does; of: Records[Does] } }[keyof Records]

const step = <Does extends keyof Records>(does: Does, weight: number) => ({
  weight,
  arbitrary: records[does].map((of) => ({ does, of }) as Step),
})
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  ...[step('register', 14), step('report', 9), step('act', 16), step('own', 12), step('forward', 24)],
  ...[step('absence', 12), step('wait', 8), step('addUp', 8), step('revise', 4), step('republish', 4), step('end', 1)],
)

const pick = <Of>(all: Of[], number: number): Of => all[number % all.length] as Of

/** What a paper was before its last change, by its id: what somebody still sees who has not looked since. */
export type Before = { registration: Map<string, Registration>; report: Map<string, Report> }

/** Their own capacities, those of people they may type for, and last one of somebody else. */
async function capacities(turn: Turn, { unitIds, people }: Town): Promise<Capacity[]> {
  const others = (await othersOf(turn)).map(
    ({ member, unitId }): Capacity => ({ subject: 'person', unitId, personId: member.id }),
  )
  const strange: Capacity = { subject: 'person', unitId: unitIds[2] ?? '', personId: people[6] ?? '' }
  return turn.person ? [...capacitiesOf(turn.person), ...others, strange] : []
}

const itemsOf = (places: number[], loud = false) =>
  places.map((place) => {
    const { section, text } = pick(communeDraft.contents, place)
    const target = { value: 100, unit: '%', text: '100% hồ sơ đúng hạn' }
    const content = loud ? `${text.toUpperCase()}.` : text
    return { section, content, work: 'Một cửa', targets: [target], finishDay: '2024-09-30' }
  })

const rest = {
  ...{ contentsDone: true, rowsChecked: true, title: null, commendation: null, initiative: null },
  lateReason: 'Đi công tác',
}

async function register(town: Town, { who, as, contents, loud, twice }: Records['register']): Promise<void> {
  const turn = await turnOf(town, pick(town.people, who))
  const registrant = pick(await capacities(turn, town), as)
  const wanted = await wantedOf(turn, registrant, town.planId)
  const people = [
    { name: 'Nguyễn Thị Lan', position: 'Hội viên' },
    { name: `Trần Văn Ơ ${as}`, position: '' },
  ]
  const given = answers.parse({
    planId: town.planId,
    registrant,
    wanted,
    items: itemsOf(contents, loud),
    people,
    ...rest,
  })
  const ask = { turn, answers: given, at: { step: 'preview' }, draftId: `draft-${turn.inboxId}` }
  await send(ask)
  if (twice) await send({ ...ask, turn: await turnOf(town, pick(town.people, who)) })
}

async function report(town: Town, { who, as, share }: Records['report']): Promise<void> {
  const turn = await turnOf(town, pick(town.people, who))
  const { subject, unitId, personId } = pick(await capacities(turn, town), as)
  // `personId`: [Báo cáo giúp người khác].
  const occasion = { planId: town.planId, deadlineId: town.deadlines.report, round: null, subject, unitId, personId }
  const items = itemsOf([0, 1]).map(({ content, section, work, finishDay, targets: [target = null] }) => ({
    ...{ contentSection: section, content, work, finishDay, target, account: 'Đã làm', evidence: [] },
    result: { value: share, unit: '%', text: `${share}% hồ sơ đúng hạn` },
  }))
  const assessment = { difficulties: '', causes: '', proposals: '' }
  const body = { items, closing: null, proposals: [], assessment, registrations: [] }
  const given = reportAnswers.parse({ ...answersOfBody(body), occasion, lateReason: 'Bận' })
  await sendReport({ turn, answers: given, at: { step: 'preview' }, draftId: `report-${turn.inboxId}` })
}

async function reviseRegistration(turn: Turn, seen: Registration, contents: number[]): Promise<void> {
  const draft = await draftOfRegistration(turn, seen)
  const given = { ...draft, ...answers.parse({ ...draft, items: itemsOf(contents), ...rest }) }
  await send({ turn, answers: given, at: { step: 'preview' }, draftId: `draft-${turn.inboxId}` })
}

async function reviseReport(turn: Turn, seen: Report): Promise<void> {
  const { id, version, state, planId, deadlineId, round, subject, unitId } = seen
  const occasion = { planId, deadlineId, round, subject, unitId }
  const given = reportAnswers.safeParse({ ...answersOfBody(seen.body), occasion, revises: { id, version, state } })
  if (given.success)
    await sendReport({ turn, answers: given.data, at: { step: 'preview' }, draftId: `report-${turn.inboxId}` })
}

const isRevisable = ({ state }: Registration | Report) => state !== 'withdrawn' && state !== 'aggregated'

/** Somebody acts, or (without `who`) whoever wrote the paper. */
async function actOn(town: Town, doing: Records['own'] & { who?: number }, before: Before): Promise<void> {
  const { who, kind, action, stale, contents } = doing
  const turnFor = ({ typedBy }: Registration | Report) =>
    turnOf(town, who === undefined ? typedBy : pick(town.people, who))
  const extra = action === 'return' ? { reason: 'Chưa rõ chỉ tiêu' } : {}
  if (kind === 'registration') {
    const now = pick(await allRegistrations(town), doing.paper)
    const seen = now && stale ? (before.registration.get(now.id) ?? now) : now
    if (!seen) return
    if (action !== 'revise') await act(await turnFor(seen), registrationKind, seen, action, extra)
    else if (isRevisable(seen)) await reviseRegistration(await turnFor(seen), seen, contents)
    return
  }
  const now = pick(await allReports(town), doing.paper)
  const seen = now && stale ? (before.report.get(now.id) ?? now) : now
  if (!seen) return
  if (action !== 'revise') await act(await turnFor(seen), reportKind, seen, action, extra)
  else if (isRevisable(seen)) await reviseReport(await turnFor(seen), seen)
}

/** Everybody in turn tries to approve and to take in one paper: whom the rules allow it moves it on. */
async function forward(town: Town, { kind, paper }: Records['forward']): Promise<void> {
  const all = kind === 'registration' ? await allRegistrations(town) : await allReports(town)
  const seen = pick<Registration | Report>(all, paper)
  const action: Exclude<RegistrationAction, 'revise'> = seen?.state === 'approved' ? 'receive' : 'approve'
  if (!seen) return
  for (const personId of town.people) {
    const turn = await turnOf(town, personId)
    const acted =
      kind === 'registration'
        ? await act(turn, registrationKind, seen, action)
        : await act(turn, reportKind, seen, action)
    if (acted) return
  }
}

async function absence(town: Town, { who, standIn, from, days, agrees }: Records['absence']): Promise<void> {
  const [personId, standInId] = [pick(town.people, who), pick(town.people, standIn)]
  const first = addDays(town.today, from)
  const given = { personId, from: first, to: addDays(first, days), reason: 'trip' as const, standInId }
  const turn = await turnOf(town, personId)
  await noteAbsence({ turn, answers: given, at: { step: 'standIn' }, draftId: `absence-${turn.inboxId}` })
  const noted = (await town.store.absences.notOver(town.today)).filter((one) => one.state === 'asked')
  for (const { id, standInId: asked } of noted)
    if (asked !== null) await answerStandIn(await turnOf(town, asked), id, agrees)
}

/** The day of registering becomes another: what was late may be in time again, and the other way. */
async function revise({ store, deadlines, today, people }: Town, { days }: Records['revise']): Promise<void> {
  const id = deadlines.registration
  const was = await store.plans.deadlineById(id)
  if (!was?.deadline.lastDay) return
  const lastDay = addDays(was.deadline.lastDay, days)
  const deadline = { ...was.deadline, lastDay, on: addDays(lastDay, 1) }
  await store.plans.correctDeadline({ id, deadline, basis: today, by: people[0] ?? null, at: 0 })
}

const contentsOfAnyText = [...communeDraft.contents, { section: 'II.2', text: 'Bảo vệ môi trường' }]

/** The plan comes once more with other contents, perhaps a shorter time: papers stay as they are, their people are asked. */
async function republish(town: Town, { contents, shorter }: Records['republish']): Promise<void> {
  const { store, planId, people } = town
  const period = communeDraft.period && { ...communeDraft.period, end: shorter ? '2024-08-31' : '2024-10-15' }
  const draft = { ...communeDraft, period, contents: contents.map((place) => pick(contentsOfAnyText, place)) }
  const live = await store.plans.deadlinesOf(planId)
  const bound = await store.plans.audienceOf(live.map(({ id }) => id))
  await store.plans.revise({
    ...{ by: people[0] ?? null, at: 0, planId, why: 'replaced', draft, file: null },
    identity: identityOf(draft, JSON.stringify([contents, shorter])),
    deadlines: live.map(({ id, deadline }) => {
      const audience = bound.filter(({ deadlineId }) => deadlineId === id)
      return { id, moved: false, deadline, audience: audience.map(({ unitId, subject }) => ({ unitId, subject })) }
    }),
  })
  await askAboutMisfits(await turnOf(town, people[0] ?? ''), planId)
}

export const allRegistrations = ({ store }: Town) => store.registrations.inState(...everyState)
export const allReports = ({ store }: Town) => store.reports.inState(...everyState)
const everyState = ['waiting', 'returned', 'approved', 'received', 'aggregated', 'withdrawn'] as const

async function end(town: Town, { status }: Records['end']): Promise<void> {
  const plan = await town.store.plans.byId(town.planId)
  if (plan) await endPlan(await turnOf(town, town.people[0] ?? ''), plan, status)
}

async function wait(town: Town, { days }: Records['wait']): Promise<void> {
  later(town, days)
  await lendRoles(town.store, await turnOf(town, town.people[0] ?? ''))
}

/** Lets one thing happen, or be refused. */
export async function happen(town: Town, one: Step, before: Before): Promise<void> {
  if (one.does === 'register') return register(town, one.of)
  if (one.does === 'report') return report(town, one.of)
  if (one.does === 'act' || one.does === 'own') return actOn(town, one.of, before)
  if (one.does === 'forward') return forward(town, one.of)
  if (one.does === 'absence') return absence(town, one.of)
  if (one.does === 'wait') return wait(town, one.of)
  if (one.does === 'revise') return revise(town, one.of)
  if (one.does === 'republish') return republish(town, one.of)
  if (one.does === 'end') return end(town, one.of)
  return submitReceived(await turnOf(town, pick(town.people, one.of.who)), town.planId)
}
