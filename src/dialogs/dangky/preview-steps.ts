import { type Button, button } from '../../chat/message.ts'
import { canTypeFor } from '../../domain/rights.ts'
import type { Texts } from '../../texts/texts.ts'
import type { At, Step } from '../engine/dialog.ts'
import { changeStepOf, lateReasonStepOf } from '../lifecycle/answering.ts'
import { loadRegistrant, nameRegistrant } from '../lifecycle/names.ts'
import type { Answers } from './answers.ts'
import { campaignOf, headed, refused, shorten, took } from './ask.ts'
import { takeAttachment } from './attach-step.ts'
import { bodyOf } from './body.ts'
import { describeBody } from './describe.ts'
import { wantsReason } from './late.ts'
import { isYearly, stepsOf } from './open-question.ts'
import { describeDropped } from './people-step.ts'
import { registrantOf } from './registrants.ts'

const shownStrangers = 6

/** Those on the list whom the unit does not know, by row: right, perhaps, and worth a look. */
function strangers(texts: Texts, { rowProblems }: Answers): string {
  const unknown = rowProblems.filter(({ reason }) => reason === 'unknown')
  if (unknown.length === 0) return ''
  const names = unknown.slice(0, shownStrangers).map(({ row, text }) => `${text} (${row})`)
  return texts.t('register.people.strangers', { count: unknown.length, names: names.join('; ') })
}

export const previewStep: Step<Answers> = {
  async ask(ask) {
    const { texts, person } = ask.turn
    const { plan } = await campaignOf(ask)
    const { registrant } = ask.answers
    const name = registrant && (await loadRegistrant(ask.turn, registrantOf(ask.turn, registrant)))
    const who = name ? nameRegistrant(texts, name) : ''
    const late = (await wantsReason(ask)) ? texts.t('register.preview.late') : ''
    const typist = registrant?.personId ? texts.t('register.shown.typedBy', { name: person?.name ?? '' }) : ''
    return headed(ask, [
      texts.t('register.shown.plan', { plan: plan.shortName }),
      texts.t('register.shown.registrant', { who }),
      typist,
      ...describeBody(texts, bodyOf(ask.answers)),
      strangers(texts, ask.answers),
      describeDropped(texts, ask.answers),
      late,
    ])
  },
  choices: ({ turn, answers }) => [
    { value: 'send', label: turn.texts.t(answers.revises ? 'register.preview.resend' : 'register.preview.send') },
    { value: 'change', label: turn.texts.t('register.preview.change') },
    { value: 'attach', label: turn.texts.t('register.preview.attach') },
  ],
  takesFile: 'unasked',
  async read(input, ask) {
    if (input.kind === 'file') return takeAttachment(input.file, ask)
    if (input.kind !== 'choice') return refused(ask.turn, 'register.preview.unclear')
    if (input.value !== 'send') return took(ask.answers, { step: input.value })
    const asks = ask.answers.lateReason === undefined && (await wantsReason(ask))
    return took(ask.answers, asks ? { step: 'lateReason' } : undefined)
  },
}

/** The places that can be changed from the preview, in the order of the questions. */
function places(answers: Answers): At[] {
  const people: At[] = answers.registrant?.subject === 'unit' ? [{ step: 'people' }] : []
  if (isYearly(answers)) {
    const asked = stepsOf(answers).filter((step) => step !== 'preview' && step !== 'people' && step !== 'peopleTitle')
    return [...new Set([...asked, 'commendation', 'initiative'])].map((step): At => ({ step })).concat(people)
  }
  const ofItems = answers.items.flatMap((_, item): At[] =>
    ['work', 'target', 'finishDay'].map((step) => ({ step, item })),
  )
  return [{ step: 'contents' }, ...ofItems, ...people, { step: 'commendation' }, { step: 'title' }]
}

export const changeStep = changeStepOf<Answers>({ words: 'register', headed }, places, (content) => shorten(content))

const lateReason = lateReasonStepOf<Answers>({ words: 'register', headed })

/** Why it comes late; who draws up the unit's papers may ask for more time instead. */
export const lateReasonStep: Step<Answers> = {
  ...lateReason,
  async ask(ask) {
    const [said, { deadline }] = [await lateReason.ask(ask), await campaignOf(ask)]
    const { turn, answers } = ask
    const { registrant, revises } = answers
    const mayAsk = turn.person !== null && registrant !== undefined && canTypeFor(turn.person, registrant.unitId)
    if (!mayAsk || !deadline || revises) return said
    return { ...said, buttons: [moreTimeButton(turn.texts, deadline.id)] }
  },
}

const moreTimeButton = (texts: Texts, deadline: string): Button =>
  button(texts.t('letters.moreTime.button'), 'hanchot', 'moreTime', { deadline })
