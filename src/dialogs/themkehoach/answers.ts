import { z } from 'zod'
import { incomingFile } from '../../chat/incoming.ts'
import { refusalReasons } from '../../documents/refusal.ts'
import { reformedOn } from '../../domain/former-names.ts'
import { deadline, planDraft } from '../../domain/plan.ts'
import { isDated, isUnsure } from '../../domain/plan-review.ts'
import type { At } from '../engine/dialog.ts'

const audience = z.array(z.object({ unitId: z.string(), subject: z.enum(['unit', 'person']) }))

/** A deadline on its way through the review. `place` is where it stood in the text. */
const reviewed = z.object({
  place: z.int(),
  deadline,
  /** Gone through one by one; the others are those without a day, kept or dropped together. */
  alone: z.boolean(),
  decision: z.enum(['open', 'right', 'correcting', 'corrected', 'dropped']),
  added: z.boolean(),
  /** What is being corrected beside the day. */
  fact: z.enum(['kind', 'task', 'recipient']).nullable(),
  audience: audience.nullable(),
  /** Is the admin choosing the audience by hand? */
  choosing: z.boolean(),
  /** Of a scan: its line in doubt as it looks there, kept under this hash. */
  picture: z.string().nullable().default(null),
})
export type Reviewed = z.infer<typeof reviewed>

const read = z.object({
  draft: planDraft,
  identity: z.object({ key: z.string().nullable(), fingerprint: z.string(), year: z.int().nullable() }),
  file: z.object({ hash: z.string(), name: z.string(), mime: z.string() }).nullable(),
  name: z.string(),
})

/** What a review of a plan has gathered so far. */
export const answersSchema = z.object({
  pasted: z.array(z.string()).default([]),
  /** Photos of one document's pages, in order; `photoSlot` is where their number is told. */
  photos: z.array(incomingFile).default([]),
  photoSlot: z.string().nullable().default(null),
  /** The inbox rows that brought the pasted parts and photos, to be emptied where the text turns out secret. */
  pastedIn: z.array(z.int()).default([]),
  taskId: z.string().nullable().default(null),
  fileName: z.string().nullable().default(null),
  refused: z.enum(refusalReasons).nullable().default(null),
  read: read.nullable().default(null),
  /** The plan in force that this one is, or is much like. */
  known: z
    .object({ relation: z.enum(['same', 'changed', 'alike', 'amends']), planId: z.string(), name: z.string() })
    .nullable()
    .default(null),
  decision: z.enum(['new', 'replaced', 'corrected', 'amended', 'duplicate', 'other']).default('new'),
  deadlines: z.array(reviewed).default([]),
  undated: z.enum(['open', 'together', 'each']).default('open'),
  adding: z.boolean().default(false),
  /** Bodies named by what is kept that are no more; `settled`: the admin has said what they are today, or that it is not known. */
  former: z
    .array(
      z.object({
        name: z.string(),
        full: z.string().optional(),
        candidates: z.array(z.string()),
        since: z.iso.date().default(reformedOn),
        now: z.string().nullable(),
        settled: z.boolean(),
      }),
    )
    .default([]),
  shortName: z.string().nullable().default(null),
  /** What is looked at on the way, and its page. */
  look: z.enum(['repairs', 'request', 'rehearsal', 'when']).nullable().default(null),
  page: z.int().min(0).default(0),
  /** Published not now but then. */
  publishAt: z.number().nullable().default(null),
})
export type Answers = z.infer<typeof answersSchema>

/** What every new file begins with. */
export const fresh: Answers = answersSchema.parse({})
export type ReadPlan = NonNullable<Answers['read']>

/** A deadline as read, not yet looked at. */
export const toReview = (one: Reviewed['deadline'], place: number, added = false): Reviewed => ({
  place,
  deadline: one,
  alone: !isUndatedOrder({ deadline: one, added }),
  decision: 'open',
  added,
  fact: null,
  audience: null,
  choosing: false,
  picture: null,
})

/** A new text for a plan in force, which keeps its name and its registrations. */
export const isRevision = ({ decision }: Answers): boolean => ['replaced', 'corrected', 'amended'].includes(decision)

/** An order without a day as it was read: kept or dropped with the others of its kind. */
export const isUndatedOrder = ({ deadline, added }: Pick<Reviewed, 'deadline' | 'added'>): boolean =>
  !added && !isDated(deadline) && !isUnsure(deadline)

export const isKept = ({ decision }: Reviewed): boolean => decision !== 'dropped'

/** The deadline that a step is about. */
export function itemOf({ deadlines }: Answers, { item }: At): Reviewed {
  const found = deadlines[item ?? 0]
  if (!found) throw new Error(`The review has no deadline ${item}.`)
  return found
}

/** The answers with something changed about the deadline that a step is about. */
export const withItem = (answers: Answers, { item }: At, change: Partial<Reviewed>): Answers => ({
  ...answers,
  deadlines: answers.deadlines.map((one, index) => (index === (item ?? 0) ? { ...one, ...change } : one)),
})

/** What was read; a step after the reading that has none is a bug. */
export function readOf({ read }: Answers): ReadPlan {
  if (!read) throw new Error('This step of the review comes after the reading.')
  return read
}
