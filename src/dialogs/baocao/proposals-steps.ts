import { readPeopleLines } from '../../domain/people-lines.ts'
import type { Proposal } from '../../domain/report.ts'
import { shorten } from '../dangky/ask.ts'
import type { Read, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, again, headed, refused, reportedOf, tidy, took } from './ask.ts'
import { describeProposal } from './describe.ts'

const longestCommendation = 150
const mostProposals = 300

async function listed(ask: Ask): Promise<string[]> {
  const { plan } = await reportedOf(ask)
  return [...new Set(plan.draft.commendations.map(({ name }) => name))].slice(0, 8)
}

const isUnit = ({ answers }: Ask) => answers.occasion?.subject === 'unit'

/** Which commendation to propose; for a unit names follow, and then another may be chosen. */
export const proposalsStep: Step<Answers> = {
  async ask(ask) {
    const { texts } = ask.turn
    const { proposals } = ask.answers
    const names = (await listed(ask)).map((name, index) => `${index + 1}. ${shorten(name, 150)}`)
    const noted = proposals.map((one) => texts.t('reports.proposals.item', { proposal: describeProposal(texts, one) }))
    const shown = noted.slice(0, 12)
    const more = noted.length - shown.length
    return headed(ask, [
      texts.t(proposals.length > 0 ? 'reports.proposals.more' : 'reports.proposals.ask'),
      ...shown,
      more > 0 ? texts.t('reports.proposals.rest', { count: more }) : '',
      ...names,
    ])
  },
  async choices(ask) {
    const { texts } = ask.turn
    const picks = (await listed(ask)).map((name, index) => ({
      value: `name ${name}`,
      label: texts.t('register.choose', { number: index + 1 }),
    }))
    const done = { value: 'done', label: texts.t('register.continue'), stays: true }
    const clear = { value: 'clear', label: texts.t('reports.proposals.clear'), stays: true }
    return ask.answers.proposals.length > 0 ? [...picks, done, clear] : picks
  },
  optional: ({ answers }) => answers.proposals.length === 0,
  read(input, ask) {
    const { turn, answers } = ask
    if (input.kind === 'skip') return took({ ...answers, proposals: [], proposalsDone: true })
    if (input.kind === 'choice' && input.value === 'done') return took({ ...answers, proposalsDone: true })
    if (input.kind === 'choice' && input.value === 'clear') return again({ ...answers, proposals: [] })
    const chosen = input.kind === 'choice' ? input.value.replace(/^name /, '') : ''
    const name = input.kind === 'text' ? tidy(input.text) : chosen
    if (!/\p{L}{2}/u.test(name)) return refused(turn, 'register.commendation.unclear', { typed: name.slice(0, 60) })
    if (name.length > longestCommendation)
      return refused(turn, 'register.tooLong', { length: name.length, most: longestCommendation })
    if (isUnit(ask)) return took({ ...answers, proposing: name, proposalsDone: false })
    const { name: person, position } = turn.person ?? { name: '', position: '' }
    const own: Proposal = { subject: 'person', name: person, position, commendation: name }
    return took({ ...answers, proposals: [own], proposalsDone: true })
  },
}

function noted({ turn, answers }: Ask, more: Proposal[]): Read<Answers> {
  const isKnown = (one: Proposal) =>
    answers.proposals.some(
      (known) => known.name === one.name && known.position === one.position && known.commendation === one.commendation,
    )
  const proposals = [...answers.proposals, ...more.filter((one) => !isKnown(one))]
  return proposals.length > mostProposals
    ? refused(turn, 'reports.proposals.tooMany', { most: mostProposals })
    : took({ ...answers, proposals, proposing: undefined })
}

/** Who is proposed for the commendation just chosen: the unit itself, or people by name. */
export const proposedStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('reports.proposed.ask', { commendation: ask.answers.proposing ?? '' })]),
  choices: ({ turn }) => [{ value: 'unit', label: turn.texts.t('reports.proposed.unit') }],
  async read(input, ask) {
    const { turn, answers } = ask
    const commendation = answers.proposing ?? ''
    if (input.kind === 'choice') {
      const unit = answers.occasion && (await turn.store.units.byId(answers.occasion.unitId))
      return noted(ask, [{ subject: 'unit', name: unit?.name ?? '', position: '', commendation }])
    }
    const typed = input.kind === 'text' ? input.text : ''
    const { people } = readPeopleLines(typed)
    if (people.length === 0) return refused(turn, 'register.people.nobody', { typed: shorten(typed.trim(), 60) })
    return noted(
      ask,
      people.map(({ name, position }) => ({ subject: 'person', name, position, commendation })),
    )
  },
}
