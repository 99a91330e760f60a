import { bindableUnits } from './group-binding.ts'
import { button, message } from './message.ts'
import type { Turn } from './turn.ts'

/** With [Gắn nhóm] six buttons. */
const mostUnbind = 5

/** In a private chat: the groups of the units in the speaker's charge. */
export async function listGroups(turn: Turn): Promise<void> {
  const { store, texts, services } = turn
  const units = await bindableUnits(turn)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const groups = (await store.groups.all()).filter(({ unitId }) => names.has(unitId))
  const lines = groups.map(({ title, unitId, gone }, index) => {
    const line = texts.t('groups.mine.line', { number: index + 1, title, unit: names.get(unitId) })
    return gone ? texts.t('groups.mine.gone', { line }) : line
  })
  const canBind = services.groupLinks('').length > 0
  const head = groups.length > 0 ? texts.t('groups.mine.head', { count: groups.length }) : texts.t('groups.mine.none')
  turn.reply(
    message([head, ...lines, ...(canBind ? [] : [texts.t('groups.mine.noChannel')])].join('\n'), [
      ...(canBind ? [button(texts.t('groups.button.add'), 'nhom', 'add')] : []),
      ...groups
        .slice(0, mostUnbind)
        .map(({ accountId }, index) =>
          button(texts.t('groups.button.unbindOne', { number: index + 1 }), 'nhom', 'unbind', { accountId }),
        ),
    ]),
  )
}
