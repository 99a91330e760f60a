import { z } from 'zod'
import { type ActionHandler, defineAction } from '../../chat/command.ts'
import type { Attachment, Message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { attachedFile } from '../../domain/registration-body.ts'
import { type FileDraft, writeFileDraft } from '../../papers/file-draft.ts'

/** A file to be sent, before it is written. */
export type UnwrittenFile = { draft: FileDraft; name: string; mime: string }

/** Characters of a draft that a turn writes itself, in about a tenth of a second: a list of 170 people has them. */
const mostInTurn = 30_000

async function writeNow({ services }: Turn, { draft, name, mime }: UnwrittenFile): Promise<Attachment> {
  const form = draft.kind === 'form' ? await services.fileBytes(draft.form) : null
  return { hash: await services.keepFile(await writeFileDraft(draft, form)), name, mime }
}

/**
 * Sends what is said with its file. One that takes long to write is written outside the turn and sent when it is there, by
 * the action `written` of the command.
 */
export async function sendFile(turn: Turn, command: string, said: Message, file: UnwrittenFile): Promise<void> {
  if (JSON.stringify(file.draft).length <= mostInTurn)
    return turn.reply({ ...said, attachment: await writeNow(turn, file) })
  turn.say('papers.file.writing')
  await turn.startTask('write_file', file, { topic: command, name: 'written', args: { said } })
}

/** What the slow work came to (write-file-work.ts). */
const result = z.union([
  z.object({ ok: z.literal(true), file: attachedFile }),
  z.object({ ok: z.literal(false), reason: z.string() }),
])

/** The file is there: what was to be said with it is said. */
export const sendWritten: ActionHandler = defineAction(
  z.object({ said: z.custom<Message>(), result }),
  (turn, { said, result }) =>
    result.ok ? turn.reply({ ...said, attachment: result.file }) : turn.say('papers.file.failed'),
)
