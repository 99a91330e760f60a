import type { TextKey } from '../../texts/texts.ts'
import type { At, Choice, Step } from '../engine/dialog.ts'
import { type Answers, bodyOf } from './answers.ts'
import { arrivalFor } from './arrival.ts'
import { type Ask, campaignOf, headed, refused, shorten, took } from './ask.ts'
import { describeBody } from './describe.ts'
import { loadRegistrant, nameRegistrant } from './names.ts'

/** Does this draft, sent today, want a reason for coming late? A new version does not: the first sending counts. */
async function wantsReason(ask: Ask): Promise<boolean> {
  if (ask.answers.revises) return false
  const { deadline } = await campaignOf(ask)
  return arrivalFor(deadline, ask.turn.today) === 'late'
}

export const previewStep: Step<Answers> = {
  async ask(ask) {
    const { texts, person } = ask.turn
    const { plan } = await campaignOf(ask)
    const { registrant } = ask.answers
    const personId = registrant?.subject === 'person' ? (person?.id ?? null) : null
    const name = registrant && (await loadRegistrant(ask.turn, { ...registrant, personId }))
    const who = name ? nameRegistrant(texts, name) : ''
    const late = (await wantsReason(ask)) ? texts.t('register.preview.late') : ''
    return headed(ask, [
      texts.t('register.shown.plan', { plan: plan.shortName }),
      texts.t('register.shown.registrant', { who }),
      ...describeBody(texts, bodyOf(ask.answers)),
      late,
    ])
  },
  choices: ({ turn, answers }) => [
    { value: 'send', label: turn.texts.t(answers.revises ? 'register.preview.resend' : 'register.preview.send') },
    { value: 'change', label: turn.texts.t('register.preview.change') },
  ],
  async read(input, ask) {
    if (input.kind !== 'choice') return refused(ask.turn, 'register.preview.unclear')
    if (input.value === 'change') return took(ask.answers, { step: 'change' })
    const asks = ask.answers.lateReason === undefined && (await wantsReason(ask))
    return took(ask.answers, asks ? { step: 'lateReason' } : undefined)
  },
}

/** The places that can be changed from the preview, in the order of the questions. */
function places({ items, registrant }: Answers): At[] {
  const ofItems = items.flatMap((_, item): At[] => ['work', 'target', 'finishDay'].map((step) => ({ step, item })))
  const people: At[] = registrant?.subject === 'unit' ? [{ step: 'people' }] : []
  return [{ step: 'contents' }, ...ofItems, ...people, { step: 'commendation' }, { step: 'title' }]
}

function placeChoices({ turn, answers }: Ask): Choice[] {
  const { texts } = turn
  return places(answers).map(({ step, item }, index) => {
    const name = texts.t(`register.step.${step}` as TextKey)
    const several = item !== undefined && answers.items.length > 1
    const label = several ? texts.t('register.change.ofItem', { name, number: item + 1 }) : name
    return { value: String(index), label }
  })
}

export const changeStep: Step<Answers> = {
  ask(ask) {
    const contents = ask.answers.items.map(({ content }, index) => `${index + 1}. ${shorten(content)}`)
    return headed(ask, [ask.turn.texts.t('register.change.ask'), ...contents])
  },
  choices: placeChoices,
  read(input, { turn, answers }) {
    const place = input.kind === 'choice' ? places(answers)[Number(input.value)] : undefined
    return place ? took(answers, place) : refused(turn, 'register.change.unclear')
  },
}

const longestReason = 300

export const lateReasonStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('register.lateReason.ask')]),
  read(input, { turn, answers }) {
    const lateReason = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
    if (!/\p{L}{2}/u.test(lateReason)) return refused(turn, 'register.lateReason.unclear')
    return lateReason.length > longestReason
      ? refused(turn, 'register.tooLong', { length: lateReason.length, most: longestReason })
      : took({ ...answers, lateReason })
  },
}
