import type { Core } from '../chat/core.ts'
import { writeGroupCount } from '../chat/group-words.ts'
import type { Message, QueuedMessage } from '../chat/message.ts'
import { readLadders } from '../chat/read-ladders.ts'
import { agencyKey, agencySchema } from '../domain/agency.ts'
import { addDays, dayOf, instantOf } from '../domain/day.ts'
import { groupDues, isGroupMorning } from '../domain/group-dues.ts'
import { ladderReach } from '../domain/ladder.ts'
import { isQuietPlace, placePauses, placePausesKey } from '../domain/place-pause.ts'
import { subtreeOf } from '../domain/unit-tree.ts'
import type { Store } from '../store/store.ts'
import type { Composing } from './composed.ts'
import type { Job } from './job.ts'

/** More deadlines of one morning than this are no news to a group but a list: it can be asked for. */
const mostDues = 3

/** Queues this morning's count for each group that is there; composed when sent, and dropped where there is nothing to say. */
export const queueGroupCounts: Job = async ({ store, now, today, since, zone, calendar }) => {
  const units = await store.units.all()
  const quiet = (await store.settings.get(placePausesKey, placePauses)) ?? []
  for (const { accountId, unitId, gone } of await store.groups.all())
    if (!gone && !isQuietPlace(quiet, unitId, units, today))
      await store.outbox.add({
        key: `group:${today}:${accountId}`,
        account_id: accountId,
        kind: 'group',
        body: JSON.stringify({ type: 'compose', composer: 'group', args: { since } }),
        due_at: now,
        expires_at: instantOf(today, calendar.hours.closes, zone),
        created_at: now,
      })
}

type Writing = Pick<Composing, 'texts' | 'calendar' | 'today' | 'zone'>

type Composed = Pick<Core, 'database' | 'clock' | 'zone' | 'calendar' | 'tokens' | 'texts'>

/** The count of a group's outbox row, written at the moment of sending: a group has an account and no person. */
export async function composedForGroup(
  { database, clock, zone, calendar, tokens, texts }: Composed,
  accountId: string,
  args: Record<string, unknown>,
): Promise<QueuedMessage | null> {
  const today = dayOf(clock.now(), zone)
  const written = await database.transaction(async (store) => {
    const language = (await store.accounts.byId(accountId))?.language ?? 'vi'
    return composeGroupCount(store, accountId, args, { texts: texts(language), calendar, today, zone })
  })
  return written && tokens.mint(written, { accountId })
}

/** What a group hears of its unit's deadlines, as things stand when it is sent; null: nothing, or it has no unit. */
async function composeGroupCount(
  store: Store,
  accountId: string,
  args: Record<string, unknown>,
  writing: Writing,
): Promise<Message | null> {
  const { calendar, today } = writing
  const since = typeof args.since === 'string' ? args.since : addDays(today, -1)
  const group = await store.groups.of(accountId)
  const units = await store.units.all()
  const unit = units.find(({ id }) => id === group?.unitId)
  if (!unit) return null
  const ladders = await readLadders(store)
  const obligations = await store.obligations.find({
    unitIds: [...subtreeOf(units, unit.id)],
    today,
    lastDay: { from: today, to: addDays(today, ladderReach(ladders).ahead) },
  })
  const dues = groupDues(obligations, today).filter(
    (one) => one.isOpen && isGroupMorning(one, { calendar, ladders, since, today }),
  )
  const agency = await store.settings.get(agencyKey, agencySchema)
  return writeGroupCount(dues.slice(0, mostDues), { ...writing, unit: unit.name, agency })
}
