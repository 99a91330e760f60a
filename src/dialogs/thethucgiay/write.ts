import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { paperUnitKey, paperUnitSchema } from '../../papers/paper-unit.ts'
import type { Asked } from '../engine/dialog.ts'
import { type Answers, type PaperToMake, toPaperUnit } from './answers.ts'
import { mayDeclare } from './begin.ts'

const commandOf = { registration: 'dangky', report: 'baocao' } as const

const againButton = ({ texts }: Turn, { kind, id }: PaperToMake) =>
  button(texts.t('papers.unit.again'), commandOf[kind], 'download', { id })

/** Keeps how a unit's papers look, with what it was before in the record of changes; offers the paper again. */
export async function writePaperUnit({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const { store, person, now, texts } = turn
  const { unitId = '', unit, paper } = answers
  const after = toPaperUnit(answers)
  if (!person || !after || !(await mayDeclare(turn, unitId))) {
    turn.say('papers.unit.refused')
    return 'done'
  }
  const subject = paperUnitKey(unitId)
  const before = await store.settings.get(subject, paperUnitSchema)
  await store.settings.set(subject, after)
  await store.audit.write({ at: now, by: person.id, action: 'setting.changed', subject, detail: { before, after } })
  const redo = button(texts.t('papers.unit.redo'), 'thethuc', 'declare', { unitId, paper: null })
  const again = paper ? [againButton(turn, paper)] : []
  turn.reply(message(texts.t('papers.unit.saved', { unit }), [...again, redo]))
  return 'done'
}
