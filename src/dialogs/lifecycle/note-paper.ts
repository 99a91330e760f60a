import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { arrivalButton, viewButton } from './buttons.ts'
import { caseOf } from './case.ts'
import type { Kind } from './kind.ts'
import { tellPaper } from './tell.ts'

/** Notes the signed paper beside the state: reported sent by its author, or received by the admin; once each. */
export async function notePaper<P extends SentPaper>(
  turn: Turn,
  kind: Kind<P>,
  { id }: { id: string },
  paper: 'reported' | 'received',
): Promise<void> {
  const kept = kind.kept(turn.store)
  const sent = await kept.byId(id)
  const by = turn.person?.id
  if (!sent || !by) return turn.say(`${kind.words}.refused.unknown`)
  const { texts } = turn
  const { standing } = await caseOf(turn, kind, sent)
  const view = [viewButton(texts, { kind, sent })]
  const values = { code: sent.code }
  if (!(paper === 'reported' ? standing.author : standing.admin))
    return turn.reply(message(texts.t('register.refused.paper', values), view))
  const known = sent.paper === paper || sent.paper === 'received'
  if (known || sent.state === 'withdrawn')
    return turn.reply(message(texts.t(`${kind.words}.paperKnown.${sent.paper}`, values), view))
  await kept.setPaper({ id, paper, by, at: turn.now })
  const more = paper === 'received' ? [arrivalButton(texts, { kind, sent })] : []
  turn.reply(message(texts.t(`register.paperNoted.${paper}`, values), [...more, ...view]))
  const noted = await kept.byId(id)
  if (noted) await tellPaper(turn, await caseOf(turn, kind, noted), paper)
}
