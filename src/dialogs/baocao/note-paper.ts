import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { viewButton } from './buttons.ts'
import { caseOf } from './case.ts'
import { tellPaper } from './tell.ts'

/** Notes that the author reports the signed paper sent; once. */
export async function noteSent(turn: Turn, { id }: { id: string }): Promise<void> {
  const report = await turn.store.reports.byId(id)
  const by = turn.person?.id
  if (!report || !by) return turn.say('reports.refused.unknown')
  const one = await caseOf(turn, report)
  const { texts } = turn
  const view = [viewButton(texts, report)]
  const values = { code: report.code }
  if (!one.standing.author) return turn.reply(message(texts.t('register.refused.paper', values), view))
  if (report.paper !== 'none' || report.state === 'withdrawn')
    return turn.reply(message(texts.t(`reports.paperKnown.${report.paper}`, values), view))
  await turn.store.reports.setPaper({ id, paper: 'reported', by, at: turn.now })
  turn.reply(message(texts.t('register.paperNoted.reported', values), view))
  const noted = await turn.store.reports.byId(id)
  if (noted) await tellPaper(turn, await caseOf(turn, noted), 'reported')
}
