import { honoursOf } from '../../chat/honours.ts'
import { type HonourKind, honourNames } from '../../domain/honours.ts'
import { readTarget } from '../../domain/target.ts'
import type { Step } from '../engine/dialog.ts'
import type { AnswerItem, Answers } from './answers.ts'
import { type Ask, campaignOf, headed, refused, shorten, took } from './ask.ts'
import { isYearly } from './open-question.ts'

const longestHonour = 150

/** The names to choose from: those that the plan lists, then those of the agency's list. */
async function listed(ask: Ask, kind: HonourKind, of = ask.answers.registrant?.subject ?? 'person'): Promise<string[]> {
  const { plan } = await campaignOf(ask)
  const own = plan.draft.commendations.map(({ name }) => name)
  return honourNames(await honoursOf(ask.turn), [...new Set(own)], { kind, of })
}

type Asking = {
  names(ask: Ask): Promise<string[]>
  question(ask: Ask): 'ask' | 'offer' | 'unit'
  optional(ask: Ask): boolean
  keep(answers: Answers, name: string | null): Answers
}

/** A question for one name out of a list, or in one's own words. */
function honourStep(honour: HonourKind | 'peopleTitle', { names, question, optional, keep }: Asking): Step<Answers> {
  return {
    async ask(ask) {
      const lines = (await names(ask)).map((name, index) => `${index + 1}. ${shorten(name, 150)}`)
      return headed(ask, [
        ask.turn.texts.t(`register.${honour}.${question(ask)}` as 'register.title.ask', counts(ask)),
        ...lines,
      ])
    },
    choices: async (ask) =>
      (await names(ask)).map((name, index) => ({
        value: name,
        label: ask.turn.texts.t('register.choose', { number: index + 1 }),
      })),
    optional,
    read(input, { turn, answers }) {
      if (input.kind === 'skip') return took(keep(answers, null))
      if (input.kind === 'choice') return took(keep(answers, input.value))
      const name = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
      const unclear = honour === 'commendation' ? 'register.commendation.unclear' : 'register.title.unclear'
      if (!/\p{L}{2}/u.test(name)) return refused(turn, unclear, { typed: name.slice(0, 60) })
      return name.length > longestHonour
        ? refused(turn, 'register.tooLong', { length: name.length, most: longestHonour })
        : took(keep(answers, name))
    },
  }
}

const untitled = ({ people = [] }: Answers) => people.filter(({ title }) => !title)
const counts = ({ answers }: Ask) => ({ count: untitled(answers).length })

export const titleStep = honourStep('title', {
  names: (ask) => listed(ask, 'title'),
  question: ({ answers }) =>
    answers.registrant?.subject === 'unit' ? 'unit' : answers.wanted?.title ? 'ask' : 'offer',
  // A unit may register its people alone.
  optional: ({ answers }) =>
    answers.wanted?.title !== true || (isYearly(answers) && answers.registrant?.subject === 'unit'),
  keep: (answers, title) => ({ ...answers, title }),
})

export const commendationStep = honourStep('commendation', {
  names: (ask) => listed(ask, 'commendation'),
  question: () => 'ask',
  optional: ({ answers }) =>
    answers.wanted?.commendation !== true || (isYearly(answers) && answers.registrant?.subject === 'unit'),
  keep: (answers, commendation) => ({ ...answers, commendation }),
})

/** The title of those on the list of whom it is not said. */
export const peopleTitleStep = honourStep('peopleTitle', {
  names: (ask) => listed(ask, 'title', 'person'),
  question: () => 'ask',
  optional: () => true,
  keep: (answers, title) => ({
    ...answers,
    peopleTitle: title,
    people: (answers.people ?? []).map((one) => (one.title || title === null ? one : { ...one, title })),
  }),
})

const longestInitiative = 300

export const initiativeStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('register.initiative.ask')]),
  // Not everybody has one, also where the plan asks for their names.
  optional: true,
  read(input, { turn, answers }) {
    if (input.kind === 'skip') return took({ ...answers, initiative: null })
    const initiative = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
    if (!/\p{L}{2}/u.test(initiative))
      return refused(turn, 'register.initiative.unclear', { typed: initiative.slice(0, 60) })
    return initiative.length > longestInitiative
      ? refused(turn, 'register.tooLong', { length: initiative.length, most: longestInitiative })
      : took({ ...answers, initiative })
  },
}

const mostPledges = 30
const longestPledge = 300

/** "100% hồ sơ đúng hạn" → a line of the giao ước; with a target where it counts something. */
function pledgeOf(content: string): AnswerItem {
  const target = readTarget(content)
  return { section: null, content, work: null, targets: target.ok ? [target.target] : [], finishDay: null }
}

export const pledgeStep: Step<Answers> = {
  ask: (ask) => {
    const { texts } = ask.turn
    const given = ask.answers.items.map(({ content }, index) => `${index + 1}. ${shorten(content, 140)}`)
    return headed(ask, [texts.t('register.pledge.ask'), ...given])
  },
  plainNumbers: true,
  optional: ({ answers }) => answers.wanted?.pledge !== true || answers.items.length > 0,
  read(input, { turn, answers }) {
    if (input.kind === 'skip') return took({ ...answers, contentsDone: true })
    const lines = (input.kind === 'text' ? input.text.normalize('NFC') : '')
      .split(/[;\n]/)
      .map((line) =>
        line
          .replace(/^\s*(?:[-+•]|\d{1,2}[.)](?=\s))\s*/u, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((line) => line !== '')
    const wrong = lines.find((line) => !/\p{L}{2}/u.test(line))
    if (lines.length === 0 || wrong !== undefined)
      return refused(turn, 'register.pledge.unclear', { typed: (wrong ?? '').slice(0, 60) })
    if (lines.length > mostPledges)
      return refused(turn, 'register.pledge.tooMany', { count: lines.length, most: mostPledges })
    const long = lines.find((line) => line.length > longestPledge)
    if (long) return refused(turn, 'register.tooLong', { length: long.length, most: longestPledge })
    return took({ ...answers, items: lines.map(pledgeOf), contentsDone: true })
  },
}
