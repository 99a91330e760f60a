import type { QueuedMessage } from '../chat/message.ts'
import type { OutboxRow } from '../store/schema.ts'
import type { Delivery } from './send-row.ts'

const mostButtons = 6

/** The messages of a morning as one: their words one after another, of each its likeliest buttons. */
function mergeMessages(messages: QueuedMessage[]): QueuedMessage {
  const blocks = messages.flatMap(({ blocks: own }, index) =>
    own.map((block, place) => (index > 0 && place === 0 ? { ...block, text: `\n${block.text}` } : block)),
  )
  const rounds = Math.max(...messages.map(({ buttons }) => buttons.length))
  const buttons = Array.from({ length: rounds }, (_, round) =>
    messages.flatMap((one) => one.buttons[round] ?? []),
  ).flat()
  const shown = new Set<string>()
  const different = buttons.filter(({ label }) => !shown.has(label) && shown.add(label))
  return { blocks, buttons: different.slice(0, mostButtons) }
}

const isPlain = ({ attachment, question, wantsFile }: QueuedMessage) => !attachment && !question && !wantsFile

/** A row's message with what else is due for its person, and the ids of the rows that are said with it. Null: it goes alone. */
export async function withOthers(
  { database, clock }: Pick<Delivery, 'database' | 'clock'>,
  row: OutboxRow | null,
  own: QueuedMessage,
  compose: (row: OutboxRow) => Promise<QueuedMessage | null>,
): Promise<{ message: QueuedMessage; merged: number[] }> {
  if (!row?.person_id || !isPlain(own)) return { message: own, merged: [] }
  const messages = [own]
  const merged: number[] = []
  for (const other of await database.store.outbox.dueOf(row.person_id, clock.now())) {
    if (Number(other.id) === Number(row.id)) continue
    // One that breaks is told of when its own turn comes.
    const message = await compose(other).catch(() => null)
    if (!message || !isPlain(message)) continue
    messages.push(message)
    merged.push(Number(other.id))
  }
  return { message: messages.length > 1 ? mergeMessages(messages) : own, merged }
}
