import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. */
const day = z.iso.date()

export const deadlineKinds = [
  'registration',
  'commendation_dossier',
  'final_review',
  'interim_review',
  'launch',
  'report',
  'other',
] as const

/** What a deadline asks for. Where several fit, the first of this order holds. */
export const deadlineKind = z.enum(deadlineKinds)
export type DeadlineKind = z.infer<typeof deadlineKind>

const periodPrecision = z.enum(['day', 'month', 'quarter', 'half_year', 'year', 'event', 'none'])

const period = z.object({
  start: day.nullable(),
  startPrecision: periodPrecision,
  end: day.nullable(),
  endPrecision: periodPrecision,
  endEvent: z.string().nullable(),
  openEnded: z.boolean(),
  reference: z.string().nullable(),
  section: z.string(),
  quote: z.string(),
})

const recurrence = z.object({
  every: z.enum(['day', 'week', 'month', 'quarter', 'half_year', 'year']),
  month: z.int().min(1).max(12).nullable(),
  day: z.int().min(1).max(31).nullable(),
  weekday: z.int().min(1).max(7).nullable(),
  fromMonth: z.int().min(1).max(12).nullable(),
  fromDay: z.int().min(1).max(31).nullable(),
  of: z.enum(['last_month']).nullable(),
  relation: z.enum(['before', 'by', 'on', 'during']).nullable(),
  latest: z.object({ month: z.int().min(1).max(12).nullable(), day: z.int().min(1).max(31).nullable() }).nullable(),
})

const reference = z.object({
  number: z.string().nullable(),
  date: day.nullable(),
  clause: z.string().nullable(),
})

/** One thing that a document wants done by a time. Every field's meaning: docs/plan-draft.md. */
export const deadline = z.object({
  kind: deadlineKind,
  on: day.nullable(),
  from: day.nullable(),
  relation: z.enum(['before', 'by', 'on', 'during']).nullable(),
  lastDay: day.nullable(),
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable(),
  precision: z.enum(['day', 'month', 'quarter', 'half_year', 'year', 'event', 'none']),
  recurrence: recurrence.nullable(),
  event: z.string().nullable(),
  offset: z.object({ days: z.int(), working: z.boolean(), from: z.enum(['issue', 'launch', 'event']) }).nullable(),
  reference: reference.nullable(),
  written: z.boolean(),
  expired: z.boolean(),
  cancelled: z.boolean(),
  exceptional: z.boolean(),
  actor: z.string().nullable(),
  recipient: z.string().nullable(),
  task: z.string().nullable(),
  section: z.string(),
  quote: z.string(),
  page: z.int().positive().nullable(),
  confidence: z.number().min(0).max(1),
  reason: z.string().nullable(),
  /** Bodies it names that are no more, as the admin has mapped them; `now` null: not known yet; `full`: its name in full. Never the reader's. */
  formerly: z
    .array(
      z.object({ name: z.string(), now: z.string().nullable(), since: day.optional(), full: z.string().optional() }),
    )
    .optional(),
})
export type Deadline = z.infer<typeof deadline>

/** What is read from one document: facts, each with the clause and the words it stands in. */
export const planDraft = z.object({
  title: z.string().nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: day.nullable(),
  issuedOnGuess: day.nullable(),
  signer: z.object({ name: z.string().nullable(), position: z.string().nullable() }).nullable(),
  theme: z.string().nullable(),
  slogan: z.string().nullable(),
  period: period.nullable(),
  deadlines: z.array(deadline),
  contents: z.array(z.object({ section: z.string(), text: z.string() })),
  targetGroups: z.array(z.object({ section: z.string(), text: z.string() })),
  criteria: z.array(z.object({ group: z.string(), section: z.string(), text: z.string() })),
  commendations: z.array(z.object({ name: z.string(), section: z.string() })),
  assignments: z.array(
    z.object({ unit: z.string(), with: z.array(z.string()), section: z.string(), text: z.string() }),
  ),
  legalBases: z.array(
    z.object({ number: z.string(), date: day.nullable(), issuer: z.string().nullable(), quote: z.string() }),
  ),
  anniversaries: z.array(z.object({ name: z.string(), date: day.nullable(), quote: z.string() })),
  amends: z.object({ number: z.string().nullable(), date: day.nullable() }).nullable(),
  recipients: z.array(z.string()),
  repairs: z.array(z.object({ line: z.int(), found: z.string(), restored: z.string() })),
  warnings: z.array(z.object({ code: z.string(), section: z.string(), quote: z.string() })),
})
export type PlanDraft = z.infer<typeof planDraft>
export type Period = z.infer<typeof period>
