import { message } from '../../chat/message.ts'
import { morningsAPage, rehearsalLines } from '../../chat/plan-rehearsal.ts'
import { workdayAfter } from '../../domain/calendar.ts'
import { firstWorkingInstant } from '../../domain/occasions.ts'
import { runningOf } from '../../domain/recurrence.ts'
import { readTypedMoment } from '../../domain/typed-moment.ts'
import { formatMoment } from '../../texts/days.ts'
import { clip } from '../../texts/plan-card.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { boundDeadlines } from './bind.ts'
import { pagesStep } from './pages-step.ts'

/** When to publish: a day and an hour typed, or the next working morning. */
export const when: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('review.when.ask')),
  choices: ({ turn }) => [{ value: 'morning', label: formatMoment(turn.texts, nextMorning(turn), turn.zone) }],
  read(input, { turn, answers }) {
    const { t } = turn.texts
    if (input.kind === 'choice') return { ok: true, answers: { ...answers, publishAt: nextMorning(turn) } }
    const text = input.kind === 'text' ? input.text : ''
    const read = readTypedMoment(text, turn)
    if (read.ok) return { ok: true, answers: { ...answers, publishAt: read.at } }
    return {
      ok: false,
      message: message(t(`review.when.${read.reason}`, { text: clip(text, 60), ...turn.calendar.hours })),
    }
  },
}

const nextMorning = ({ calendar, today, zone }: Asked<Answers>['turn']) =>
  firstWorkingInstant(workdayAfter(calendar, today), { calendar, zone })

/** The coming mornings, and who would hear what. */
export const rehearsal: Step<Answers> = pagesStep({
  slot: 'rehearsal',
  perPage: morningsAPage,
  head: ({ turn, answers }, page) =>
    turn.texts.t('review.rehearsal.head', { name: answers.shortName ?? answers.known?.name ?? '', ...page }),
  lines: async ({ turn, answers }) => {
    const running = answers.read ? runningOf(answers.read.draft) : { start: null, end: null }
    const bound = await boundDeadlines(turn, answers)
    return rehearsalLines(
      turn,
      bound.map((one) => ({ ...one, running })),
    )
  },
})
