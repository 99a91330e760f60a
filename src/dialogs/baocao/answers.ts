import { z } from 'zod'
import { attachedFile } from '../../domain/registration-body.ts'
import type { ReportBody, ReportItem } from '../../domain/report.ts'

const measured = z.object({ value: z.number().nullable(), unit: z.string().nullable(), text: z.string() })
const evidence = z.object({ name: z.string(), file: attachedFile.nullable() })
const proposal = z.object({
  subject: z.enum(['person', 'unit']),
  name: z.string(),
  position: z.string(),
  commendation: z.string(),
})

/** One line being answered for: what is absent has not been asked. */
const item = z.object({
  contentSection: z.string().nullable(),
  content: z.string(),
  work: z.string(),
  target: measured.nullable(),
  finishDay: z.iso.date().nullable(),
  result: measured.optional(),
  /** A result that so exceeds its target that it is asked about first. */
  doubtful: measured.optional(),
  account: z.string().optional(),
  evidence: z.array(evidence).default([]),
  evidenceDone: z.boolean().default(false),
  /** Files that are being kept: the ids of the tasks. */
  keeping: z.array(z.string()).default([]),
})
export type AnswerItem = z.infer<typeof item>

export const answers = z.object({
  /** Words that narrowed the choice. */
  words: z.string().default(''),
  occasion: z
    .object({
      planId: z.string(),
      deadlineId: z.string().nullable(),
      round: z.string().nullable(),
      subject: z.enum(['unit', 'person']),
      unitId: z.string(),
      /** Somebody else, for whom it is typed. */
      personId: z.string().optional(),
    })
    .optional(),
  /** Somebody else reports, who is still to be named. */
  forOther: z.boolean().default(false),
  /** Who that is, in which unit, where several things are to be reported. */
  other: z.object({ personId: z.string(), unitId: z.string() }).optional(),
  /** The codes of the registrations that are reported on. */
  registrations: z.array(z.string()).default([]),
  items: z.array(item).default([]),
  /** Are the lines settled: those registered, or contents chosen from the plan? */
  itemsDone: z.boolean().default(false),
  /** Does the plan want or offer commendations? */
  offersProposals: z.boolean().default(false),
  proposals: z.array(proposal).default([]),
  proposalsDone: z.boolean().default(false),
  /** The commendation for which names are being given. */
  proposing: z.string().optional(),
  assessment: z.object({ difficulties: z.string(), causes: z.string(), proposals: z.string() }).optional(),
  lateReason: z.string().optional(),
  /** The report that this draft is a new version of, as it was when the draft began. */
  revises: z
    .object({ id: z.string(), version: z.int(), state: z.enum(['waiting', 'returned', 'approved', 'received']) })
    .optional(),
  /** Where the answer just given leads instead of the next open question. */
  turnTo: z.object({ step: z.string(), item: z.int().optional() }).optional(),
})
export type Answers = z.infer<typeof answers>

export const nothingToAssess = { difficulties: '', causes: '', proposals: '' }

/** The answers as the report keeps them. */
export function bodyOf(given: Answers, closing: ReportBody['closing']): ReportBody {
  const { items, proposals, assessment = nothingToAssess, registrations } = given
  const lines = items.map(
    ({ contentSection, content, work, target, finishDay, result, account, evidence }): ReportItem => ({
      ...{ contentSection, content, work, target, finishDay, evidence },
      ...{ result: result ?? null, account: account ?? '' },
    }),
  )
  return { items: lines, closing, proposals, assessment, registrations }
}

/** The other way: a report back into answers, all of them given. */
export const answersOfBody = ({ items, proposals, assessment, registrations }: ReportBody) => ({
  items: items.map((one) => ({ ...one, result: one.result ?? undefined, evidenceDone: true })),
  ...{ itemsDone: true, proposals, proposalsDone: true, assessment, registrations },
})
