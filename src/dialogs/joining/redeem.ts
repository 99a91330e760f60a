import { agencyWords } from '../../chat/agency-words.ts'
import type { Turn } from '../../chat/turn.ts'
import { isCode } from '../../domain/codes.ts'
import type { TextKey } from '../../texts/texts.ts'
import { join } from './join.ts'
import { link } from './link.ts'
import { setUp } from './set-up.ts'
import { askWebSignIn } from './web-sign-in.ts'

const hourMs = 60 * 60 * 1000
const mostCodesAnHour = 10
/** A word that may be an operator's own setup code; more of them are tried, since any word of a stranger's is one. */
const mostWordsAnHour = 30
const longestTyped = 64
const oneWord = /^[\p{L}\p{N}\p{Pd}]{6,64}$/u

const roads = { setup: setUp, join, link }

/** Takes what was typed for a code where it can be one, and answers. False: it is no code, nothing was said. */
export async function redeem(turn: Turn, text: string): Promise<boolean> {
  const typed = text.trim().slice(0, longestTyped)
  // What a link or the sign-in page brings is meant as a code whatever it looks like.
  const meant = isCode(typed) || (turn.incoming.what.kind === 'start' && typed !== '')
  if (!meant && !oneWord.test(typed)) return false
  const { account, services, store, realNow } = turn
  const most = meant ? mostCodesAnHour : mostWordsAnHour
  if (!(await services.throttle(`${meant ? 'code' : 'word'}:${account.id}`, most, hourMs)))
    return meant && refuse(turn, 'people.code.tooMany')

  if (meant && (await askWebSignIn(turn, typed))) return true
  const found = await store.invitations.find(typed)
  if (!found) return meant && refuse(turn, 'people.code.unknown', typed)
  // The link in an old message pressed again: they are in, and are greeted.
  if (found.used_by !== null && found.used_by === turn.person?.id) return false
  if (found.used_at !== null) return refuse(turn, 'people.code.used')
  if (found.expires_at <= realNow) return refuse(turn, 'people.code.expired')
  await roads[found.purpose](turn, found)
  return true
}

async function refuse(turn: Turn, key: TextKey, typed = ''): Promise<true> {
  const { contact } = await agencyWords(turn.store, turn.texts)
  turn.say(key, { typed, contact })
  return true
}
