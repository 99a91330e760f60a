import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import type { Member } from '../../domain/person.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { Choice, Input } from '../engine/dialog.ts'
import { othersOf } from './registrants.ts'

/** A colleague for whom the member of a turn may type, in one unit. */
type Other = { member: Member; unitId: string; label: string; key: string }
type Chosen = { ok: true; other: Other } | { ok: false; key: TextKey; values: Record<string, unknown> }

async function othersWithNames(turn: Turn): Promise<Other[]> {
  const names = new Map((await turn.store.units.all()).map(({ id, name }) => [id, name]))
  return (await othersOf(turn)).map(({ member, unitId }) => ({
    ...{ member, unitId, key: `${member.id} ${unitId}` },
    label: `${member.name} (${names.get(unitId) ?? ''})`,
  }))
}

const fitting = (all: Other[], typed: string): Other[] => {
  const words = fold(typed).split(' ')
  return all.filter(({ label }) => words.every((word) => ` ${fold(label)} `.includes(` ${word}`)))
}

export const otherChoices = async (turn: Turn): Promise<Choice[]> =>
  (await othersWithNames(turn)).map(({ key, label }) => ({ value: key, label }))

/** A colleague chosen, or named in words; says where nobody or several are meant. */
export async function readOther(turn: Turn, input: Input): Promise<Chosen> {
  const all = await othersWithNames(turn)
  const typed = input.kind === 'text' ? input.text.trim().slice(0, 60) : ''
  const found = input.kind === 'choice' ? all.filter(({ key }) => key === input.value) : fitting(all, typed)
  const [other, ...more] = found
  if (!other || (typed === '' && input.kind === 'text'))
    return { ok: false, key: 'register.member.unknown', values: { typed } }
  if (more.length === 0) return { ok: true, other }
  const names = found.slice(0, 5).map(({ label }) => label)
  return { ok: false, key: 'register.member.several', values: { typed, names: names.join('; ') } }
}
