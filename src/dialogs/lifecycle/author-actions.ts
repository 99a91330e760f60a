import { z } from 'zod'
import { type ActionHandler, defineAction } from '../../chat/command.ts'
import { type Button, button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { formatStillTold } from '../../texts/days.ts'
import type { TextKey } from '../../texts/texts.ts'
import { offerDeclaring } from '../papers/offer-declaring.ts'
import { sendFile, sendWritten, type UnwrittenFile } from '../papers/send-file.ts'
import { act, openCase } from './act.ts'
import type { Kind } from './kind.ts'
import { notePaper } from './note-paper.ts'
import { tellWithdrawn } from './tell.ts'

/** What each kind shows of its papers in its own way. */
type Own<P extends SentPaper> = {
  /** In full, with what may be done; null where it is none of the member's business. */
  present(turn: Turn, sent: P): Promise<{ text: string; buttons: Button[] } | null>
  /** As a draft of its next version. */
  draft(turn: Turn, sent: P): Promise<Record<string, unknown>>
  /** Its paper, to print and sign. */
  file(turn: Turn, sent: P): Promise<UnwrittenFile>
  /** What stands over its files. */
  sendFiles(turn: Turn, sent: P): void
}

const one = z.object({ id: z.string() })
const seen = one.extend({ version: z.int() })

const own = <P extends SentPaper>(turn: Turn, kind: Kind<P>, label: TextKey, action: string, args = {}): Button =>
  button(turn.texts.t(label), kind.command, action, args)

/** [Sửa]: the dialog prefilled with the paper. A draft there is gives way only when asked to (`anew`). */
async function edit<P extends SentPaper>(
  turn: Turn,
  kind: Kind<P>,
  { id, anew, draft }: { id: string; anew: boolean; draft: Own<P>['draft'] },
): Promise<void> {
  const sent = await kind.kept(turn.store).byId(id)
  if (!sent) return turn.say(`${kind.words}.refused.unknown`)
  if (!(await openCase(turn, kind, sent, 'revise'))) return
  const there = await turn.draftOf(kind.command)
  if (there && !anew)
    return turn.say(`${kind.words}.draftBeforeEdit`, { ...there, code: sent.code }, [
      own(turn, kind, 'register.button.resume', 'resume'),
      own(turn, kind, 'register.button.editAnew', 'edit', { id, anew: true }),
    ])
  await turn.dropDraft(kind.command)
  await turn.begin(kind.command, await draft(turn, sent))
}

/** [Rút]: asks first. */
export async function askWithdraw<P extends SentPaper>(turn: Turn, kind: Kind<P>, id: string): Promise<void> {
  const sent = await kind.kept(turn.store).byId(id)
  if (!sent) return turn.say(`${kind.words}.refused.unknown`)
  const open = await openCase(turn, kind, sent, 'withdraw')
  if (!open) return
  const { code, version } = sent
  const { lastDay, today } = open.window
  const day = lastDay && today <= lastDay ? formatStillTold(turn, lastDay) : ''
  turn.say(`${kind.words}.withdraw.${day ? 'askUntil' : 'ask'}`, { code, day }, [
    own(turn, kind, `${kind.words}.button.withdraw`, 'withdrawNow', { id, version }),
    own(turn, kind, 'register.button.keep', 'view', { id }),
  ])
}

/** What the buttons of a paper do for its author and for whoever may see it. */
export function authorActions<P extends SentPaper>(kind: Kind<P>, ways: Own<P>): Record<string, ActionHandler> {
  const { words, command } = kind
  const shown = async (turn: Turn, id: string) => {
    const sent = await kind.kept(turn.store).byId(id)
    const full = sent && (await ways.present(turn, sent))
    if (!full) turn.say(`${words}.refused.unknown`)
    return full && { sent, full }
  }
  return {
    resume: defineAction(z.object({}), (turn) => turn.resume(command)),
    view: defineAction(one, async (turn, { id }) => {
      const found = await shown(turn, id)
      if (found) turn.reply(message(found.full.text, found.full.buttons))
    }),
    download: defineAction(one, async (turn, { id }) => {
      const found = await shown(turn, id)
      if (!found) return
      const said = turn.texts.t(`${words}.downloaded`, { code: found.sent.code })
      const offered = await offerDeclaring(turn, said, { ...found.sent, kind: kind.table })
      await sendFile(turn, command, offered, await ways.file(turn, found.sent))
    }),
    written: sendWritten,
    files: defineAction(one, async (turn, { id }) => {
      const found = await shown(turn, id)
      if (found) ways.sendFiles(turn, found.sent)
    }),
    edit: defineAction(one.extend({ anew: z.boolean().default(false) }), (turn, { id, anew }) =>
      edit(turn, kind, { id, anew, draft: ways.draft }),
    ),
    withdraw: defineAction(one, (turn, { id }) => askWithdraw(turn, kind, id)),
    withdrawNow: defineAction(seen, async (turn, args) => {
      const done = await act(turn, kind, args, 'withdraw')
      if (!done) return
      turn.say(`${words}.withdraw.done`, { code: done.about.sent.code })
      await tellWithdrawn(turn, done.about, done.was)
    }),
    reportPaper: defineAction(one, (turn, args) => notePaper(turn, kind, args, 'reported')),
  }
}
