import { z } from 'zod'
import { sheetRefusals } from '../../documents/read-sheet.ts'
import { refusalReasons } from '../../documents/refusal.ts'
import { attachedFile, listedPerson, registrationShapes } from '../../domain/registration-body.ts'

const target = z.object({ value: z.number().nullable(), unit: z.string().nullable(), text: z.string() })

/** One content being answered for: what is absent has not been asked, null or an empty list was skipped. */
const item = z.object({
  section: z.string().nullable(),
  content: z.string(),
  work: z.string().nullish(),
  targets: z.array(target).optional(),
  finishDay: z.iso.date().nullish(),
})
export type AnswerItem = z.infer<typeof item>

const rowProblem = z.object({
  row: z.int(),
  reason: z.enum(['no_name', 'too_long', 'duplicate', 'unknown']),
  text: z.string(),
  of: z.int().optional(),
})

const wanted = z.object({
  shape: z.enum(registrationShapes).default('campaign'),
  target: z.boolean(),
  finishDay: z.boolean(),
  people: z.boolean(),
  title: z.boolean(),
  commendation: z.boolean(),
  initiative: z.boolean().default(false),
  pledge: z.boolean().default(false),
  offersCommendation: z.boolean(),
})

/** For whom: the unit, or a person of it; without `personId` whoever types. */
const registrant = z.object({
  subject: z.enum(['unit', 'person']),
  unitId: z.string(),
  personId: z.string().optional(),
})

const revises = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(['waiting', 'returned', 'approved', 'received']),
})

/** A file being fetched and read outside the turn. */
const underway = z.object({ taskId: z.string(), name: z.string() }).nullable().default(null)

export const answers = z.object({
  /** Words that narrowed the choice of a plan. */
  words: z.string().default(''),
  planId: z.string().optional(),
  registrant: registrant.optional(),
  /** Somebody else registers, who is still to be named. */
  forOther: z.boolean().default(false),
  wanted: wanted.optional(),
  items: z.array(item).default([]),
  contentsDone: z.boolean().default(false),
  people: z.array(listedPerson).optional(),
  rowProblems: z.array(rowProblem).default([]),
  /** The rows that were pointed out are right as they are. */
  rowsChecked: z.boolean().default(false),
  /** What came along with the list and is not kept. */
  dropped: z.array(z.enum(['birth', 'citizen'])).default([]),
  list: underway,
  /** The file that the people come from: the same again changes nothing. */
  listFile: z.object({ hash: z.string(), name: z.string() }).optional(),
  /** Why a file that was sent is no list; `found`: the headers it has. */
  listRefused: z
    .object({
      reason: z.enum([...sheetRefusals, 'failed', 'no_name_column', 'same', 'nobody']),
      found: z.array(z.string()),
      name: z.string(),
    })
    .optional(),
  /** The title of all on the list who have none; null: left as it is. */
  peopleTitle: z.string().nullish(),
  title: z.string().nullish(),
  commendation: z.string().nullish(),
  initiative: z.string().nullish(),
  attachments: z.array(attachedFile).default([]),
  attaching: underway,
  /** Why a file was not kept. */
  attachRefused: z.enum([...refusalReasons, 'failed']).optional(),
  lateReason: z.string().optional(),
  /** The registration that this draft is a new version of, as it was when the draft began. */
  revises: revises.optional(),
  /** Where the answer just given leads instead of the next open question. */
  turnTo: z.object({ step: z.string(), item: z.int().optional() }).optional(),
})
export type Answers = z.infer<typeof answers>
