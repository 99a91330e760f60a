import { addDays, type Day, weekdayOf } from '../domain/day.ts'
import type { DigestTimes } from '../domain/digest-times.ts'
import type { Ladder } from '../domain/ladders.ts'
import type { Notice, YearDays } from '../domain/office-days.ts'
import { formatDayShort, formatFull } from './days.ts'
import type { TextKey, Texts } from './texts.ts'

/** `thứ Hai 07:30, thứ Sáu 15:30`; where there are none, that nothing is sent. */
export function formatDigestTimes(texts: Texts, times: DigestTimes): string {
  const one = ({ weekday, time }: DigestTimes[number]) => `${texts.t(`dates.weekday.${weekday}` as TextKey)} ${time}`
  return times.length > 0 ? times.map(one).join(', ') : texts.t('settings.digests.none')
}

/** `14, 7, 3, 1, 0 ngày lịch trước ngày gửi chậm nhất, nhắc một lần sau hạn` */
export const formatLadder = (texts: Texts, { leads, counts, afterwards }: Ladder): string =>
  texts.t('settings.ladders.ladder', {
    leads: leads.join(', '),
    counts: texts.t(`settings.ladders.counts.${counts}`),
    afterwards: texts.t(`settings.ladders.after.${afterwards ? 'yes' : 'no'}`),
  })

/** `Thông báo số 9441/TB-BNV ngày 16/10/2025 của Bộ Nội vụ`, as far as it is known. */
export function formatNotice(texts: Texts, { number, issuer, day }: Notice): string {
  const on = day === null ? '' : texts.t('settings.days.noticeDay', { day: formatFull(day) })
  const by = issuer === '' ? '' : texts.t('settings.days.noticeIssuer', { issuer })
  return texts.t('settings.days.notice', { number, on, by })
}

/** `thứ Năm 01/01, thứ Hai 16/02 đến thứ Sáu 20/02`: days that follow each other stand as a run, over a weekend too. */
export function formatRuns(texts: Texts, days: Day[]): string {
  const runs: Day[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && follows(run.at(-1) ?? '', day)) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => formatRun(texts, run)).join(', ')
}

function formatRun(texts: Texts, run: Day[]): string {
  const [first = '', last = first] = [run[0], run.at(-1)]
  if (run.length < 3) return run.map((day) => formatDayShort(texts, day)).join(', ')
  return texts.t('settings.days.run', { from: formatDayShort(texts, first), to: formatDayShort(texts, last) })
}

const follows = (before: Day, day: Day) => day === addDays(before, weekdayOf(before) === 5 ? 3 : 1)

/** A year's days off, days worked instead, and by what they are known: a line each. */
export function formatYear(texts: Texts, year: number, { off, madeUp, notices, byHand }: YearDays): string[] {
  const { t } = texts
  const source = notices.map((one) => formatNotice(texts, one)).join('; ')
  return [
    t(notices.length > 0 ? 'settings.days.head' : 'settings.days.headTentative', { year }),
    t('settings.days.off', { days: formatRuns(texts, off) }),
    ...(madeUp.length > 0 ? [t('settings.days.madeUp', { days: formatRuns(texts, madeUp) })] : []),
    ...(byHand.length > 0 ? [t('settings.days.byHand', { days: formatRuns(texts, byHand) })] : []),
    source === '' ? t('settings.days.byLaw') : t('settings.days.source', { source }),
  ]
}
