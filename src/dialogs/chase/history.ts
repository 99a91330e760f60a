import type { Turn } from '../../chat/turn.ts'
import type { ByHand } from '../../domain/chase.ts'
import { type ChaseEvent, type ChaseHistory, chaseEvents } from '../../domain/chase-events.ts'
import { type Obligation, remindedOf } from '../../domain/obligation.ts'
import type { Membership } from '../../domain/person.ts'
import { formatFull, formatShort } from '../../texts/days.ts'
import { formatChannel } from '../../texts/people.ts'
import { formatList } from '../../texts/whose.ts'

/** What was done about the deadlines of some obligations, with what is needed to tell of it. */
export type Ledger = {
  names: Map<string, string>
  eventsOf(obligation: Obligation): ChaseEvent[]
}

const nothing: ChaseHistory = { chats: [], hands: [], drafts: [], boundUnits: new Set() }

async function readHistory({ store, today }: Turn, deadlineId: string): Promise<ChaseHistory> {
  const bound = await store.obligations.find({ deadlineIds: [deadlineId], today })
  return {
    boundUnits: new Set(bound.filter(({ subject }) => subject === 'unit').map(({ unitId }) => unitId)),
    chats: await store.chases.inChat(deadlineId),
    hands: await store.chases.byHand(deadlineId),
    drafts: await store.chases.drafts(deadlineId),
  }
}

/** The ledger of reminders of these obligations. */
export async function readLedger(turn: Turn, obligations: Obligation[]): Promise<Ledger> {
  const { store, zone } = turn
  const histories = new Map<string, ChaseHistory>()
  for (const deadlineId of new Set(obligations.map((one) => one.deadlineId)))
    histories.set(deadlineId, await readHistory(turn, deadlineId))
  const memberships: Membership[] = await store.people.memberships()
  const people = await store.people.all()
  return {
    names: new Map(people.map(({ id, name }) => [id, name])),
    eventsOf: (one) => chaseEvents(one, remindedOf(one, memberships), histories.get(one.deadlineId) ?? nothing, zone),
  }
}

function formatHand({ texts }: Turn, { way, day, heardBy, outcome }: ByHand): string {
  const parts = [heardBy && texts.t('office.chase.heardBy', { who: heardBy }), outcome].filter((part) => part !== '')
  return formatList(texts, [texts.t(`office.chase.way.${way}`, { day: formatShort(day) }), ...parts])
}

/** One reminder in a line: when, how, with what outcome. */
export function formatEvent(turn: Turn, event: ChaseEvent, { names }: Ledger): string {
  const { texts } = turn
  const day = formatShort(event.day)
  if (event.kind === 'hand') return formatHand(turn, event.hand)
  if (event.kind === 'draft') {
    const { until } = event.draft
    return until === null
      ? texts.t('office.chase.drafted', { day })
      : texts.t('office.chase.draftedUntil', { day, until: formatFull(until) })
  }
  const { personId, channel, fate } = event.chased
  const who = names.get(personId) ?? ''
  const via = channel ? texts.t('office.chase.via', { channel: formatChannel(texts, channel) }) : ''
  return texts.t(`office.chase.fate.${fate}`, { day, who, via })
}
