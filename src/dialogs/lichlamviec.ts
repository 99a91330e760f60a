import { z } from 'zod'
import { mayChangeLists } from '../chat/known-lists.ts'
import { message } from '../chat/message.ts'
import { movedReminders } from '../chat/moved-reminders.ts'
import { readLadders } from '../chat/read-ladders.ts'
import type { Turn } from '../chat/turn.ts'
import { agencyDaysOf } from '../chat/work-calendar.ts'
import { yearOf } from '../domain/day.ts'
import { daysOfYear, officeDaysKey, officeDaysOf } from '../domain/office-days.ts'
import { formatNotice, formatRuns, formatYear } from '../texts/settings.ts'
import { type Asked, defineDialog, type Step } from './engine/dialog.ts'
import { changeSetting } from './settings/change.ts'
import { checkStep } from './settings/check-step.ts'
import { redoMorning } from './settings/redo-morning.ts'
import { editOfYear, type YearEdit } from './settings/year-edit.ts'

const answers = z.object({ year: z.number().default(0), text: z.string().nullable().default(null) })
type Answers = z.infer<typeof answers>

/** How many years back and ahead can be looked at. */
const reach = { back: 2, ahead: 20 }

const year: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('settings.days.which', { year: yearOf(turn.today) + 2 })),
  choices: ({ turn }) =>
    [0, 1].map((add) => String(yearOf(turn.today) + add)).map((value) => ({ value, label: value })),
  read(input, { turn, answers }) {
    const text = input.kind === 'choice' ? input.value : input.kind === 'text' ? input.text : ''
    const chosen = Number(text.match(/^\D{0,8}(\d{4})\s*$/u)?.[1] ?? 0)
    const [from, to] = [yearOf(turn.today) - reach.back, yearOf(turn.today) + reach.ahead]
    if (chosen >= from && chosen <= to) return { ok: true, answers: { ...answers, year: chosen } }
    return { ok: false, message: message(turn.texts.t('settings.days.noYear', { text: text.slice(0, 40), from, to })) }
  },
}

const edits: Step<Answers> = {
  plainNumbers: true,
  async ask({ turn: { texts, store }, answers: { year } }) {
    const days = daysOfYear(officeDaysOf(await agencyDaysOf(store)), year)
    return message([...formatYear(texts, year, days), texts.t('settings.days.how', { year })].join('\n'))
  },
  choices: async ({ turn: { texts, store }, answers: { year } }) =>
    (await agencyDaysOf(store))[year] ? [{ value: 'reset', label: texts.t('settings.days.reset') }] : [],
  async read(input, { turn, answers }) {
    const text = input.kind === 'choice' ? null : input.kind === 'text' ? input.text : ''
    const edit = await editOfYear(turn, { ...answers, text })
    return edit.ok ? { ok: true, answers: { ...answers, text } } : { ok: false, message: refusal(turn, edit) }
  },
}

const refusal = (turn: Turn, { reason, text }: Extract<YearEdit, { ok: false }>) =>
  message(turn.texts.t(`settings.days.wrong.${reason}`, { text: text.slice(0, 80) }))

/** What changes in the year, and whose reminders move. */
async function preview({ turn, answers }: Asked<Answers>): Promise<string> {
  const { texts, store, calendar } = turn
  const edit = await editOfYear(turn, answers)
  if (!edit.ok) return texts.t(`settings.days.wrong.${edit.reason}`, { text: edit.text.slice(0, 80) })
  const { before, after } = edit
  const notice = after.notices.find((one) => !before.notices.some(({ number }) => number === one.number))
  const changes = [
    ['nowOff', missing(after.off, before.off)],
    ['nowMadeUp', missing(after.madeUp, before.madeUp)],
    ['noLongerOff', missing(before.off, after.off)],
    ['noLongerMadeUp', missing(before.madeUp, after.madeUp)],
  ] as const
  const lines = changes.flatMap(([key, days]) =>
    days.length > 0 ? [texts.t(`settings.days.${key}`, { days: formatRuns(texts, days) })] : [],
  )
  const ladders = await readLadders(store)
  const moved = await movedReminders(turn, { calendar, ladders }, { calendar: edit.calendar, ladders })
  const source = notice ? [texts.t('settings.days.source', { source: formatNotice(texts, notice) })] : []
  return [texts.t('settings.days.check', { year: answers.year }), ...lines, ...source, ...moved].join('\n')
}

const missing = (days: string[], others: string[]) => days.filter((day) => !others.includes(day))

/** A year's days off and days worked instead: seen with their source, and changed by what is typed or pasted. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'year' }),
  next: (_answers, { step }) => (step === 'year' ? { step: 'edits' } : step === 'edits' ? { step: 'check' } : null),
  steps: { year, edits, check: checkStep(preview) },
  async finish({ turn, answers }) {
    const edit = await editOfYear(turn, answers)
    if (!(await mayChangeLists(turn))) turn.say('settings.refused')
    else if (!edit.ok) turn.reply(refusal(turn, edit))
    else {
      await changeSetting(turn, officeDaysKey, edit.days)
      await redoMorning(turn, edit.calendar)
      turn.say('settings.days.kept', { year: answers.year })
    }
    return 'done'
  },
})
