import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { formatAccounts } from './person-card.ts'

/** Shows in which order a person's channels are written to, and asks which shall be the first. */
export async function askChannelOrder(turn: Turn): Promise<void> {
  const { texts } = turn
  const channels = await reachable(turn)
  const buttons = channels.slice(1).map(({ id, label }) => button(label, 'cuatoi', 'first', { accountId: id }))
  const order = channels.map(({ label }) => label).join(', ')
  if (channels.length < 2) return turn.say('people.order.one')
  turn.reply(message(texts.t('people.order.ask', { order }), buttons))
}

/** Puts a channel first; the others stay in their order behind it. */
export async function putChannelFirst(turn: Turn, accountId: string): Promise<void> {
  const { store, person, now } = turn
  const channels = await reachable(turn)
  const first = channels.find(({ id }) => id === accountId)
  if (!person || !first) return turn.say('people.link.gone')
  const order = [first, ...channels.filter((channel) => channel !== first)]
  await store.accounts.rank(order.map(({ id }) => id))
  await store.audit.write({ at: now, by: person.id, action: 'account.ordered', subject: person.id })
  const others = order.slice(1).map(({ label }) => label)
  turn.say('people.order.done', { first: first.label, others: others.join(', ') })
}

const reachable = async ({ store, texts, person, account }: Turn) =>
  formatAccounts(texts, await store.accounts.ofPerson(person?.id ?? ''), account.id)
