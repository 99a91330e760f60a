import { dayOf } from '../domain/day.ts'
import { adminsOf } from '../domain/obligation.ts'
import { type Follow, followOf } from '../domain/paper-follow.ts'
import type { SentPaper } from '../store/paper-row.ts'
import type { Job, Run } from './job.ts'

type Kind = 'registration' | 'report'

/** Follows the signed papers that a plan wants and that have not come: the author is asked, later the admin. */
export const followSignedPapers: Job = async (run) => {
  const { store } = run
  const kinds: Record<Kind, SentPaper[]> = {
    registration: await store.registrations.inState('approved', 'received'),
    report: await store.reports.inState('approved', 'received'),
  }
  for (const kind of ['registration', 'report'] as const)
    for (const paper of kinds[kind]) if (paper.paper !== 'received') await followOne(run, kind, paper)
}

async function followOne(run: Run, kind: Kind, paper: SentPaper): Promise<void> {
  const { store, calendar, today, zone } = run
  const deadline = paper.deadlineId === null ? null : await store.plans.deadlineById(paper.deadlineId)
  if (!deadline?.deadline.written || deadline.status !== 'live') return
  const decidedAt = paper.decidedAt ?? paper.receivedAt ?? paper.submittedAt
  const noted = await store.audit.about(`${kind}:${paper.id}`)
  const reportedAt = noted.findLast(({ action }) => action === `${kind}.paper`)?.at ?? null
  const follow = followOf(
    {
      paper: paper.paper === 'reported' ? 'reported' : 'none',
      approvedOn: dayOf(decidedAt, zone),
      reportedOn: reportedAt === null ? null : dayOf(Number(reportedAt), zone),
    },
    calendar,
    today,
  )
  if (follow) await queue(run, kind, paper, follow)
}

async function asked({ store }: Run, { personId, typedBy, unitId }: SentPaper, { asks }: Follow): Promise<string[]> {
  if (asks === 'author') return [...new Set([...(personId ? [personId] : []), typedBy])]
  return adminsOf(unitId, await store.units.all(), await store.people.memberships())
}

async function queue(run: Run, kind: Kind, paper: SentPaper, follow: Follow): Promise<void> {
  const { id, version } = paper
  for (const personId of await asked(run, paper, follow))
    await run.store.outbox.add({
      key: `signed_paper:${kind}:${id}:${version}:${follow.asks}:${follow.time}:${personId}`,
      person_id: personId,
      kind: 'question',
      body: JSON.stringify({ type: 'compose', composer: 'signedPaper', args: { kind, id, asks: follow.asks } }),
      due_at: run.now,
      created_at: run.now,
    })
}
