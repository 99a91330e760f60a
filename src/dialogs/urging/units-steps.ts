import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import type { ToUrge } from '../../domain/urging.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { formatEvent, readLedger } from '../chase/history.ts'
import { formatFollowed } from '../chase/in-charge.ts'
import type { Asked, Choice, Read, Step } from '../engine/dialog.ts'
import { type Answers, included, withUnit } from './answers.ts'
import { readToUrge } from './begin.ts'

const go = 'go'
const look = 'look'
/** More units than these are told by their number in the list's words. */
const mostListed = 30
const mostEvents = 4

const pick = ({ texts }: Turn): Read<Answers> => ({ ok: false, message: message(texts.t('letters.urging.pick')) })

/** "Hội Nông dân xã (cơ quan phối hợp, công văn riêng)", "Trường Tiểu học (còn 3 người)". */
function describeUnit({ texts }: Turn, { name, relation, missing, extendedTo }: ToUrge): string {
  const notes = [
    relation === 'coordinating' ? texts.t('letters.urging.coordinating') : '',
    missing > 0 ? texts.t('letters.urging.missing', { count: missing }) : '',
    extendedTo === null ? '' : texts.t('letters.urging.extended', { day: formatDay(texts, extendedTo) }),
  ].filter((note) => note !== '')
  return notes.length === 0 ? name : `${name} (${notes.join('; ')})`
}

async function found({ turn, answers }: Asked<Answers>): Promise<ToUrge[]> {
  const { toUrge } = await readToUrge(turn, answers)
  return answers.unitIds.flatMap((id) => toUrge.find(({ unitId }) => unitId === id) ?? [])
}

async function list(asked: Asked<Answers>): Promise<string> {
  const { turn, answers } = asked
  const { texts } = turn
  const { bound } = await readToUrge(turn, answers)
  const all = await found(asked)
  const [first] = bound
  const deed = first ? formatFollowed(texts, first) : ''
  const values = { deed, deadline: first ? formatDeadline(texts, first.deadline) : '', count: all.length }
  const lines = all.slice(0, mostListed).map((one, at) => {
    const key = answers.leftOut.includes(one.unitId) ? 'letters.urging.out' : 'letters.urging.in'
    return texts.t(key, { number: at + 1, unit: describeUnit(turn, one) })
  })
  const rest = all.length - lines.length
  return [
    texts.t('letters.urging.list', values),
    ...lines,
    ...(rest > 0 ? [texts.t('letters.urging.rest', { count: rest })] : []),
    texts.t('letters.urging.hint'),
  ].join('\n')
}

/** The units in a list, each to be left out or taken in again; or all to be looked at one by one. */
export const unitsStep: Step<Answers> = {
  ask: async (asked) => message(await list(asked)),
  async choices(asked): Promise<Choice[]> {
    const { t } = asked.turn.texts
    const units = (await found(asked)).map(({ unitId }, at) => {
      const key = asked.answers.leftOut.includes(unitId) ? 'letters.urging.takeIn' : 'letters.urging.leaveOut'
      return { value: unitId, label: t(key, { number: at + 1 }) }
    })
    const on = included(asked.answers).length > 0 ? [{ value: go, label: t('register.continue'), stays: true }] : []
    return [...units, { value: look, label: t('letters.urging.look'), stays: true }, ...on]
  },
  async read(input, asked) {
    const { answers, turn } = asked
    if (input.kind === 'choice' && input.value === go) return { ok: true, answers: { ...answers, looking: false } }
    if (input.kind === 'choice' && input.value === look) return { ok: true, answers: { ...answers, looking: true } }
    const typed = input.kind === 'text' ? fold(input.text) : ''
    const named = (await found(asked)).filter(({ name }) => typed !== '' && fold(name).includes(typed))
    const unitId = input.kind === 'choice' ? input.value : named.length === 1 ? named[0]?.unitId : undefined
    if (unitId === undefined || !answers.unitIds.includes(unitId)) return pick(turn)
    return { ok: true, stay: true, answers: withUnit(answers, unitId, answers.leftOut.includes(unitId)) }
  },
}

/** One unit by itself: how it stands, how it was reminded; into the letter or not. */
export const lookStep: Step<Answers> = {
  async ask(asked) {
    const { turn, answers, at } = asked
    const { texts } = turn
    const unitId = answers.unitIds[at.item ?? 0] ?? ''
    const { bound, toUrge } = await readToUrge(turn, answers)
    const unit = toUrge.find((one) => one.unitId === unitId)
    const number = { number: (at.item ?? 0) + 1, count: answers.unitIds.length }
    if (!unit) return message(texts.t('letters.urging.recorded', number))
    const ofUnit = bound.filter((one) => one.unitId === unitId && (unit.missing > 0 || one.subject === 'unit'))
    const ledger = await readLedger(turn, ofUnit)
    const events = ofUnit.flatMap((one) => ledger.eventsOf(one).map((event) => formatEvent(turn, event, ledger)))
    return message(
      [
        texts.t('letters.urging.one', { ...number, unit: capitalise(describeUnit(turn, unit)) }),
        ...(events.length > 0 ? events.slice(-mostEvents) : [texts.t('office.chase.never')]),
      ].join('\n'),
    )
  },
  choices: ({ turn: { texts } }) => [
    { value: 'in', label: texts.t('letters.urging.take') },
    { value: 'out', label: texts.t('letters.urging.leave') },
  ],
  read(input, { turn, answers, at }) {
    const unitId = answers.unitIds[at.item ?? 0]
    if (input.kind !== 'choice' || unitId === undefined) return pick(turn)
    return { ok: true, answers: withUnit(answers, unitId, input.value === 'in') }
  },
}
