import { type Message, message } from '../../chat/message.ts'
import { type AudienceMember, actingUnits, inOrder, proposeAudience, unreachedUnits } from '../../domain/audience.ts'
import { fold } from '../../domain/fold.ts'
import type { Unit } from '../../domain/unit.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { shortTask } from '../../texts/plan-card.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Asked, Read, Step } from '../engine/dialog.ts'
import { type Answers, itemOf, type Reviewed, withItem } from './answers.ts'
import { bindingOf, unitsOf } from './bind.ts'
import { wantsAudience } from './flow.ts'

/** Names shown of a longer list. */
const shown = 5

const firstNames = (names: string[]): string =>
  names.length <= shown ? names.join(', ') : `${names.slice(0, shown).join(', ')}…`

/** "3 đơn vị (Thôn 1, …); từng người của Phòng Kinh tế" */
function formatAudience({ t }: Texts, rows: AudienceMember[], units: Unit[]): string {
  const of = (subject: AudienceMember['subject']) =>
    rows
      .filter((row) => row.subject === subject)
      .flatMap(({ unitId }) => units.find(({ id }) => id === unitId)?.name ?? [])
  const [asUnits, people] = [of('unit'), of('person')]
  return [
    asUnits.length === 1 ? t('plans.audience.unit', { unit: asUnits[0] }) : '',
    asUnits.length > 1 ? t('plans.audience.units', { count: asUnits.length, names: firstNames(asUnits) }) : '',
    people.length === 1 ? t('plans.audience.persons', { unit: people[0] }) : '',
    people.length > 1 ? t('plans.audience.people', { count: people.length, names: firstNames(people) }) : '',
  ]
    .filter((words) => words !== '')
    .join('; ')
}

/** Whom a deadline binds, proposed from the actor in its sentence. */
export const audience: Step<Answers> = {
  ask: (asked) => ask(asked),
  async choices({ turn, answers, at }) {
    const { rows } = await bindingOf(turn, answers, itemOf(answers, at), await unitsOf(turn))
    // Where nobody is proposed, to agree is to keep it for information.
    const offered = rows.length > 0 ? (['accept', 'choose', 'information'] as const) : (['accept', 'choose'] as const)
    return offered.map((value) => ({ value, label: turn.texts.t(`plans.audience.${value}`) }))
  },
  async read(input, asked) {
    const { turn, answers, at } = asked
    const units = await unitsOf(turn)
    if (input.kind === 'text') return readUnits(input.text, asked, units)
    if (input.kind !== 'choice') return { ok: false, message: await ask(asked) }
    if (input.value === 'information')
      return { ok: true, answers: withItem(answers, at, { audience: [], choosing: false }) }
    const { rows } = await bindingOf(turn, answers, itemOf(answers, at), units)
    return { ok: true, answers: withItem(answers, at, { audience: rows, choosing: input.value === 'choose' }) }
  },
}

async function ask({ turn, answers, at }: Asked<Answers>): Promise<Message> {
  const { texts, store } = turn
  const item = itemOf(answers, at)
  const units = await unitsOf(turn)
  const { rows, unmatched } = await bindingOf(turn, answers, item, units)
  const unreached = unreachedUnits(rows, await store.people.memberships(), units)
  const asking = answers.deadlines.filter(wantsAudience)
  const place = { number: asking.indexOf(item) + 1, of: asking.length }
  const list = formatAudience(texts, rows, units)
  const { actor } = item.deadline
  const lines = [
    texts.t('plans.audience.ask', {
      ...place,
      task: shortTask(texts, item.deadline),
      when: formatDeadline(texts, item.deadline),
    }),
    actor ? texts.t('plans.audience.actor', { actor }) : texts.t('plans.audience.noActor'),
    rows.length > 0 ? texts.t('plans.audience.proposal', { list }) : actor ? texts.t('plans.audience.nobody') : '',
    unmatched.length > 0 ? texts.t('plans.audience.unmatched', { names: firstNames(unmatched) }) : '',
    unreached.length > 0
      ? texts.t('plans.audience.unreached', { names: firstNames(unreached.map(({ name }) => name)) })
      : '',
  ]
  return message(lines.filter((line) => line !== '').join('\n'))
}

/** Units typed: by name, or by kind as plans name them. */
function readUnits(text: string, asked: Asked<Answers>, units: Unit[]): Read<Answers> {
  const named = units.filter(({ name }) => fold(name) === fold(text)).map(({ id }) => id)
  const proposed = proposeAudience(text, units).rows.map(({ unitId }) => unitId)
  const found = named.length > 0 ? named : [...new Set(proposed)]
  if (found.length === 0)
    return { ok: false, message: message(asked.turn.texts.t('plans.audience.unknown', { text: text.slice(0, 60) })) }
  return chosen(asked, [...pickedIn(itemOf(asked.answers, asked.at)), ...found], units, asked.at.step === 'units')
}

const pickedIn = ({ audience, choosing }: Reviewed): string[] =>
  choosing ? [...new Set((audience ?? []).map(({ unitId }) => unitId))] : []

/** Keeps the subjects that were there; units newly chosen act as units until the next step says otherwise. */
function chosen({ answers, at }: Asked<Answers>, unitIds: string[], units: Unit[], stay: boolean): Read<Answers> {
  const was = itemOf(answers, at).audience ?? []
  const rows = unitIds.flatMap((unitId): AudienceMember[] => {
    const kept = was.filter((row) => row.unitId === unitId)
    return kept.length > 0 ? kept : [{ unitId, subject: 'unit' }]
  })
  return { ok: true, stay, answers: withItem(answers, at, { audience: inOrder(rows, units), choosing: true }) }
}

/** The units one by one. */
export const units: Step<Answers> = {
  async ask({ turn, answers, at }) {
    const { rows, all } = { rows: itemOf(answers, at).audience ?? [], all: await unitsOf(turn) }
    const names = all.filter(({ id }) => rows.some(({ unitId }) => unitId === id)).map(({ name }) => name)
    if (names.length === 0) return message(turn.texts.t('plans.audience.askUnitsNone'))
    return message(turn.texts.t('plans.audience.askUnits', { list: names.join(', ') }))
  },
  async choices({ turn, answers, at }) {
    const picked = pickedIn(itemOf(answers, at))
    const all = await unitsOf(turn)
    return [
      ...all.map(({ id, name }) => ({
        value: `unit:${id}`,
        label: picked.includes(id) ? turn.texts.t('plans.audience.remove', { unit: name }) : name,
      })),
      { value: 'done', label: turn.texts.t('plans.audience.done'), stays: true },
      { value: 'all', label: turn.texts.t('plans.audience.all'), stays: true },
    ]
  },
  async read(input, asked) {
    const { turn, answers, at } = asked
    const all = await unitsOf(turn)
    if (input.kind === 'text') return readUnits(input.text, asked, all)
    if (input.kind !== 'choice') return { ok: false, message: message(turn.texts.t('plans.audience.askUnitsNone')) }
    const picked = pickedIn(itemOf(answers, at))
    if (input.value === 'all')
      return chosen(
        asked,
        actingUnits(all).map(({ id }) => id),
        all,
        true,
      )
    if (input.value === 'done')
      return picked.length > 0
        ? { ok: true, answers }
        : { ok: false, message: message(turn.texts.t('plans.audience.noneChosen')) }
    const id = input.value.replace(/^unit:/, '')
    return chosen(asked, picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id], all, true)
  },
}

const subjects = { asUnits: ['unit'], asPersons: ['person'], asBoth: ['unit', 'person'] } as const
type SubjectChoice = keyof typeof subjects

/** The units themselves, each person of them, or both. */
export const subject: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('plans.audience.askSubject')),
  choices: ({ turn }) =>
    (Object.keys(subjects) as SubjectChoice[]).map((value) => ({
      value,
      label: turn.texts.t(`plans.audience.${value}`),
    })),
  read(input, { turn, answers, at }) {
    const choice = input.kind === 'choice' && Object.keys(subjects).find((value) => value === input.value)
    if (!choice) return { ok: false, message: message(turn.texts.t('plans.audience.askSubject')) }
    const rows = pickedIn(itemOf(answers, at)).flatMap((unitId) =>
      subjects[choice as SubjectChoice].map((subject) => ({ unitId, subject })),
    )
    return { ok: true, answers: withItem(answers, at, { audience: rows, choosing: false }) }
  },
}
