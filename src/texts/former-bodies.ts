import type { Day } from '../domain/day.ts'
import { formerIn } from '../domain/former-names.ts'
import type { Deadline } from '../domain/plan.ts'
import { formatFull } from './days.ts'
import type { Texts } from './texts.ts'

/** What became of each body that a deadline names and that is no more: its name today, or that it has yet to be confirmed. */
export function formatFormerOf({ t }: Texts, deadline: Deadline, today: Day): string[] {
  return formerIn(deadline, today).map(({ name, full, since }) => {
    const day = formatFull(since)
    const now = deadline.formerly?.find((one) => one.name === name)?.now ?? null
    return now === null
      ? t('review.former.pending', { name: full, day })
      : t('review.former.ended', { name: full, day, now })
  })
}
