import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Registration } from '../../store/registration-row.ts'

/** [Xem tệp]: the files that came with a registration. */
export function sendFiles(turn: Turn, { code, body }: Registration): void {
  for (const attachment of body.attachments)
    turn.reply({ ...message(turn.texts.t('register.attach.file', { code, name: attachment.name })), attachment })
}
