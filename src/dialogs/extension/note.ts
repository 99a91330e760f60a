import { button, message } from '../../chat/message.ts'
import { headsOf, isOpen, remindedOf } from '../../domain/obligation.ts'
import { formatDay } from '../../texts/days.ts'
import { formatDeadline, formatDeed } from '../../texts/deadlines.ts'
import { formatExtension } from '../../texts/local-days.ts'
import type { Asked } from '../engine/dialog.ts'
import type { Answers } from '../giahanmieng.ts'
import { ruledUnit } from '../units/choose-unit.ts'

/** Writes a spoken extension down and tells the unit; from now on its last day counts for reminders and lateness. */
export async function noteExtension({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const { store, person, now, texts } = turn
  const { deadlineId = '', unitId = '', lastDay = '', agreedBy = '', agreedOn = '', via = 'in_person' } = answers
  const unit = await ruledUnit(turn, unitId)
  const found = await store.plans.deadlineById(deadlineId)
  if (!unit || !person) return 'done'
  if (found?.status !== 'live') {
    turn.say('deadlines.gone')
    return 'done'
  }
  const extension = await store.extensions.add({
    deadlineId,
    unitId,
    lastDay,
    agreedBy,
    agreedOn,
    via,
    by: person.id,
    at: now,
  })
  const detail = { unitId, lastDay, agreedBy, agreedOn, via }
  await store.audit.write({
    at: now,
    by: person.id,
    action: 'deadline.extended',
    subject: `deadline:${deadlineId}`,
    detail,
  })
  const line = formatExtension(texts, { unitName: unit.name, lastDay, extension })
  turn.reply(
    message(texts.t('office.extension.noted', { line }), [
      button(texts.t('office.extension.button.document'), 'dondoc', 'document', { id: extension.id }),
    ]),
  )
  await tellUnit(turn, extension.id, { deadlineId, unitId })
  return 'done'
}

/** Those who have something open under it in this unit, and its heads and focal points. */
async function tellUnit(
  turn: Asked<Answers>['turn'],
  id: string,
  { deadlineId, unitId }: { deadlineId: string; unitId: string },
): Promise<void> {
  const { store, person } = turn
  const memberships = await store.people.memberships()
  const bound = await store.obligations.find({ deadlineIds: [deadlineId], unitIds: [unitId] })
  const [first] = bound
  if (!first) return
  const told = bound.filter(isOpen).flatMap((one) => remindedOf(one, memberships))
  const heads = headsOf(unitId, await store.units.all(), memberships)
  for (const personId of new Set([...told, ...heads].filter((one) => one !== person?.id)))
    await turn.tell(personId, `extension:${id}:${personId}`, 'extension', (texts) => {
      const { kind, plan, deadline, lastDay, unitName, extension } = first
      const values = {
        ...{ deed: formatDeed(texts, kind, plan), unit: unitName, deadline: formatDeadline(texts, deadline) },
        ...{ day: lastDay ? formatDay(texts, lastDay) : '', who: extension?.agreedBy },
      }
      return message(texts.t('office.extension.told', values), [
        button(texts.t('reminders.button.rule'), 'hanchot', 'open', { deadline: deadlineId }),
      ])
    })
}
