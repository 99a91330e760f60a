import { z } from 'zod'
import { message } from '../chat/message.ts'
import { readMeters, writeMeter, writePeople } from '../chat/quota-meters.ts'
import { monthKey, type Threshold } from '../domain/quota.ts'
import type { Composer } from './composed.ts'

const noticeArgs = z.object({
  channel: z.string(),
  month: z.string(),
  /** Null: it is about the number of people. */
  percent: z.union([z.literal(70), z.literal(90), z.literal(100)]).nullable(),
})

/** Tells an admin that a channel's messages, or its places, come to an end; silent when the month is over. */
export const composeQuota: Composer = async (store, args, writing) => {
  const { channel, month, percent } = noticeArgs.parse(args)
  const meter = (await readMeters(store, writing.today)).find((one) => one.channel === channel)
  if (!meter || (percent !== null && monthKey(writing.today) !== month)) return null
  const { texts } = writing
  if (percent !== null) return message([writeMeter(meter, writing), adviceOf(percent, texts.t)].join('\n'))
  const people = writePeople(meter, writing)
  return people === null ? null : message([people, texts.t('channels.quota.peopleAdvice')].join('\n'))
}

type Say = (key: `channels.quota.advice${Threshold}`) => string
const adviceOf = (percent: Threshold, t: Say) => t(`channels.quota.advice${percent}`)
