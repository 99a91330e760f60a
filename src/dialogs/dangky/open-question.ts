import type { At } from '../engine/dialog.ts'
import type { AnswerItem, Answers } from './answers.ts'

type PerItem = { step: string; answered(item: AnswerItem): boolean }
type Whole = { step: string; asked(answers: Answers): boolean; answered(answers: Answers): boolean }

const perItem: PerItem[] = [
  { step: 'work', answered: ({ work }) => work !== undefined },
  { step: 'target', answered: ({ targets }) => targets !== undefined },
  { step: 'finishDay', answered: ({ finishDay }) => finishDay !== undefined },
]

const isUnit = ({ registrant }: Answers): boolean => registrant?.subject === 'unit'
export const isYearly = ({ wanted }: Pick<Answers, 'wanted'>): boolean => wanted?.shape === 'yearly'

/** Does a list want to be looked at before it is taken: it came in a file, or rows of it are wrong? */
export const wantsLook = ({ listFile, rowProblems }: Pick<Answers, 'listFile' | 'rowProblems'>): boolean =>
  listFile !== undefined || rowProblems.some(({ reason }) => reason !== 'unknown')

const people: Whole = {
  step: 'people',
  asked: isUnit,
  answered: ({ people, list, rowsChecked, ...read }) =>
    people !== undefined && list === null && (rowsChecked || !wantsLook(read)),
}
const title: Whole = {
  step: 'title',
  asked: (given) => isYearly(given) || given.wanted?.title === true,
  answered: ({ title }) => title !== undefined,
}
const commendation: Whole = {
  step: 'commendation',
  asked: ({ wanted, registrant }) =>
    wanted?.commendation === true || (wanted?.offersCommendation === true && registrant?.subject === 'person'),
  answered: ({ commendation }) => commendation !== undefined,
}
const initiative: Whole = {
  step: 'initiative',
  asked: ({ wanted }) => wanted?.initiative === true,
  answered: ({ initiative }) => initiative !== undefined,
}
const pledge: Whole = {
  step: 'pledge',
  asked: ({ wanted }) => wanted?.pledge === true,
  answered: ({ contentsDone }) => contentsDone,
}
/** People who are registered for the year without saying for which title. */
const peopleTitle: Whole = {
  step: 'peopleTitle',
  asked: (given) => isUnit(given) && given.wanted?.title === true && (given.people ?? []).some((one) => !one.title),
  answered: ({ peopleTitle }) => peopleTitle !== undefined,
}

const ofCampaign: Whole[] = [people, title, commendation, initiative]
const ofYear: Whole[] = [title, commendation, initiative, pledge, people, peopleTitle]
const wholes = (given: Answers): Whole[] => (isYearly(given) ? ofYear : ofCampaign).filter(({ asked }) => asked(given))

/** The first question that has no answer yet; with all answered, the preview. */
export function openQuestion(given: Answers): At {
  if (given.planId === undefined) return { step: 'plan' }
  if (given.registrant === undefined) return { step: given.forOther ? 'member' : 'registrant' }
  if (!isYearly(given)) {
    if (!given.contentsDone || given.items.length === 0) return { step: 'contents' }
    for (const [index, one] of given.items.entries()) {
      const open = perItem.find(({ answered }) => !answered(one))
      if (open) return { step: open.step, item: index }
    }
  }
  return { step: wholes(given).find(({ answered }) => !answered(given))?.step ?? 'preview' }
}

/** The step that a detour belongs to. */
const partOf: Record<string, string> = {
  criterion: 'target',
  pick: 'people',
  change: 'preview',
  attach: 'preview',
  lateReason: 'preview',
}

/** The questions that are asked of everybody here, in order. */
export function stepsOf(given: Answers): string[] {
  const first = isYearly(given) ? [] : ['contents', ...perItem.map(({ step }) => step)]
  return [...first, ...wholes(given).map(({ step }) => step), 'preview']
}

/** "bước 3/6": the questions in order; choosing plan and capacity counts as the first. */
export function progressOf(given: Answers, { step }: At): { done: number; of: number } {
  const steps = stepsOf(given)
  const at = step === 'copy' ? 0 : steps.indexOf(partOf[step] ?? step)
  return { done: Math.max(0, at) + 1, of: steps.length }
}
