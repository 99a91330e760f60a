import { agencyWords } from '../../chat/agency-words.ts'
import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { headsOf } from '../../domain/obligation.ts'
import { type Call, callList } from '../../papers/call-list.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatMoment } from '../../texts/days.ts'
import { formatDeadline, formatDeed } from '../../texts/deadlines.ts'
import { openInCharge } from './subjects.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Whom to call about a deadline: the person bound; for a unit its nearest head. Telephone numbers are not kept here. */
async function callsOf(turn: Turn, deadlineId: string): Promise<Call[]> {
  const { store, texts } = turn
  const units = await store.units.all()
  const memberships = await store.people.memberships()
  const people = new Map((await store.people.all()).map((one) => [one.id, one]))
  return (await openInCharge(turn, deadlineId)).map(({ personId, unitId, unitName, kind, plan, deadline }) => {
    const called = people.get(personId ?? headsOf(unitId, units, memberships)[0] ?? '')
    const name = called ? [called.name, called.position].filter((part) => part !== '').join(', ') : ''
    const task = capitalise(formatDeed(texts, kind, plan))
    return { name, unit: unitName, phone: null, task, deadline: formatDeadline(texts, deadline) }
  })
}

/** The list to call from, to be printed: names, work, and room for the number, the hour and whoever answered. */
export async function sendCallList(turn: Turn, deadlineId: string): Promise<void> {
  const { texts, now, zone, services, store } = turn
  const calls = await callsOf(turn, deadlineId)
  if (calls.length === 0) return turn.say('office.chase.noneOfThis')
  const { agency, office } = await agencyWords(store, texts)
  const hash = await services.keepFile(
    await callList(texts, { agency, office, asOf: formatMoment(texts, now, zone), calls }),
  )
  const attachment = { hash, name: texts.t('office.chase.callsFile'), mime: docx }
  turn.reply({ ...message(texts.t('office.chase.calls', { count: calls.length })), attachment })
}
