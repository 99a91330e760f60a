import { randomUUID } from 'node:crypto'
import { agencyWords } from '../../chat/agency-words.ts'
import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { formatMoment } from '../../texts/days.ts'

/** Takes what was typed for the code of a web page that waits to be signed in, and asks. False: no page waits under it. */
export async function askWebSignIn(turn: Turn, typed: string): Promise<boolean> {
  const { store, texts, person, realNow, zone } = turn
  const page = await store.webPairings.byCode(typed, realNow)
  if (!page) return false
  if (!person) {
    const { contact } = await agencyWords(store, texts)
    turn.say('web.letIn.stranger', { contact })
    return true
  }
  const browser = page.browser || texts.t('web.letIn.someBrowser')
  const words = texts.t('web.letIn.ask', { browser, at: formatMoment(texts, realNow, zone), number: page.number })
  turn.reply(
    message(words, [
      button(texts.t('web.letIn.yes'), 'start', 'letIn', { page: page.code_hash }),
      button(texts.t('web.letIn.no'), 'start', 'turnAway', { page: page.code_hash }),
    ]),
  )
  return true
}

/** The waiting page comes in as this person, on the web account they have or a new one. */
export async function letWebPageIn(turn: Turn, page: string): Promise<void> {
  const { store, person, now, realNow } = turn
  if (!person) return turn.run('start', '')
  const sender = await webSender(turn, person.id)
  if (!(await store.webPairings.decide(page, sender, realNow))) return turn.say('web.letIn.over')
  await store.audit.write({ at: now, by: person.id, action: 'web.signed_in', subject: person.id })
  turn.say('web.letIn.done')
}

/** The waiting page is told no. */
export async function turnWebPageAway(turn: Turn, page: string): Promise<void> {
  const decided = await turn.store.webPairings.decide(page, null, turn.realNow)
  turn.say(decided ? 'web.letIn.refused' : 'web.letIn.over')
}

async function webSender({ store, now }: Turn, personId: string): Promise<string> {
  const known = (await store.accounts.ofPerson(personId)).find(({ channel }) => channel === 'web')
  if (known) return known.sender
  const sender = randomUUID()
  // A moment before now: nothing was said there yet, so what is due goes on to the channel in use.
  const { id } = await store.accounts.seen({ channel: 'web', chat: sender, sender, language: null, at: now - 1 })
  await store.accounts.link(id, personId, now)
  const detail = { channel: 'web' }
  await store.audit.write({ at: now, by: personId, action: 'account.linked', subject: personId, detail })
  return sender
}
