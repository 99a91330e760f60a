import type { AudienceMember } from '../domain/audience.ts'
import { type Deadline, deadline, type PlanDraft, planDraft } from '../domain/plan.ts'
import type { PlanIdentity } from '../domain/plan-identity.ts'
import type { DeadlineRow, PlanRow } from './schema.ts'

export type PlanFile = { hash: string; name: string; mime: string }
export type PlanStatus = PlanRow['status']

/** A published plan. `draft` is what was read and confirmed, its deadlines as first published: the live ones are PlanDeadline. */
export type Plan = {
  id: string
  shortName: string
  status: PlanStatus
  revision: number
  issuer: string | null
  number: string | null
  title: string | null
  draft: PlanDraft
  file: PlanFile | null
  publishedAt: number
  publishedBy: string | null
}

/** A deadline of a plan in force, as confirmed; `revision` rises when its time changes. */
export type PlanDeadline = {
  id: string
  planId: string
  position: number
  revision: number
  status: DeadlineRow['status']
  deadline: Deadline
}

export type NewDeadline = { deadline: Deadline; audience: AudienceMember[] }

/** A row of the store → the plan; its JSON is checked again. */
export const planOf = (row: PlanRow): Plan => ({
  id: row.id,
  shortName: row.short_name,
  status: row.status,
  revision: row.revision,
  issuer: row.issuer,
  number: row.number,
  title: row.title,
  draft: planDraft.parse(JSON.parse(row.draft)),
  file:
    row.file_hash === null
      ? null
      : {
          hash: row.file_hash,
          name: row.file_name ?? row.file_hash,
          mime: row.file_mime ?? 'application/octet-stream',
        },
  publishedAt: row.published_at,
  publishedBy: row.published_by,
})

/** A row of the store → the deadline; its JSON is checked again. */
export const planDeadlineOf = (row: DeadlineRow): PlanDeadline => ({
  id: row.id,
  planId: row.plan_id,
  position: row.position,
  revision: row.revision,
  status: row.status,
  deadline: deadline.parse(JSON.parse(row.body)),
})

/** The columns of a deadline, and the whole of it as JSON. */
export const deadlineColumns = (value: Deadline) => ({
  kind: value.kind,
  on_day: value.on,
  from_day: value.from,
  last_day: value.lastDay,
  relation: value.relation,
  time: value.time,
  precision: value.precision,
  written: value.written ? (1 as const) : (0 as const),
  section: value.section,
  quote: value.quote,
  actor: value.actor,
  recipient: value.recipient,
  task: value.task,
  body: JSON.stringify(value),
})

/** The columns of a plan that its text gives. */
export const draftColumns = (draft: PlanDraft, file: PlanFile | null) => ({
  issuer: draft.issuer,
  number: draft.number,
  title: draft.title,
  draft: JSON.stringify(draft),
  file_hash: file?.hash ?? null,
  file_name: file?.name ?? null,
  file_mime: file?.mime ?? null,
})

/** The columns by which a plan is known again. */
export const identityColumns = ({ key, year, fingerprint }: PlanIdentity) => ({ key, year, fingerprint })
