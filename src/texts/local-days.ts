import type { Day } from '../domain/day.ts'
import type { Extension } from '../domain/extension.ts'
import { formatDay, formatDayShort, formatFull } from './days.ts'
import type { Texts } from './texts.ts'

type Local = {
  unitName: string
  lastDay: Day | null
  extension?: Pick<Extension, 'agreedBy' | 'agreedOn' | 'via'>
  internalDay?: Day
}

/** "Gia hạn riêng cho … đến hết …: … đồng ý ngày …": who agreed, when and how; also for the notes column of an aggregate. */
export const formatExtension = (
  texts: Texts,
  { unitName, lastDay, extension }: Local & { extension: NonNullable<Local['extension']> },
): string =>
  texts.t('office.extension.line', {
    unit: unitName,
    day: lastDay ? formatDay(texts, lastDay) : '',
    who: extension.agreedBy,
    on: formatFull(extension.agreedOn),
    via: texts.t(`office.extension.via.${extension.via}`),
  })

/** What is true of one unit only, a line each: a leader's extension, and the day the unit set for itself. */
export function formatLocalDays(texts: Texts, local: Local): string[] {
  const { extension, internalDay, unitName } = local
  return [
    ...(extension ? [formatExtension(texts, { ...local, extension })] : []),
    ...(internalDay
      ? [texts.t('office.internal.line', { unit: unitName, day: formatDayShort(texts, internalDay) })]
      : []),
  ]
}
