import type { Core } from '../chat/core.ts'
import type { QueuedMessage } from '../chat/message.ts'
import { taskSlot } from '../chat/task-slot.ts'
import type { AccountRow, TaskRow } from '../store/schema.ts'
import type { Texts } from '../texts/texts.ts'
import { outboxBody } from './composed.ts'

/** How far slow work has come: a page of a scan, or how many others are before it. */
export type WorkProgress = { page: number; of: number } | { place: number }

/** Tells, in place of what was said last about the same work; too soon after the last time it says nothing. */
export type TellProgress = (task: TaskRow, account: AccountRow) => (progress: WorkProgress) => Promise<void>

type Telling = Pick<Core, 'database' | 'texts' | 'clock' | 'realClock'> & { queued: () => void }

const leastGapMs = 2_000
/** Later than this it is no longer true. */
const keptMs = 30_000

/** Progress goes through the outbox like every message, as an edit of the one that said the work had begun, with its buttons. */
export function createTellProgress({ database, texts, clock, realClock, queued }: Telling): TellProgress {
  return (task, account) => {
    let lastAt = Number.NEGATIVE_INFINITY
    let count = 0
    return async (progress) => {
      const realNow = realClock.now()
      if (realNow - lastAt < leastGapMs) return
      lastAt = realNow
      count += 1
      const now = clock.now()
      const slot = taskSlot(task.id)
      const { outbox } = database.store
      const before = await outbox.bodyInSlot(account.id, slot)
      const text = wordsFor(texts(account.language ?? 'vi'), progress)
      const message: QueuedMessage = { blocks: [{ kind: 'text', text }], buttons: buttonsOf(before) }
      await outbox.add({
        ...{ key: `progress:${task.id}:${task.attempts}:${count}`, kind: 'progress', account_id: account.id, slot },
        ...{
          body: JSON.stringify({ type: 'message', message }),
          due_at: now,
          created_at: now,
          expires_at: now + keptMs,
        },
      })
      queued()
    }
  }
}

const wordsFor = ({ t }: Texts, progress: WorkProgress) =>
  'page' in progress ? t('documents.progress.page', progress) : t('documents.progress.place', { count: progress.place })

function buttonsOf(body: string | null): QueuedMessage['buttons'] {
  const parsed = body === null ? null : outboxBody.parse(JSON.parse(body))
  return parsed?.type === 'message' ? parsed.message.buttons : []
}
