import type { Turn } from '../../chat/turn.ts'
import { occasionKey } from '../../domain/report-occasion.ts'
import { formatStillTold } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { formatRound } from '../../texts/rounds.ts'
import { capacitiesOf, othersOf } from '../dangky/registrants.ts'
import type { Choice, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, headed, refused, took } from './ask.ts'
import { answersFor } from './begin.ts'
import { type Owed, occasionsFor } from './occasions.ts'

const other = 'other'

/** Whose report it is: the unit's, the reader's own (in which unit, where they have several), or that of whom they type for. */
async function describeWhose({ texts, store, person }: Turn, { subject, unitId, personId }: Owed): Promise<string> {
  const unit = (await store.units.byId(unitId))?.name ?? ''
  if (subject === 'unit') return unit
  if (personId !== null && personId !== person?.id)
    return texts.t('register.named', { name: (await store.people.byId(personId))?.name ?? '', unit })
  const several = person !== null && capacitiesOf(person).filter((one) => one.subject === 'person').length > 1
  return texts.t(several ? 'reports.occasion.ownIn' : 'reports.occasion.own', { unit })
}

/** What is told of what is owed: plan, round, whose, and by when. */
async function describeOwed(turn: Turn, owed: Owed): Promise<string> {
  const { texts, today } = turn
  const { plan, round, deadline } = owed
  const named = round === null ? plan : texts.t('reports.occasion.round', { plan, round: formatRound(texts, round) })
  const whose = await describeWhose(turn, owed)
  const values = { plan: named, whose, deadline: deadline ? formatDeadline(texts, deadline) : '' }
  const lastDay = deadline?.lastDay
  if (!lastDay) return texts.t(deadline ? 'reports.occasion.undated' : 'reports.occasion.unasked', values)
  if (lastDay < today) return texts.t('reports.occasion.past', values)
  return texts.t('reports.occasion.dated', { ...values, lastDay: formatStillTold(turn, lastDay) })
}

async function offered({ turn, answers }: Ask): Promise<Owed[]> {
  const fitting = await occasionsFor(turn, answers.words, answers.other)
  return fitting.length > 0 ? fitting : occasionsFor(turn, '', answers.other)
}

export const occasionStep: Step<Answers> = {
  async ask(ask) {
    const owed = await Promise.all((await offered(ask)).map((one) => describeOwed(ask.turn, one)))
    const lines = owed.map((line, index) => `${index + 1}. ${line}`)
    return headed(ask, [ask.turn.texts.t('reports.occasion.ask'), ...lines])
  },
  async choices(ask) {
    const { texts } = ask.turn
    const all = (await offered(ask)).map(
      (one, index): Choice => ({ value: occasionKey(one), label: texts.t('register.choose', { number: index + 1 }) }),
    )
    const forOthers = !ask.answers.other && (await othersOf(ask.turn)).length > 0
    return forOthers ? [...all, { value: other, label: texts.t('reports.occasion.other'), stays: true }] : all
  },
  async read(input, ask) {
    const { turn, answers } = ask
    if (input.kind === 'choice' && input.value === other) return took({ ...answers, forOther: true })
    const words = input.kind === 'text' ? input.text : ''
    const all =
      input.kind === 'choice' ? await offered(ask) : words ? await occasionsFor(turn, words, answers.other) : []
    const [found, ...more] = all.filter((one) => input.kind !== 'choice' || occasionKey(one) === input.value)
    if (found && more.length === 0) return took(await answersFor(turn, found, answers.words))
    return refused(turn, 'reports.occasion.unclear', { typed: words.slice(0, 60) })
  },
}
