import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { formatMoment } from '../../texts/days.ts'

const mostShown = 10

async function sendersOf({ store, person }: Turn, personId = person?.id ?? ''): Promise<string[]> {
  const accounts = await store.accounts.ofPerson(personId)
  return accounts.filter(({ channel }) => channel === 'web').map(({ sender }) => sender)
}

/** Is this person signed in on the web anywhere? */
export async function isOnWeb(turn: Turn): Promise<boolean> {
  return (await turn.store.webSessions.ofSenders(await sendersOf(turn), turn.realNow)).length > 0
}

/** Lists the browsers on which the person is signed in, with the way to end them all. */
export async function showWebSessions(turn: Turn): Promise<void> {
  const { texts, store, realNow, zone } = turn
  const sessions = await store.webSessions.ofSenders(await sendersOf(turn), realNow)
  if (sessions.length === 0) return turn.say('web.sessions.none')
  const lines = sessions.slice(0, mostShown).map(({ browser, seen_at }, index) =>
    texts.t('web.sessions.line', {
      number: index + 1,
      browser: browser || texts.t('web.letIn.someBrowser'),
      at: formatMoment(texts, seen_at, zone),
    }),
  )
  const words = [texts.t('web.sessions.list', { count: sessions.length }), ...lines].join('\n')
  turn.reply(message(words, [button(texts.t('web.sessions.end'), 'cuatoi', 'signOut')]))
}

/** Ends all sessions of a person on the web; returns how many. */
export const endWebSessionsOf = async (turn: Turn, personId: string): Promise<number> =>
  turn.store.webSessions.endAll(await sendersOf(turn, personId))

/** Ends all sessions of the speaker on the web, this one too where they ask from there. */
export async function endWebSessions(turn: Turn): Promise<void> {
  const { store, person, now } = turn
  if (!person) return
  const count = await endWebSessionsOf(turn, person.id)
  if (count === 0) return turn.say('web.sessions.none')
  await store.audit.write({ at: now, by: person.id, action: 'web.signed_out', subject: person.id, detail: { count } })
  turn.say('web.sessions.ended', { count })
}
