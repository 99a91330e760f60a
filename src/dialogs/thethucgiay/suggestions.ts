import type { Turn } from '../../chat/turn.ts'
import { holds } from '../../domain/rights.ts'
import { pathUp } from '../../domain/unit-tree.ts'
import { withoutDegree } from '../../papers/check/elements/mark-end.ts'
import { suggestIssuer, suggestPlace, suggestSigning, suggestSymbol } from '../../papers/paper-suggestions.ts'
import { paperUnitKey, paperUnitSchema } from '../../papers/paper-unit.ts'
import type { Answers } from './answers.ts'

export type Field = 'superior' | 'issuer' | 'symbol' | 'drafter' | 'place' | 'signing' | 'alsoTitle' | 'name'

const most = 5

async function headNames({ store }: Turn, unitId: string): Promise<string[]> {
  const members = await store.people.ofUnits([unitId])
  return members.filter((one) => holds(one, unitId, 'head')).map(({ name }) => withoutDegree(name))
}

/** What may be chosen for each question: what was said before first, then what the names of unit and people suggest. */
export async function suggestionsFor(turn: Turn, { unitId = '' }: Answers): Promise<Record<Field, string[]>> {
  const { store, texts } = turn
  const path = pathUp(await store.units.all(), unitId)
  const known = await Promise.all(path.map(({ id }) => store.settings.get(paperUnitKey(id), paperUnitSchema)))
  const [unit, above] = path
  const name = unit?.name ?? ''
  const kept = known[0]
  const all = {
    // What coordinates with the agency is not below it, whatever the tree of units says.
    superior: [kept?.superior, unit?.relation === 'subordinate' ? above?.name : null],
    issuer: [kept?.issuer, suggestIssuer(texts, name)],
    symbol: [kept?.symbol, suggestSymbol(texts, name)],
    drafter: [kept?.drafter],
    place: [...known.map((one) => one?.place), ...path.map((one) => suggestPlace(one.name))],
    signing: [kept?.signer.lines.join('\n'), ...suggestSigning(texts, name)],
    alsoTitle: [kept?.signer.alsoTitle],
    name: [kept?.signer.name, ...(await headNames(turn, unitId))],
  }
  const distinct = (values: (string | null | undefined)[]) => [...new Set(values.filter((one) => !!one))] as string[]
  return Object.fromEntries(
    Object.entries(all).map(([field, values]) => [field, distinct(values).slice(0, most)]),
  ) as Record<Field, string[]>
}
