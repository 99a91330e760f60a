import type { Generated } from 'kysely'
import type { Day, Instant } from '../domain/day.ts'
import type { Language, Role } from '../domain/person.ts'
import type { DeadlineKind } from '../domain/plan.ts'
import type { UnitRelation } from '../domain/unit.ts'
import type { PlannedPlanRow } from './planned-plan-row.ts'
import type { AbsenceTables } from './rows/absences.ts'
import type { CalendarTables } from './rows/calendars.ts'
import type { ExtensionTables } from './rows/extensions.ts'
import type { GroupTables } from './rows/groups.ts'
import type { OaTokenRow } from './rows/oa-tokens.ts'
import type { PaperTemplateRow } from './rows/paper-templates.ts'
import type { InboxTable, OpenChoiceRow, OutboxTable, TaskRow } from './rows/queues.ts'
import type { PauseRow, ReminderChoiceRow, ReminderRow } from './rows/reminders.ts'
import type { ReminderByHandRow, UrgingDraftRow } from './rows/reminders-by-hand.ts'
import type { ArrivalColumns, ReportRow, ReportVersionRow } from './rows/reports.ts'
import type { OperatorRow, SharedAccountRow } from './rows/shared-accounts.ts'
import type { UnitGroupTables } from './rows/unit-groups.ts'
import type { UnitMergerRow } from './rows/unit-mergers.ts'
import type { UsageRow } from './rows/usage.ts'
import type { WebMessageRow, WebPairingRow, WebSessionRow } from './rows/web.ts'

export type { InboxRow, OpenChoiceRow, OutboxRow, OutboxState, TaskRow } from './rows/queues.ts'
export type { ReminderRow } from './rows/reminders.ts'
export type { WebMessageRow, WebPairingRow, WebSessionRow } from './rows/web.ts'

/** JSON kept as text; each reader validates it with its own zod schema. */
type Json = string
/** SQLite keeps booleans as 0 and 1. */
type Flag = 0 | 1

export type Setting = { key: string; value: Json }
export type UnitRow = { id: string; parent_id: string | null; name: string; relation: UnitRelation; position: number }
export type PersonRow = {
  id: string
  name: string
  position: string
  language: Language
  left_at: Instant | null
  /** The telephone at the office, where the person has given it. */
  phone: string | null
  /** On what charts are drawn for the person, where they chose; null: on a light ground. */
  chart_theme: 'light' | 'dark' | null
}
export type MembershipRow = {
  person_id: string
  unit_id: string
  role: Role
  since: Instant
  /** Held only while another is away. */
  absence_id: string | null
}

/** One person on one channel; `chat` is where answers go, `sender` who writes there. person_id null: a stranger. */
export type AccountRow = {
  id: string
  channel: string
  chat: string
  sender: string
  person_id: string | null
  language: Language | null
  linked_at: Instant | null
  last_seen_at: Instant | null
  blocked_at: Instant | null
  /** Its place among the person's channels, as they chose. */
  rank: number | null
}

/** A code that lets somebody in or links another channel; only its hash is kept. Real time counts for its expiry. */
export type InvitationRow = {
  code_hash: string
  purpose: 'setup' | 'join' | 'link'
  unit_id: string | null
  role: Role | null
  person_id: string | null
  created_by: string | null
  expires_at: Instant
  used_at: Instant | null
  used_by: string | null
}

export type PlanRow = {
  id: string
  short_name: string
  status: 'in_force' | 'withdrawn' | 'closed'
  revision: number
  issuer: string | null
  number: string | null
  year: number | null
  title: string | null
  draft: Json
  /** Issuer, symbol, number and year; null where one of them is not known. */
  key: string | null
  fingerprint: string
  /** What may be published once only: the key, or the words where there is none. */
  claim: string | null
  file_hash: string | null
  file_name: string | null
  file_mime: string | null
  published_at: Instant
  published_by: string | null
}

/** A deadline as the admin confirmed it; `revision` rises when its day changes, and reminders follow. */
export type DeadlineRow = {
  id: string
  plan_id: string
  position: number
  revision: number
  status: 'live' | 'dropped'
  kind: DeadlineKind
  on_day: Day | null
  from_day: Day | null
  last_day: Day | null
  relation: 'before' | 'by' | 'on' | 'during' | null
  time: string | null
  precision: string
  written: Flag
  section: string
  quote: string
  actor: string | null
  recipient: string | null
  task: string | null
  /** The whole confirmed deadline (domain/plan.ts) for what has no column of its own. */
  body: Json
}

/** Whom a deadline binds: the unit itself, or each person of it. */
export type AudienceRow = { deadline_id: string; unit_id: string; subject: 'unit' | 'person' }

export type RegistrationState = 'waiting' | 'returned' | 'approved' | 'received' | 'aggregated' | 'withdrawn'

export type RegistrationRow = ArrivalColumns & {
  id: string
  code: string
  plan_id: string
  deadline_id: string | null
  subject: 'unit' | 'person'
  person_id: string | null
  unit_id: string
  typed_by: string
  state: RegistrationState
  late: Flag
  late_reason: string | null
  paper: 'none' | 'reported' | 'received'
  return_reason: string | null
  version: number
  body: Json
  /** The draft it was made from: sending one draft twice makes one registration. */
  draft_id: string
  submitted_at: Instant
  decided_by: string | null
  decided_at: Instant | null
  received_by: string | null
  received_at: Instant | null
}

/** Keeps a subject from registering the same content of a plan twice; rows go when the registration is withdrawn. */
export type RegistrationContentRow = {
  registration_id: string
  plan_id: string
  subject_key: string
  content_key: string
}

export type RegistrationVersionRow = {
  registration_id: string
  version: number
  body: Json
  at: Instant
  by: string
  /** Who typed it, where several people share the account of `by`. */
  operator: string | null
}

/** An obligation met outside a registration: reported sent by the person, or marked received by an admin. `round`: '' where it comes once. */
export type FulfilmentRow = ArrivalColumns & {
  deadline_id: string
  subject: 'unit' | 'person'
  subject_id: string
  round: string
  state: 'reported' | 'received'
  by: string
  at: Instant
}

type AuditTable = {
  id: Generated<number>
  at: Instant
  by: string | null
  action: string
  subject: string
  detail: Json
}

export type Schema = GroupTables &
  AbsenceTables &
  CalendarTables &
  ExtensionTables &
  UnitGroupTables & {
    setting: Setting
    unit: UnitRow
    paper_template: PaperTemplateRow
    person: PersonRow
    membership: MembershipRow
    account: AccountRow
    invitation: InvitationRow
    plan: PlanRow
    planned_plan: PlannedPlanRow
    deadline: DeadlineRow
    audience: AudienceRow
    registration: RegistrationRow
    registration_content: RegistrationContentRow
    registration_version: RegistrationVersionRow
    report: ReportRow
    report_version: ReportVersionRow
    fulfilment: FulfilmentRow
    pause: PauseRow
    reminder: ReminderRow
    reminder_choice: ReminderChoiceRow
    reminder_by_hand: ReminderByHandRow
    urging_draft: UrgingDraftRow
    unit_merger: UnitMergerRow
    inbox: InboxTable
    outbox: OutboxTable
    task: TaskRow
    /** When each timetable row was last run, in calendar time. */
    job_run: { name: string; ran_for: Instant }
    audit: AuditTable
    web_message: WebMessageRow
    web_session: WebSessionRow
    web_pairing: WebPairingRow
    open_choice: OpenChoiceRow
    oa_token: OaTokenRow
    usage: UsageRow
    shared_account: SharedAccountRow
    operator: OperatorRow
  }
