import type { Turn } from '../../chat/turn.ts'
import { workdayOnOrBefore } from '../../domain/calendar.ts'
import { occasionKey } from '../../domain/report-occasion.ts'
import { formatDayShort } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { formatRound } from '../../texts/rounds.ts'
import type { Choice, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, headed, refused, took } from './ask.ts'
import { answersFor } from './begin.ts'
import { type Owed, occasionsFor } from './occasions.ts'

/** What is told of what is owed: plan, round, whose, and by when. */
async function describeOwed({ texts, store, calendar, today }: Turn, owed: Owed): Promise<string> {
  const { plan, round, subject, unitId, deadline } = owed
  const whose = subject === 'unit' ? ((await store.units.byId(unitId))?.name ?? '') : texts.t('reports.occasion.own')
  const named = round === null ? plan : texts.t('reports.occasion.round', { plan, round: formatRound(texts, round) })
  const values = { plan: named, whose, deadline: deadline ? formatDeadline(texts, deadline) : '' }
  const lastDay = deadline?.lastDay
  if (!lastDay) return texts.t(deadline ? 'reports.occasion.undated' : 'reports.occasion.unasked', values)
  if (lastDay < today) return texts.t('reports.occasion.past', values)
  return texts.t('reports.occasion.dated', {
    ...values,
    lastDay: formatDayShort(texts, workdayOnOrBefore(calendar, lastDay)),
  })
}

async function offered({ turn, answers }: Ask): Promise<Owed[]> {
  const fitting = await occasionsFor(turn, answers.words)
  return fitting.length > 0 ? fitting : occasionsFor(turn)
}

export const occasionStep: Step<Answers> = {
  async ask(ask) {
    const owed = await Promise.all((await offered(ask)).map((one) => describeOwed(ask.turn, one)))
    const lines = owed.map((line, index) => `${index + 1}. ${line}`)
    return headed(ask, [ask.turn.texts.t('reports.occasion.ask'), ...lines])
  },
  choices: async (ask) =>
    (await offered(ask)).map(
      (one, index): Choice => ({
        value: occasionKey(one),
        label: ask.turn.texts.t('register.choose', { number: index + 1 }),
      }),
    ),
  async read(input, ask) {
    const { turn } = ask
    const words = input.kind === 'text' ? input.text : ''
    const all = input.kind === 'choice' ? await offered(ask) : words ? await occasionsFor(turn, words) : []
    const [found, ...more] = all.filter((one) => input.kind !== 'choice' || occasionKey(one) === input.value)
    if (found && more.length === 0) return took(await answersFor(turn, found, ask.answers.words))
    return refused(turn, 'reports.occasion.unclear', { typed: words.slice(0, 60) })
  },
}
