import { newsOf } from '../chat/tell-plan.ts'
import type { PlannedPlan } from '../store/planned-plans.ts'
import type { Job, OnStore, Run } from './job.ts'

export const whenPlanned: OnStore = { on: 'store', next: (store, after) => store.plannedPlans.nextAt(after) }

/** Publishes the plans whose time has come, tells those they bind, and tells whoever planned it how it went. */
export const publishPlanned: Job = async (run) => {
  const due = (await run.store.plannedPlans.all()).filter(({ publishAt }) => publishAt <= run.now)
  for (const one of due) await publishOne(run, one)
}

async function publishOne(run: Run, { id, plan }: PlannedPlan): Promise<void> {
  const { store, now } = run
  const planner = plan.by === null ? null : await store.members.byId(plan.by)
  // Who is no longer an admin publishes nothing: the plan is given up, and the audit says so.
  const isAdmin = planner?.memberships.some(({ role }) => role === 'admin') ?? false
  await store.plannedPlans.take(id, { by: plan.by, at: now, why: isAdmin ? 'due' : 'cancelled' })
  if (!isAdmin || !planner) return
  const published = await store.plans.publish({ ...plan, at: now })
  const count = published.ok ? await queueNews(run, published.planId) : null
  const args = { planId: published.planId, name: plan.shortName, count }
  await queue(run, `planned:${id}`, planner.id, 'question', 'plannedPublished', args)
}

async function queueNews(run: Run, planId: string): Promise<number> {
  const { news, revision } = await newsOf(run, planId)
  for (const personId of news.keys())
    await queue(run, `announce:${planId}:${revision}:${personId}`, personId, 'announcement', 'announcement', { planId })
  return news.size
}

const queue = (
  { store, now }: Run,
  key: string,
  personId: string,
  kind: string,
  composer: string,
  args: Record<string, unknown>,
) =>
  store.outbox.add({
    ...{ key, person_id: personId, kind, due_at: now, created_at: now },
    body: JSON.stringify({ type: 'compose', composer, args }),
  })
