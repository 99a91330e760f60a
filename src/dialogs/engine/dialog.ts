import type { ZodType } from 'zod'
import type { IncomingFile } from '../../chat/incoming.ts'
import type { Message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'

/** Where a dialog stands: the step by name, and which item of a list it is about. */
export type At = { step: string; item?: number | undefined }

/** What the person gave. A choice comes as its value, whether pressed, typed as a number or typed as its label. */
export type Input =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; value: string }
  | { kind: 'file'; file: IncomingFile; caption: string }
  | { kind: 'skip' }
  | { kind: 'task'; name: string; result: unknown }

/** `stay` asks the same step again (ticking one of several); a message with `ok: false` says what was wrong and changes nothing. */
export type Read<Answers> = { ok: true; answers: Answers; stay?: boolean } | { ok: false; message: Message }

/** `stays`: on every page of the choices, after the others ("Tiếp tục" while ticking). */
export type Choice = { value: string; label: string; stays?: boolean }

/** What a step sees: the turn, the answers so far, where it stands, and the identity of this draft. */
export type Asked<Answers> = { turn: Turn; answers: Answers; at: At; draftId: string }

/** A question, how its answer is read, and the choices it offers. */
export type Step<Answers> = {
  /** The question. Choices and the standard buttons (skip, back, save, cancel) are added by the engine. */
  ask(asked: Asked<Answers>): Promise<Message> | Message
  choices?(asked: Asked<Answers>): Promise<Choice[]> | Choice[]
  /** May it be skipped (a plan may want it of some)? Then `read` gets `{ kind: 'skip' }`. */
  optional?: boolean | ((asked: Asked<Answers>) => boolean)
  /** A bare number is an answer here ("5"), not the fifth choice; "chọn 5" still chooses. */
  plainNumbers?: boolean
  /** A file is an answer here: the one asked for, or one that may come `unasked`. Elsewhere it is refused with a sentence. */
  takesFile?: boolean | 'unasked'
  read(input: Input, asked: Asked<Answers>): Promise<Read<Answers>> | Read<Answers>
}

/** Questions asked one after another. Its name is its file's (`src/dialogs/<name>.ts`, default export). */
export type Dialog<Answers> = {
  /** Raised when stored answers of older drafts no longer fit; such a draft is ended with a kind word. */
  version: number
  answers: ZodType<Answers>
  /** How long a draft waits, days of real time. */
  keepDays: number
  first(answers: Answers): At
  /** The step after this one for these answers; null: all is answered, `finish`. */
  next(answers: Answers, at: At): At | null
  steps: Record<string, Step<Answers>>
  /** "bước 3/6": how far this place is, where that can be said. */
  progress?(answers: Answers, at: At): { done: number; of: number }
  /** Does what the dialog is for, in the turn's transaction. Refuses by replying and returning 'stay' (the last step is asked again). */
  finish(asked: Asked<Answers>): Promise<'done' | 'stay'>
  /** Told when a person cancels (to give back what was taken). */
  cancelled?(asked: Asked<Answers>): Promise<void>
}

export const defineDialog = <Answers>(dialog: Dialog<Answers>): Dialog<Answers> => dialog
