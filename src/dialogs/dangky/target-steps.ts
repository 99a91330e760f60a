import { fold } from '../../domain/fold.ts'
import { longestTarget, readTargets, targetOfCriterion } from '../../domain/target.ts'
import type { Read, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, aboutItem, campaignOf, headed, refused, shorten, took, withItem } from './ask.ts'

/** Whom a group of criteria is for, by the words of its heading. */
const forUnits = /\btap the\b|\bdon vi\b/
const forPeople = /\bca nhan\b/

/** The criteria of the plan that speak of this registrant; all where none is told apart. */
async function criteriaFor(ask: Ask): Promise<string[]> {
  const { plan } = await campaignOf(ask)
  const mine = ask.answers.registrant?.subject === 'unit' ? forUnits : forPeople
  const fitting = plan.draft.criteria.filter(({ group }) => mine.test(fold(group)))
  return (fitting.length > 0 ? fitting : plan.draft.criteria).map(({ text }) => text)
}

function readTyped(text: string, ask: Ask): Read<Answers> {
  const parts = readTargets(text)
  for (const { text: typed, read } of parts) {
    if (read.ok) continue
    const values = { typed: shorten(typed, 80), value: read.value, length: typed.length, most: longestTarget }
    return refused(ask.turn, `register.target.${read.reason}`, values)
  }
  return took(withItem(ask, { targets: parts.flatMap(({ read }) => (read.ok ? [read.target] : [])) }))
}

function readTarget(input: Parameters<Step<Answers>['read']>[0], ask: Ask): Read<Answers> {
  if (input.kind === 'skip') return took(withItem(ask, { targets: [] }))
  return input.kind === 'text' ? readTyped(input.text, ask) : refused(ask.turn, 'register.target.empty')
}

const isOptional = ({ answers }: Ask): boolean => answers.wanted?.target !== true

export const targetStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('register.target.ask', { about: aboutItem(ask.turn.texts, ask) })]),
  async choices(ask) {
    const criteria = await criteriaFor(ask)
    return criteria.length > 0 ? [{ value: 'criterion', label: ask.turn.texts.t('register.target.criteria') }] : []
  },
  optional: isOptional,
  read: (input, ask) =>
    input.kind === 'choice' ? took(ask.answers, { ...ask.at, step: 'criterion' }) : readTarget(input, ask),
}

/** [Chọn tiêu chí]: a criterion of the plan as the target; a typed one is taken too. */
export const criterionStep: Step<Answers> = {
  async ask(ask) {
    const lines = (await criteriaFor(ask)).map((text, index) => `${index + 1}. ${shorten(text, 200)}`)
    return headed(ask, [ask.turn.texts.t('register.target.askCriterion'), ...lines])
  },
  choices: async (ask) =>
    (await criteriaFor(ask)).map((_, index) => ({
      value: String(index),
      label: ask.turn.texts.t('register.choose', { number: index + 1 }),
    })),
  optional: isOptional,
  async read(input, ask) {
    const criterion = input.kind === 'choice' ? (await criteriaFor(ask))[Number(input.value)] : undefined
    return criterion === undefined
      ? readTarget(input, ask)
      : took(withItem(ask, { targets: [targetOfCriterion(criterion)] }))
  },
}
