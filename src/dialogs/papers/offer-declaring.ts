import { button, type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { pathUp } from '../../domain/unit-tree.ts'
import { paperUnitKey, paperUnitSchema } from '../../papers/paper-unit.ts'
import { mayDeclare } from '../thethucgiay/begin.ts'

type Made = { kind: 'registration' | 'report'; id: string; unitId: string; subject: 'unit' | 'person' }

const monthMs = 30 * 24 * 60 * 60 * 1000

/** Is a unit's paper the content alone because nobody has said how its papers look? */
async function fellToPlain({ store }: Turn, { kind, unitId, subject }: Made): Promise<boolean> {
  if (subject === 'person' || (await store.settings.get(paperUnitKey(unitId), paperUnitSchema))) return false
  const path = pathUp(await store.units.all(), unitId).map(({ id }) => id)
  const form = await store.paperTemplates.find(path, kind === 'report' ? 'report' : 'unitRegistration')
  return !form
}

/** What is said with a paper, with the offer to say how the unit's papers look, to who may; in words once, then as a button alone. */
export async function offerDeclaring(turn: Turn, said: string, made: Made): Promise<Message> {
  const { kind, id, unitId } = made
  if (!(await fellToPlain(turn, made)) || !(await mayDeclare(turn, unitId))) return message(said)
  const { t } = turn.texts
  const isFirst = await turn.services.throttle(`declare:${unitId}:${turn.account.id}`, 1, monthMs)
  const words = isFirst ? `${said}\n${t('papers.unit.offer')}` : said
  return message(words, [button(t('papers.unit.declare'), 'thethuc', 'declare', { unitId, paper: { kind, id } })])
}
