import type { Attachment } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { RegistrationState } from '../../domain/registration.ts'
import type { createPaperChanges, Move, PaperTable } from '../../store/paper-changes.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import type { PlanDeadline } from '../../store/plan-rows.ts'
import type { Store } from '../../store/store.ts'
import type { Texts } from '../../texts/texts.ts'

/** Where papers of a kind are kept, and what moves them on. */
type Kept<P extends SentPaper> = {
  byId(id: string): Promise<P | null>
  inState(...states: RegistrationState[]): Promise<P[]>
  move(change: Move): Promise<P | null>
  setPaper: ReturnType<typeof createPaperChanges>['setPaper']
  versions(id: string): Promise<{ operator: string | null }[]>
}

/** What tells one kind of paper from another, where both live one life: sent, approved, taken in. */
export type Kind<P extends SentPaper> = {
  table: PaperTable
  /** The area of its sentences. */
  words: 'register' | 'reports'
  /** The command of whoever writes it. */
  command: 'dangky' | 'baocao'
  kept(store: Store): Kept<P>
  /** The deadline it is sent for, as it stands for its unit (and round) now. */
  deadlineOf(turn: Pick<Turn, 'store'>, sent: P): Promise<PlanDeadline | null>
  /** What it comes to: "2 nội dung, 3 chỉ tiêu". */
  counts(texts: Texts, sent: P): string
  /** The same in a message to those who decide. */
  briefly(texts: Texts, sent: P): string
  /** The files that came with it. */
  files(sent: P): Attachment[]
}

/** A paper of its kind: what a button needs to know. */
export type Of<P extends SentPaper> = { kind: Kind<P>; sent: P }
