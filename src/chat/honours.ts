import { fold } from '../domain/fold.ts'
import { type Honour, type HonourChange, honoured, honourKinds, honoursWith } from '../domain/honours.ts'
import { keepLists, listsOf } from './known-lists.ts'
import type { Turn } from './turn.ts'

/** The emulation titles and commendations that the agency uses. */
export const honoursOf = async (turn: Pick<Turn, 'store'>): Promise<Honour[]> =>
  honoursWith((await listsOf(turn)).honours)

/** The list as an admin reads it: titles and commendations, individuals, collectives and households apart. */
export async function honourWords(turn: Turn): Promise<string> {
  const { t } = turn.texts
  const list = await honoursOf(turn)
  const groups = honourKinds.flatMap((kind) =>
    honoured.map((of) => ({
      heading: t(`review.honours.${kind}.${of}`),
      names: list.filter((one) => one.kind === kind && one.of === of),
    })),
  )
  const lines = groups
    .filter(({ names }) => names.length > 0)
    .map(({ heading, names }) => `${heading} ${names.map(({ name }) => name).join('; ')}.`)
  return [t('review.honours.heading'), ...lines].join('\n')
}

/** Adds an honour to the list or takes one out of it; what was changed about the same one before gives way. */
export async function changeHonour(turn: Turn, change: HonourChange): Promise<void> {
  const lists = await listsOf(turn)
  const { kind, of, name } = change
  const others = lists.honours.filter((one) => one.kind !== kind || one.of !== of || fold(one.name) !== fold(name))
  await keepLists(
    turn,
    { ...lists, honours: [...others, change] },
    change.dropped ? { removed: name } : { added: change },
  )
}
