import type { Message } from '../../chat/message.ts'
import { taskSlot } from '../../chat/task-slot.ts'
import type { Turn } from '../../chat/turn.ts'

/** The progress message of a reading. */
export const progress = (message: Message, taskId: string | null): Message => ({ ...message, slot: taskSlot(taskId) })

/** What the reading came to takes the place of its progress message; asked again later it is a message of its own. */
export const inPlace = ({ incoming }: Pick<Turn, 'incoming'>, message: Message): Message =>
  incoming.what.kind === 'task' ? { ...message, slot: taskSlot(incoming.what.taskId) } : message
