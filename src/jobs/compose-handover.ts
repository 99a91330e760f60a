import { z } from 'zod'
import { button, commandButton, message } from '../chat/message.ts'
import { readDigest } from '../chat/read-digest.ts'
import { isOpen } from '../domain/obligation.ts'
import { formatMembership } from '../texts/people.ts'
import type { Composer } from './composed.ts'

const one = z.object({ id: z.string() })

/** What a successor takes over: the role, what waits for them and what the unit has still to send. */
export const composeHandover: Composer = async (store, args, { member, texts, today, now }) => {
  const handover = await store.handovers.byId(one.parse(args).id)
  if (!handover) return null
  const { fromId, unitId, role } = handover
  const mine = await store.obligations.find({ personId: member.id, today })
  const open = mine.filter((bound) => bound.unitId === unitId && bound.personId === null && isOpen(bound)).length
  const digest = await readDigest(store, member, { today, now })
  const waiting = (digest?.waiting ?? 0) + (digest?.toReceive ?? 0)
  const values = {
    name: (await store.people.byId(fromId))?.name ?? '',
    role: formatMembership(texts, { personId: member.id, unitId, role }, await store.units.all()),
  }
  const lines = [
    texts.t('office.handover.toYou', values),
    texts.t('office.handover.toYouWaiting', { count: waiting }),
    texts.t('office.handover.toYouOpen', { count: open }),
  ]
  return message(lines.join('\n'), [
    ...(waiting > 0 ? [button(texts.t('office.handover.seeWaiting'), 'duyet', 'next', { after: '' })] : []),
    commandButton(texts.t('office.handover.seeDues'), 'hanchot'),
  ])
}
