import { message } from '../../chat/message.ts'
import { workdayAfter } from '../../domain/calendar.ts'
import { firstWorkingInstant } from '../../domain/occasions.ts'
import { rehearse } from '../../domain/rehearse.ts'
import { readTypedMoment } from '../../domain/typed-moment.ts'
import { formatDay, formatMoment } from '../../texts/days.ts'
import { formatDeadlineShort } from '../../texts/deadlines.ts'
import { clip, formatTask } from '../../texts/plan-card.ts'
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
    return { ok: false, message: message(t(`review.when.${read.reason}`, { text: clip(text, 60) })) }
  },
}

const nextMorning = ({ calendar, today, zone }: Asked<Answers>['turn']) =>
  firstWorkingInstant(workdayAfter(calendar, today), { calendar, zone })

/** The coming mornings, and who would hear what. */
export const rehearsal: Step<Answers> = pagesStep({
  slot: 'rehearsal',
  perPage: 8,
  head: ({ turn, answers }, page) =>
    turn.texts.t('review.rehearsal.head', { name: answers.shortName ?? answers.known?.name ?? '', ...page }),
  lines: rehearsalLines,
})

/** Names shown of a longer list. */
const mostNames = 4

async function rehearsalLines({ turn, answers }: Asked<Answers>): Promise<string[]> {
  const { texts, store, today, calendar } = turn
  const bound = (await boundDeadlines(turn, answers)).map((one, index) => ({ ...one, id: String(index) }))
  const office = { calendar, units: await store.units.all(), memberships: await store.people.memberships() }
  const names = new Map((await store.people.all()).map(({ id, name }) => [id, name]))
  const lines = rehearse(bound, office, today).flatMap(({ day, deadlineId, late, personIds }) => {
    const deadline = bound.find(({ id }) => id === deadlineId)?.deadline
    if (!deadline) return []
    const people = personIds.flatMap((id) => names.get(id) ?? [])
    const values = {
      day: formatDay(texts, day),
      task: formatTask(texts, deadline),
      when: formatDeadlineShort(texts, deadline),
      count: people.length,
      names: people.length > mostNames ? `${people.slice(0, mostNames).join(', ')}…` : people.join(', '),
    }
    return [texts.t(late ? 'review.rehearsal.late' : 'review.rehearsal.line', values)]
  })
  return lines.length > 0 ? lines : [texts.t('plans.preview.noReminders')]
}
