import type { Deadline } from '../domain/plan.ts'
import type { TextKey, Texts } from './texts.ts'

type Recurrence = NonNullable<Deadline['recurrence']>

const two = (number: number) => String(number).padStart(2, '0')
const dayAndMonth = (day: number, month: number | null) => (month ? `${two(day)}/${two(month)}` : two(day))

function formatNamedDay(texts: Texts, recurrence: Recurrence): string | null {
  const { month, day, weekday, fromDay, fromMonth, relation } = recurrence
  if (weekday) return texts.t(`dates.weekday.${weekday}` as TextKey)
  if (day === null) return month ? texts.t('dates.recurring.monthOnly', { month }) : null
  const from = fromDay ? dayAndMonth(fromDay, fromMonth ?? month) : null
  const named = relation === 'during' && !from ? 'on' : (relation ?? 'on')
  return texts.t(`deadlines.relation.${named}`, { day: dayAndMonth(day, month), from })
}

/** `hằng năm, trước ngày 15/03`; `hằng tháng, chậm nhất ngày 25`; `hằng tuần, thứ Sáu`. */
export function formatRecurrence(texts: Texts, recurrence: Recurrence): string {
  const every = texts.t(`dates.every.${recurrence.every}`)
  const named = formatNamedDay(texts, recurrence)
  if (!named) return every
  const day = recurrence.of ? texts.t('dates.recurring.ofLastMonth', { day: named }) : named
  const when = texts.t('dates.recurring.on', { every, day })
  const { latest } = recurrence
  if (!latest?.day) return when
  return texts.t('dates.recurring.latest', { when, day: dayAndMonth(latest.day, latest.month) })
}
