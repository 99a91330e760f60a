import { yearOf } from '../domain/day.ts'
import { daysOfYear, officeDaysOf } from '../domain/office-days.ts'
import { formatDigestTimes, formatLadder, formatNotice } from '../texts/settings.ts'
import { agencyWords } from './agency-words.ts'
import { digestTimesOf } from './digest-times.ts'
import { readLadders } from './read-ladders.ts'
import type { Turn } from './turn.ts'
import { agencyDaysOf } from './work-calendar.ts'

/** The settings as they stand: a line each. */
export async function settingsWords(turn: Turn): Promise<string[]> {
  const { texts, store, today, calendar } = turn
  const { t } = texts
  const { agency, contact } = await agencyWords(store, texts)
  const { usual, kinds } = await readLadders(store)
  const own = Object.keys(kinds).length
  const times = await digestTimesOf(store)
  const days = officeDaysOf(await agencyDaysOf(store))
  const years = [yearOf(today), yearOf(today) + 1].map((year) => {
    const [first] = daysOfYear(days, year).notices.slice(-1)
    return t('settings.line.year', {
      year,
      source: first ? formatNotice(texts, first) : t('settings.line.byLaw'),
    })
  })
  return [
    t('settings.line.agency', { agency, contact }),
    t('settings.line.days', { years: years.join('; ') }),
    t('settings.line.hours', calendar.hours),
    t('settings.line.ladders', { ladder: formatLadder(texts, usual) }),
    ...(own > 0 ? [t('settings.line.own', { count: own })] : []),
    t('settings.line.digests', { times: formatDigestTimes(texts, times) }),
  ]
}
