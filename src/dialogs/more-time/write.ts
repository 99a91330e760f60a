import type { Turn } from '../../chat/turn.ts'
import { workdaysBetween } from '../../domain/calendar.ts'
import type { Day } from '../../domain/day.ts'
import { isNearOrPast } from '../../domain/late-arrival.ts'
import { isUrgedKind } from '../../domain/urging.ts'
import { draftFileName } from '../../papers/draft-file-name.ts'
import { extensionRequest } from '../../papers/extension-request.ts'
import type { PlanDeadline } from '../../store/plan-rows.ts'
import { formatDeadline, formatDeed } from '../../texts/deadlines.ts'
import { paperTexts } from '../../texts/texts.ts'
import type { Asked } from '../engine/dialog.ts'
import { sendDraft } from '../letters/draft.ts'
import { paperFacts } from '../papers/paper-facts.ts'
import type { Answers } from './answers.ts'
import { askingUnits } from './asking-units.ts'

/** The deadline, where it is in force and so near or past that more time may be asked for. */
async function lateDeadline({ store, today, calendar }: Turn, id: string): Promise<PlanDeadline | null> {
  const found = await store.plans.deadlineById(id)
  const plan = found && (await store.plans.byId(found.planId))
  if (found?.status !== 'live' || plan?.status !== 'in_force') return null
  const { lastDay, kind } = found.deadline
  return lastDay !== null && isUrgedKind(kind) && isNearOrPast(lastDay, today, calendar) ? found : null
}

/** [Xin gia hạn]: a draft that asks for more time; for which unit is asked where there are several. */
export async function beginMoreTime(turn: Turn, deadlineId: string): Promise<void> {
  if (!(await lateDeadline(turn, deadlineId))) return turn.say('letters.moreTime.notYet')
  const units = await askingUnits(turn, deadlineId)
  if (units.length === 0) return turn.say('letters.moreTime.notYours')
  await turn.begin('xingiahan', { deadlineId, ...(units.length === 1 && { unitId: units[0]?.id }) })
}

function daysLeft({ calendar }: Turn, arrived: Day | null, lastDay: Day | null): number | null {
  if (arrived === null || lastDay === null) return null
  return workdaysBetween(calendar, arrived, lastDay) || null
}

/** Writes the draft for who may still ask, and notes in the audit that it was made. */
export async function writeRequest({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const { texts, store, now, person } = turn
  const { deadlineId, unitId = '', to, reason } = answers
  const found = await lateDeadline(turn, deadlineId)
  const isTheirs = (await askingUnits(turn, deadlineId)).some(({ id }) => id === unitId)
  if (!found || !isTheirs) {
    turn.say(found ? 'letters.moreTime.notYours' : 'letters.moreTime.notYet')
    return 'done'
  }
  const { deadline, planId } = found
  const { plan, year, unit, issuer } = await paperFacts(turn, { planId, unitId, deadlineId })
  const kind = deadline.kind === 'report' ? ('report' as const) : ('registration' as const)
  const [arrivedOn, proposed] = [answers.arrived ?? null, answers.proposed ?? null]
  const workdaysLeft = daysLeft(turn, arrivedOn, deadline.lastDay)
  const about = { year, plan, kind, deadline: formatDeadline(paperTexts(), deadline), to: [to], unit }
  const bytes = await extensionRequest(
    paperTexts(),
    { ...about, arrivedOn, workdaysLeft, proposed, reason: reason || null },
    issuer,
  )
  const deed = formatDeed(texts, kind, plan.shortName)
  const name = draftFileName(texts.t('letters.moreTime.file'), deed)
  await sendDraft(turn, { bytes, name, words: texts.t('letters.moreTime.sent', { deed, unit, to }), issuerId: unitId })
  const detail = { unitId, proposed }
  const subject = `deadline:${deadlineId}`
  await store.audit.write({ at: now, by: person?.id ?? null, action: 'deadline.request_drafted', subject, detail })
  return 'done'
}
