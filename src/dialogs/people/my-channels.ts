import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { formatMoment } from '../../texts/days.ts'
import { formatAccounts } from './person-card.ts'

const validMinutes = 15
const minuteMs = 60_000

/** Makes the code that links another channel; an earlier one ends. */
export async function makeLinkCode(turn: Turn): Promise<void> {
  const { store, texts, person, now, realNow, zone } = turn
  if (!person) return
  const use = { purpose: 'link', personId: person.id } as const
  await store.invitations.retire(use, realNow)
  const expiresAt = realNow + validMinutes * minuteMs
  const code = await store.invitations.make(use, expiresAt)
  await store.audit.write({ at: now, by: person.id, action: 'link.made', subject: person.id })
  turn.say('people.link.code', { code, minutes: validMinutes, until: formatMoment(texts, expiresAt, zone) })
}

/** Asks which of the other channels shall be let go. */
export async function askWhichChannel(turn: Turn): Promise<void> {
  const { texts, store, person, account } = turn
  const accounts = await store.accounts.ofPerson(person?.id ?? '')
  const others = formatAccounts(texts, accounts, account.id).filter(({ id }) => id !== account.id)
  if (others.length === 0) return turn.say('people.link.none')
  const buttons = others.map(({ id, label }) => button(label, 'cuatoi', 'cut', { accountId: id, label }))
  turn.reply(message(texts.t('people.link.choose'), buttons))
}

/** Lets a channel go: whoever writes there is a stranger from now on. */
export async function cutChannel(turn: Turn, accountId: string, label: string): Promise<void> {
  const { store, person, account, now } = turn
  const found = await store.accounts.byId(accountId)
  if (!person || found?.person_id !== person.id || accountId === account.id) return turn.say('people.link.gone')
  await store.accounts.link(accountId, null, now)
  if (found.channel === 'web') await store.webSessions.endAll([found.sender])
  const detail = { channel: found.channel }
  await store.audit.write({ at: now, by: person.id, action: 'account.unlinked', subject: person.id, detail })
  turn.say('people.link.cut', { channel: label })
}
