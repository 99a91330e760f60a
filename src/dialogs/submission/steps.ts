import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { GatheredProposal } from '../../domain/commendation-proposals.ts'
import { fold } from '../../domain/fold.ts'
import type { Asked, Choice, Read, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { readProposals } from './begin.ts'

const go = 'go'
const mostListed = 40
const longestName = 200

export const kept = (proposals: GatheredProposal[], { leftOut }: Answers): GatheredProposal[] =>
  proposals.filter(({ key }) => !leftOut.includes(key))

const describe = ({ texts }: Turn, { name, unit, subject, commendation }: GatheredProposal): string =>
  texts.t(subject === 'unit' ? 'letters.submission.unit' : 'letters.submission.person', { name, unit, commendation })

/** Who is proposed, each to be left out or taken in again: a draft decides nothing. */
export const whoStep: Step<Answers> = {
  async ask({ turn, answers }) {
    const { texts } = turn
    const { proposals = [], waiting = 0 } = (await readProposals(turn, answers)) ?? {}
    const lines = proposals.slice(0, mostListed).map((one, at) => {
      const key = answers.leftOut.includes(one.key) ? 'letters.urging.out' : 'letters.urging.in'
      return texts.t(key, { number: at + 1, unit: describe(turn, one) })
    })
    const rest = proposals.length - lines.length
    return message(
      [
        texts.t('letters.submission.list', { count: proposals.length }),
        ...lines,
        ...(rest > 0 ? [texts.t('letters.submission.rest', { count: rest })] : []),
        ...(waiting > 0 ? [texts.t('letters.submission.waiting', { count: waiting })] : []),
        texts.t('letters.submission.hint'),
      ].join('\n'),
    )
  },
  async choices({ turn, answers }): Promise<Choice[]> {
    const { t } = turn.texts
    const { proposals = [] } = (await readProposals(turn, answers)) ?? {}
    const each = proposals.map(({ key }, at) => {
      const label = answers.leftOut.includes(key) ? 'letters.urging.takeIn' : 'letters.urging.leaveOut'
      return { value: key, label: t(label, { number: at + 1 }) }
    })
    const on = kept(proposals, answers).length > 0 ? [{ value: go, label: t('register.continue'), stays: true }] : []
    return [...each, ...on]
  },
  async read(input, { turn, answers }): Promise<Read<Answers>> {
    if (input.kind === 'choice' && input.value === go) return { ok: true, answers }
    const { proposals = [] } = (await readProposals(turn, answers)) ?? {}
    const typed = input.kind === 'text' ? fold(input.text) : ''
    const named = proposals.filter(({ name }) => typed !== '' && fold(name).includes(typed))
    const key = input.kind === 'choice' ? input.value : named.length === 1 ? named[0]?.key : undefined
    if (key === undefined) return { ok: false, message: message(turn.texts.t('letters.submission.pick')) }
    const others = answers.leftOut.filter((one) => one !== key)
    const leftOut = others.length < answers.leftOut.length ? others : [...others, key]
    return { ok: true, stay: true, answers: { ...answers, leftOut } }
  },
}

async function councils({ turn, answers }: Asked<Answers>): Promise<string[]> {
  const { store } = turn
  const plan = await store.plans.byId(answers.planId)
  const deadlines = await store.plans.deadlinesOf(answers.planId)
  const recipients = deadlines.flatMap(({ deadline }) => deadline.recipient?.replace(/\s*\(qua [^)]*\)$/iu, '') ?? [])
  return [...new Set([...recipients, ...(plan?.issuer ? [plan.issuer] : [])])]
}

/** To whom it is submitted: whom the plan names, its issuer, or as typed. */
export const toStep: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('letters.submission.to')),
  choices: async (asked) => (await councils(asked)).map((name) => ({ value: name, label: name })),
  read(input, { turn, answers }) {
    const to = input.kind === 'choice' ? input.value : input.kind === 'text' ? input.text.trim() : ''
    return /\p{L}{2}/u.test(to) && to.length <= longestName
      ? { ok: true, answers: { ...answers, to } }
      : { ok: false, message: message(turn.texts.t('letters.submission.wrongTo', { typed: to.slice(0, 60) })) }
  },
}
