import { mayManage } from '../../chat/manage-plan.ts'
import { seePlan } from '../../chat/plan-news.ts'
import { announceChange, announceWork, boundBy } from '../../chat/tell-plan.ts'
import type { Turn } from '../../chat/turn.ts'
import type { AudienceMember } from '../../domain/audience.ts'
import type { Deadline } from '../../domain/plan.ts'
import type { RevisionDiff } from '../../domain/plan-revision.ts'
import { formatClause } from '../../texts/clauses.ts'
import type { Texts } from '../../texts/texts.ts'
import { askAboutMisfits } from '../dangky/misfits.ts'
import { type Answers, readOf } from './answers.ts'
import { boundDeadlines, revisionOf } from './bind.ts'

/** A new text for a plan in force, or one that changes it: those concerned hear what changed, nobody else. */
export async function revise(turn: Turn, answers: Answers): Promise<void> {
  const { store, texts } = turn
  const { planId = '', name } = answers.known ?? {}
  const plan = await store.plans.byId(planId)
  const diff = await revisionOf(turn, answers)
  if (!diff || !plan || plan.status === 'withdrawn') return turn.say('plans.published.ended', { name })
  if (!(await mayManage(turn, plan))) return turn.say('plans.manage.refused')
  const before = await boundBefore(turn, planId)
  if (answers.decision === 'amended') await amend(turn, answers, diff)
  else await replace(turn, answers, diff)
  const count = await tellRevision(turn, answers, diff, before)
  await askAboutMisfits(turn, planId)
  const key = count > 0 ? 'plans.published.revised' : 'plans.published.revisedQuiet'
  turn.say(key, { name: plan.shortName, count }, [seePlan(texts, planId)])
}

/** Whom each deadline of the plan binds before it changes. */
async function boundBefore(turn: Turn, planId: string): Promise<Map<string, string[]>> {
  const live = await turn.store.plans.deadlinesOf(planId)
  return new Map(await Promise.all(live.map(async ({ id }) => [id, await boundBy(turn, [id])] as const)))
}

const changeOf = ({ person, now }: Turn) => ({ by: person?.id ?? null, at: now })

/** The whole text is new; deadlines that it keeps keep their place, their registrations and their reminders. */
async function replace(turn: Turn, answers: Answers, diff: RevisionDiff): Promise<void> {
  const { draft, identity, file } = readOf(answers)
  const bound = await boundDeadlines(turn, answers)
  await turn.store.plans.revise({
    ...{ planId: answers.known?.planId ?? '', draft, identity, file, ...changeOf(turn) },
    why: answers.decision === 'replaced' ? 'replaced' : 'corrected',
    deadlines: bound.map((one) => {
      const same = diff.same.find(({ deadline }) => deadline === one.deadline)
      return { ...one, id: same?.id ?? null, moved: same?.moved ?? false }
    }),
  })
}

/** Only what the document names changes: the plan keeps its text, its number and its other deadlines. */
async function amend(turn: Turn, answers: Answers, diff: RevisionDiff): Promise<void> {
  const { plans } = turn.store
  for (const { id, was, deadline, moved } of diff.same)
    if (moved)
      await plans.correctDeadline({
        id,
        deadline: movedTo(was, deadline),
        basis: basisOf(turn.texts, answers, deadline),
        ...changeOf(turn),
      })
  const bound = await boundDeadlines(turn, answers)
  for (const { id, deadline } of diff.same) {
    const audience = bound.find((one) => one.deadline === deadline)?.audience ?? []
    if (!isSameAudience(audience, await plans.audienceOf([id]))) await plans.bind({ id, audience, ...changeOf(turn) })
  }
  for (const one of bound.filter(({ deadline }) => diff.added.includes(deadline)))
    await plans.addDeadline({ planId: answers.known?.planId ?? '', ...one, ...changeOf(turn) })
}

/** The deadline as the plan words it, at the time that the amendment gives. */
function movedTo(was: Deadline, now: Deadline): Deadline {
  const { on, from, relation, lastDay, time, precision, recurrence, event, offset, reference } = now
  return { ...was, on, from, relation, lastDay, time, precision, recurrence, event, offset, reference }
}

/** "khoản 1 Mục II văn bản số 31/KH-UBND"; null where the document has no number to cite. */
function basisOf(texts: Texts, answers: Answers, { section }: Deadline): string | null {
  const { number } = readOf(answers).draft
  if (number === null) return null
  if (section === '') return texts.t('plans.change.document', { number })
  return texts.t('plans.change.clause', { clause: formatClause(texts, section), number })
}

const isSameAudience = (one: AudienceMember[], other: AudienceMember[]): boolean =>
  one.length === other.length &&
  one.every((row) => other.some(({ unitId, subject }) => unitId === row.unitId && subject === row.subject))

/** What moved goes to all whom it binds; what is new to somebody goes to them; what is gone goes to whom it bound. */
async function tellRevision(
  turn: Turn,
  answers: Answers,
  { same, gone }: RevisionDiff,
  before: Map<string, string[]>,
): Promise<number> {
  const planId = answers.known?.planId ?? ''
  const moved = same.filter((one) => one.moved)
  let count = 0
  for (const { id, deadline, was } of moved) {
    const basis = basisOf(turn.texts, answers, deadline)
    count += await announceChange(turn, planId, { id, deadline: movedTo(was, deadline), was, basis })
  }
  for (const { id, deadline } of await turn.store.plans.deadlinesOf(planId)) {
    if (moved.some((one) => one.id === id)) continue
    const known = before.get(id) ?? []
    const only = (await boundBy(turn, [id])).filter((personId) => !known.includes(personId))
    count += await announceWork(turn, planId, 'added', { id, deadline, only })
  }
  for (const one of gone) count += await announceWork(turn, planId, 'dropped', one)
  return count
}
