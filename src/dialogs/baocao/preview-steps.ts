import { formatRound } from '../../texts/rounds.ts'
import { shorten } from '../dangky/ask.ts'
import type { At, Step } from '../engine/dialog.ts'
import { changeStepOf, lateReasonStepOf } from '../lifecycle/answering.ts'
import { arrivalFor, caseOf, comesLate } from '../lifecycle/case.ts'
import { loadRegistrant, nameRegistrant } from '../lifecycle/names.ts'
import { type Answers, bodyOf } from './answers.ts'
import { type Ask, headed, refused, reportedOf, took } from './ask.ts'
import { describeBody } from './describe.ts'
import { reportKind } from './report-kind.ts'

/** Does this draft, sent today, want a reason for coming late? A new version after the last safe day does as well, but not what was asked for. */
async function wantsReason(ask: Ask): Promise<boolean> {
  const { turn, answers } = ask
  const { deadline } = await reportedOf(ask)
  if (!answers.revises) return arrivalFor(deadline, turn.today) === 'late'
  const was = await turn.store.reports.byId(answers.revises.id)
  return was !== null && comesLate(await caseOf(turn, reportKind, was))
}

export const previewStep: Step<Answers> = {
  async ask(ask) {
    const { texts, person } = ask.turn
    const { plan, closing } = await reportedOf(ask)
    const { occasion } = ask.answers
    const personId = occasion?.subject === 'person' ? (occasion.personId ?? person?.id ?? null) : null
    const who = occasion ? nameRegistrant(texts, await loadRegistrant(ask.turn, { ...occasion, personId })) : ''
    const round = occasion?.round ? formatRound(texts, occasion.round) : null
    const name = plan.shortName
    return headed(ask, [
      texts.t('register.shown.plan', {
        plan: round === null ? name : texts.t('reports.occasion.round', { plan: name, round }),
      }),
      texts.t('reports.shown.reporter', { who }),
      occasion?.personId ? texts.t('register.shown.typedBy', { name: person?.name ?? '' }) : '',
      ...describeBody(texts, bodyOf(ask.answers, closing)),
      (await wantsReason(ask)) ? texts.t('reports.preview.late') : '',
    ])
  },
  choices: ({ turn, answers }) => [
    { value: 'send', label: turn.texts.t(answers.revises ? 'register.preview.resend' : 'register.preview.send') },
    { value: 'change', label: turn.texts.t('register.preview.change') },
  ],
  async read(input, ask) {
    if (input.kind !== 'choice') return refused(ask.turn, 'reports.preview.unclear')
    if (input.value === 'change') return took(ask.answers, { step: 'change' })
    const asks = ask.answers.lateReason === undefined && (await wantsReason(ask))
    return took(ask.answers, asks ? { step: 'lateReason' } : undefined)
  },
}

/** The places that can be changed from the preview, in the order of the questions. */
function places({ items, registrations, offersProposals }: Answers): At[] {
  const ofItems = items.flatMap((_, item): At[] => ['result', 'account', 'evidence'].map((step) => ({ step, item })))
  const contents: At[] = registrations.length > 0 ? [] : [{ step: 'contents' }]
  const proposals: At[] = offersProposals ? [{ step: 'proposals' }] : []
  return [...ofItems, ...contents, ...proposals, { step: 'assessment' }]
}

export const changeStep = changeStepOf<Answers>({ words: 'reports', headed }, places, (content) => shorten(content))
export const lateReasonStep = lateReasonStepOf<Answers>({ words: 'reports', headed })
