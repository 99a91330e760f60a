import type { ZodType } from 'zod'
import type { Member, Role } from '../domain/person.ts'
import type { TextKey } from '../texts/texts.ts'
import type { Turn } from './turn.ts'

/** Who may: `member` is null for a stranger. */
export type Allow = (member: Member | null) => boolean

export const anyone: Allow = () => true
export const everyone: Allow = (member) => member !== null
export const only =
  (...roles: Role[]): Allow =>
  (member) =>
    member?.memberships.some(({ role }) => roles.includes(role)) ?? false

/** What a button of a command does. `args` come back from Keyv and are checked again. */
export type ActionHandler = {
  read(args: unknown): { success: boolean }
  run(turn: Turn, args: unknown): Promise<void> | void
}

/** One thing people can ask for. Its name is its file's; help, menus and role checks derive from this object. */
export type Command = {
  /** One sentence of help with an example. */
  usage: TextKey
  /** The label in the menu, one to three words. */
  menu: TextKey
  aliases: string[]
  allow: Allow
  /** Who can instead, said to those who may not. Default: the admins. */
  refusal?: TextKey
  /** Its place in help and menus, the smallest first; without one it comes after those that have one. */
  order?: number
  /** Not in the menu (operators' and technical commands). */
  hidden?: boolean
  /** A file sent outside any dialog belongs here: the command runs, and the dialog it begins takes the file. */
  takesFile?: boolean
  /** Is a bare command word followed by these words a command ("hạn chót tháng 11"), not speech? Default: never. */
  understands?(tail: string, turn: Turn): boolean | Promise<boolean>
  run(turn: Turn, tail: string): Promise<void> | void
  /** What it answers in a group, with what everybody there may see; without it people are asked to come to the private chat. */
  inGroup?(turn: Turn, tail: string): Promise<void> | void
  actions?: Record<string, ActionHandler>
}

export const defineCommand = (command: Command): Command => command

/** A button's action: the schema of its arguments, and what pressing it does. */
export function defineAction<Args>(
  schema: ZodType<Args>,
  run: (turn: Turn, args: Args) => Promise<void> | void,
): ActionHandler {
  return { read: (args) => schema.safeParse(args), run: (turn, args) => run(turn, schema.parse(args)) }
}
