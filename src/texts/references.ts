import type { Deadline } from '../domain/plan.ts'
import { formatFull } from './days.ts'
import type { Texts } from './texts.ts'

/** The document that a deadline refers to: `văn bản số 12/KH-UBND ngày 06/12/2024`. */
export function formatReferred({ t }: Texts, { number, date }: NonNullable<Deadline['reference']>): string {
  const day = date === null ? '' : t('review.reference.day', { day: formatFull(date) })
  return number === null ? t('review.reference.unnamed') : t('review.reference.document', { number, day })
}
