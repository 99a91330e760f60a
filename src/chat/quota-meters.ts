import type { Calendar } from '../domain/calendar.ts'
import { type Day, monthOf, yearOf } from '../domain/day.ts'
import type { Member } from '../domain/person.ts'
import { forecastOf, type Month, monthKey, type Quota, quotaOf, quotasKey, quotasSchema } from '../domain/quota.ts'
import type { Store } from '../store/store.ts'
import { formatDay } from '../texts/days.ts'
import { formatChannel } from '../texts/people.ts'
import type { Texts } from '../texts/texts.ts'

/** What a bot has used of what its platform gives it in a month. */
export type Meter = { channel: string; bot: string; month: Month; sent: number; users: number; quota: Quota }

/** The quota of a channel, as the office has set it or as its platform publishes it; null where none is known. */
export const readQuota = async (store: Store, channel: string): Promise<Quota | null> =>
  quotaOf(channel, await store.settings.get(quotasKey, quotasSchema))

type Given = { messages: number | undefined; users: number | undefined }

/** Sets a channel's quota as the configuration has it; what it does not say is as the platform publishes it. */
export async function setQuota(store: Store, channel: string, { messages, users }: Given): Promise<void> {
  const { [channel]: _before, ...others } = (await store.settings.get(quotasKey, quotasSchema)) ?? {}
  const published = quotaOf(channel, null)
  if (!published) throw new Error(`Nothing is known of a quota of '${channel}'.`)
  const quota = { messages: messages ?? published.messages, users: users ?? published.users }
  await store.settings.set(quotasKey, { ...others, [channel]: quota })
}

/** The meters of all bots that sent anything in the month of a day and whose quota is known. */
export async function readMeters(store: Store, today: Day): Promise<Meter[]> {
  const meters: Meter[] = []
  for (const { channel, bot, month, sent } of await store.usage.ofMonth(monthKey(today))) {
    const quota = await readQuota(store, channel)
    if (quota) meters.push({ channel, bot, month, sent: Number(sent), users: await store.usage.people(channel), quota })
  }
  return meters
}

type Writing = { texts: Texts; calendar: Calendar; today: Day }

/** "Kênh Zalo đã gửi 2.100/3.000 tin của tháng 4/2024; với nhịp hiện nay, hết số tin vào thứ Tư 24/04/2024." */
export function writeMeter({ channel, sent, quota }: Meter, { texts, calendar, today }: Writing): string {
  const digits = new Intl.NumberFormat(texts.language)
  const { runsOutOn } = forecastOf(sent, quota.messages, today, calendar)
  const forecast =
    sent >= quota.messages
      ? texts.t('channels.quota.spent')
      : runsOutOn
        ? texts.t('channels.quota.runsOut', { day: formatDay(texts, runsOutOn) })
        : texts.t('channels.quota.lasts')
  return texts.t('channels.quota.line', {
    ...{
      channel: formatChannel(texts, channel),
      sent: digits.format(sent),
      most: digits.format(quota.messages),
      forecast,
    },
    month: `${monthOf(today)}/${yearOf(today)}`,
  })
}

/** For admins, how far each metered channel is; nothing for others. */
export async function meterNotes(store: Store, { memberships }: Member, writing: Writing): Promise<string[]> {
  if (!memberships.some(({ role }) => role === 'admin')) return []
  return (await readMeters(store, writing.today)).map((meter) => writeMeter(meter, writing))
}

/** How many people write on a channel that serves only so many; null where there is no such limit. */
export function writePeople({ channel, users, quota }: Meter, { texts }: Pick<Writing, 'texts'>): string | null {
  if (quota.users === null) return null
  return texts.t('channels.quota.people', { channel: formatChannel(texts, channel), count: users, most: quota.users })
}
