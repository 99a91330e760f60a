import type { Texts } from './texts.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How long something has lasted, in its greatest whole unit: `12 phút`, `3 giờ`, `2 ngày`. */
export function formatAge({ t }: Texts, lastedMs: number): string {
  if (lastedMs < hourMs) return t('delivery.minutes', { count: Math.floor(lastedMs / minuteMs) })
  if (lastedMs < dayMs) return t('delivery.hours', { count: Math.floor(lastedMs / hourMs) })
  return t('delivery.days', { count: Math.floor(lastedMs / dayMs) })
}
