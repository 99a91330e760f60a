import { z } from 'zod'
import type { Day } from '../../domain/day.ts'
import type { NamedPerson } from '../../domain/people-lines.ts'
import type { RegistrationBody, RegistrationItem } from '../../domain/registration-body.ts'
import type { Target } from '../../domain/target.ts'
import type { At } from '../engine/dialog.ts'

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
  reason: z.enum(['no_name', 'too_long', 'duplicate']),
  text: z.string(),
  of: z.int().optional(),
})

const wanted = z.object({
  target: z.boolean(),
  finishDay: z.boolean(),
  people: z.boolean(),
  title: z.boolean(),
  commendation: z.boolean(),
  offersCommendation: z.boolean(),
})

export const answers = z.object({
  /** Words that narrowed the choice of a plan. */
  words: z.string().default(''),
  planId: z.string().optional(),
  registrant: z.object({ subject: z.enum(['unit', 'person']), unitId: z.string() }).optional(),
  wanted: wanted.optional(),
  items: z.array(item).default([]),
  contentsDone: z.boolean().default(false),
  people: z.array(z.object({ name: z.string(), position: z.string() })).optional(),
  rowProblems: z.array(rowProblem).default([]),
  title: z.string().nullish(),
  commendation: z.string().nullish(),
  lateReason: z.string().optional(),
  /** The registration that this draft is a new version of, as it was when the draft began. */
  revises: z
    .object({ id: z.string(), version: z.int(), state: z.enum(['waiting', 'returned', 'approved', 'received']) })
    .optional(),
  /** Where the answer just given leads instead of the next open question. */
  turnTo: z.object({ step: z.string(), item: z.int().optional() }).optional(),
})
export type Answers = z.infer<typeof answers>

type Question = { step: string; asked(answers: Answers): boolean; answered(item: AnswerItem): boolean }

const perItem: Question[] = [
  { step: 'work', asked: () => true, answered: ({ work }) => work !== undefined },
  { step: 'target', asked: () => true, answered: ({ targets }) => targets !== undefined },
  { step: 'finishDay', asked: () => true, answered: ({ finishDay }) => finishDay !== undefined },
]

type Whole = { step: string; asked(answers: Answers): boolean; answered(answers: Answers): boolean }

const asksCommendation = ({ wanted, registrant }: Answers): boolean =>
  wanted?.commendation === true || (wanted?.offersCommendation === true && registrant?.subject === 'person')

const afterItems: Whole[] = [
  {
    step: 'people',
    asked: ({ registrant }) => registrant?.subject === 'unit',
    answered: ({ people, rowProblems }) => people !== undefined && rowProblems.length === 0,
  },
  { step: 'title', asked: ({ wanted }) => wanted?.title === true, answered: ({ title }) => title !== undefined },
  { step: 'commendation', asked: asksCommendation, answered: ({ commendation }) => commendation !== undefined },
]

/** The first question that has no answer yet; with all answered, the preview. */
export function openQuestion(given: Answers): At {
  if (given.planId === undefined) return { step: 'plan' }
  if (given.registrant === undefined) return { step: 'registrant' }
  if (!given.contentsDone || given.items.length === 0) return { step: 'contents' }
  for (const [index, one] of given.items.entries()) {
    const open = perItem.find(({ answered }) => !answered(one))
    if (open) return { step: open.step, item: index }
  }
  return { step: afterItems.find(({ asked, answered }) => asked(given) && !answered(given))?.step ?? 'preview' }
}

/** "bước 3/6": the questions that are asked of everybody here, in order; choosing plan and capacity counts as the first. */
export function progressOf(given: Answers, { step }: At): { done: number; of: number } {
  const last = afterItems.filter(({ asked }) => asked(given)).map((question) => question.step)
  const steps = ['contents', ...perItem.map((question) => question.step), ...last, 'preview']
  const stands = { criterion: 'target', change: 'preview', lateReason: 'preview' }[step] ?? step
  return { done: Math.max(0, steps.indexOf(stands)) + 1, of: steps.length }
}

/** The answers as the paper keeps them: one line for each target. */
export function bodyOf({ items, people, title, commendation }: Answers): RegistrationBody {
  const lines = items.flatMap((one): RegistrationItem[] => {
    const { section: contentSection, content, work, finishDay } = one
    const line = { contentSection, content, work: work ?? '', finishDay: finishDay ?? null }
    const targets: (Target | null)[] = one.targets?.length ? one.targets : [null]
    return targets.map((target) => ({ ...line, target }))
  })
  return {
    ...{ shape: 'campaign', initiative: null, attachments: [] },
    ...{ items: lines, people: people ?? [], note: null, title: title ?? null, commendation: commendation ?? null },
  }
}

type WholeItem = { section: string | null; content: string; work: string; targets: Target[]; finishDay: Day | null }

/** The lines of a paper by content and work, each with all its targets. */
export function groupItems({ items }: Pick<RegistrationBody, 'items'>): WholeItem[] {
  const groups: WholeItem[] = []
  for (const { contentSection: section, content, work, target, finishDay } of items) {
    const last = groups.at(-1)
    const targets = target ? [target] : []
    if (last && last.content === content && last.work === work && last.finishDay === finishDay)
      last.targets.push(...targets)
    else groups.push({ section, content, work, targets, finishDay })
  }
  return groups
}

/** The other way: a paper back into answers, all of them given. */
export function answersOfBody(body: RegistrationBody): Pick<
  Answers,
  'items' | 'contentsDone' | 'title' | 'commendation'
> & {
  people: NamedPerson[]
} {
  const { people, title, commendation } = body
  return { items: groupItems(body), contentsDone: true, people, title, commendation }
}
