import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { arrivalButton, viewButton } from './buttons.ts'
import { caseOf } from './standing.ts'
import { tellPaper } from './tell.ts'

/** Notes the signed paper beside the state: reported sent by its author, or received by the admin; once each. */
export async function notePaper(turn: Turn, { id }: { id: string }, paper: 'reported' | 'received'): Promise<void> {
  const registration = await turn.store.registrations.byId(id)
  const by = turn.person?.id
  if (!registration || !by) return turn.say('register.refused.unknown')
  const { standing } = await caseOf(turn, registration)
  const { texts } = turn
  const view = [viewButton(texts, registration)]
  const values = { code: registration.code }
  if (!(paper === 'reported' ? standing.author : standing.admin))
    return turn.reply(message(texts.t('register.refused.paper', values), view))
  const known = registration.paper === paper || registration.paper === 'received'
  if (known || registration.state === 'withdrawn')
    return turn.reply(message(texts.t(`register.paperKnown.${registration.paper}`, values), view))
  await turn.store.registrations.setPaper({ id, paper, by, at: turn.now })
  const more = paper === 'received' ? [arrivalButton(texts, registration)] : []
  turn.reply(message(texts.t(`register.paperNoted.${paper}`, values), [...more, ...view]))
  const noted = await turn.store.registrations.byId(id)
  if (noted) await tellPaper(turn, await caseOf(turn, noted), paper)
}
