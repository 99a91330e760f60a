import { message } from '../../chat/message.ts'
import { degreeOf, withoutDegree } from '../../papers/check/elements/mark-end.ts'
import { paperUnitSchema } from '../../papers/paper-unit.ts'
import type { Asked, Read, Step } from '../engine/dialog.ts'
import { chooseUnit } from '../units/choose-unit.ts'
import { type Answers, toPaperUnit } from './answers.ts'
import { formatPaperUnit, oneLine } from './format-paper-unit.ts'
import { type Field, suggestionsFor } from './suggestions.ts'

const longest = 120

/** Words as they are kept, lines parted by a break or by " / "; null where there are none, too many lines or too long. */
export function readLines(text: string, most: number): string | null {
  const lines = text
    .normalize('NFC')
    .split(/\n|\s\/\s/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  const kept = lines.join('\n')
  return /[\p{L}]/u.test(kept) && lines.length <= most && kept.length <= longest ? kept : null
}

const refuse = (said: string): Read<Answers> => ({ ok: false, message: message(said) })

/** Asks for one part of the head or the foot; `lines`: how many there may be; `optional`: it may be left out. */
export function partStep(field: Field, { lines = 1, optional = false } = {}): Step<Answers> {
  return {
    optional,
    ask: ({ turn, answers: { unit } }) => message(turn.texts.t(`papers.unit.ask.${field}`, { unit })),
    choices: async ({ turn, answers }) =>
      (await suggestionsFor(turn, answers))[field].map((value) => ({ value, label: oneLine(value) })),
    read(input, { turn: { texts }, answers }) {
      const set = (value: string): Read<Answers> => ({ ok: true, answers: { ...answers, [field]: value } })
      if (input.kind === 'skip') return set('')
      if (input.kind === 'choice') return set(input.value)
      const typed = input.kind === 'text' ? input.text.trim() : ''
      const value = readLines(typed, lines)
      if (value === null)
        return refuse(texts.t('papers.unit.wrong', { typed: typed.slice(0, 60), most: longest, lines }))
      const degree = field === 'name' ? degreeOf(value) : null
      return degree === null
        ? set(value)
        : refuse(texts.t('papers.unit.degree', { degree, name: withoutDegree(value) }))
    },
  }
}

const which = chooseUnit<Answers>(() => ['papers.unit.which'])

export const unit: Step<Answers> = {
  ...which,
  async read(input, asked) {
    const read = await which.read(input, asked)
    if (!read.ok) return read
    const found = await asked.turn.store.units.byId(read.answers.unitId ?? '')
    return { ok: true, answers: { ...read.answers, unit: found?.name ?? '' } }
  },
}

/** Party and mass organisations, whose papers have forms of their own, coordinate with the agency: theirs first. */
export const shape: Step<Answers> = {
  ask: ({ turn, answers: { unit } }) => message(turn.texts.t('papers.unit.ask.shape', { unit })),
  async choices({ turn: { store, texts }, answers: { unitId = '' } }) {
    const coordinates = (await store.units.byId(unitId))?.relation === 'coordinating'
    const order = coordinates ? (['plain', 'sealed', 'unsealed'] as const) : (['sealed', 'unsealed', 'plain'] as const)
    return order.map((value) => ({ value, label: texts.t(`papers.unit.shape.${value}`) }))
  },
  read(input, { turn, answers }) {
    const read = paperUnitSchema.shape.shape.safeParse(input.kind === 'choice' ? input.value : null)
    return read.success
      ? { ok: true, answers: { ...answers, shape: read.data } }
      : refuse(turn.texts.t('papers.unit.choose'))
  },
}

function shown({ turn: { texts }, answers }: Asked<Answers>): string {
  const paper = toPaperUnit(answers)
  return paper ? formatPaperUnit(texts, answers.unit, paper) : texts.t('papers.unit.choose')
}

/** All that was said, in words, before it is kept. */
export const preview: Step<Answers> = {
  ask: (asked) => message(shown(asked)),
  choices: ({ turn }) => [{ value: 'save', label: turn.texts.t('papers.unit.save') }],
  read: (input, { turn, answers }) =>
    input.kind === 'choice' ? { ok: true, answers } : refuse(turn.texts.t('papers.unit.choose')),
}
