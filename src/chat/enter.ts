import { z } from 'zod'
import type { Command } from './command.ts'
import { askOperator } from './operator.ts'
import type { Turn } from './turn.ts'

const agency = z.looseObject({ name: z.string(), office: z.string() })

/** The one door: runs what was asked for where the member may; otherwise one sentence that says who can. */
export async function enter(
  turn: Turn,
  command: Command,
  run: () => Promise<void> | void,
  again: { command: string; tail: string } | null = null,
): Promise<void> {
  // At an account that several share, whoever sits there says so first.
  if (command.allow(turn.person)) return (await askOperator(turn, again)) ? undefined : run()
  if (!turn.person) return turn.run('start', '')
  const known = await turn.store.settings.get('agency', agency)
  const at = known ? turn.texts.t('chat.door.at', { agency: known.name, office: known.office }) : ''
  turn.say(command.refusal ?? 'chat.door.refused', { at })
}
