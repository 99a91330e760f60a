import type { Message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'

const slot = 'reading'

/** The progress message of a reading. */
export const progress = (message: Message): Message => ({ ...message, slot })

/** What the reading came to takes the place of its progress message; asked again later it is a message of its own. */
export const inPlace = ({ incoming }: Pick<Turn, 'incoming'>, message: Message): Message =>
  incoming.what.kind === 'task' ? { ...message, slot } : message
