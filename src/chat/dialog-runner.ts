import type { What } from './incoming.ts'
import type { Action } from './message.ts'
import type { Session } from './session.ts'
import type { Turn } from './turn.ts'

/** The topic under which every button of every dialog goes. */
export const dialogTopic = 'dialog'

/** What the chat needs of the dialogs; built in dialogs/engine and handed in. */
export type DialogRunner = {
  /** Takes what was said or sent for the dialog underway; false where none is, or where this dialog does not take it. */
  take(turn: Turn, session: Session, what: What): Promise<boolean>
  press(turn: Turn, session: Session, action: Action): Promise<void>
  begin(turn: Turn, session: Session, dialog: string, answers: Record<string, unknown>): Promise<void>
  resume(turn: Turn, session: Session, dialog: string): Promise<void>
  progress(session: Session, dialog: string): { step: string; done: number; of: number | null } | null
}
