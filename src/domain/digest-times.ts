import { z } from 'zod'
import type { Occasion } from './occasions.ts'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)

/** When heads hear by themselves how things stand: weekdays (1 Monday … 7 Sunday), each with a wall time. */
export const digestTimes = z.array(z.object({ weekday: z.number().int().min(1).max(7), time }))
export type DigestTimes = z.infer<typeof digestTimes>

/** The key of the digests' times among the settings. */
export const digestTimesKey = 'digestTimes'

export const usualDigestTimes: DigestTimes = [
  { weekday: 1, time: '07:30' },
  { weekday: 5, time: '15:30' },
]

export const digestOccasions = (times: DigestTimes): Occasion[] =>
  times.map(({ weekday, time }) => ({ on: 'weekday', weekday, time }))
