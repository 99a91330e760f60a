import { isOpen } from '../domain/obligation.ts'
import { formatDeadline, formatDeed, formatLastDayNear } from '../texts/deadlines.ts'
import { formatPlanRound } from '../texts/rounds.ts'
import { formatList } from '../texts/whose.ts'
import { agencyWords } from './agency-words.ts'
import { button, message } from './message.ts'
import type { Turn } from './turn.ts'

type Assigned = { deadlineId: string; round?: string | undefined }

/** A head hands a unit's deadline to its focal points, who are told; says so where there are none. */
export async function assignToClerks(turn: Turn, { deadlineId, round }: Assigned): Promise<void> {
  const { store, person, texts, today } = turn
  if (!person) return
  const rounds = round === undefined ? [] : [round]
  const near = await store.obligations.find({ personId: person.id, deadlineIds: [deadlineId], today, rounds })
  const found = round === undefined ? near : near.filter((one) => one.round === round)
  const isHeadOf = (unitId: string) => person.memberships.some((one) => one.unitId === unitId && one.role === 'head')
  const mine = found.find((one) => one.personId === null && isOpen(one) && isHeadOf(one.unitId))
  if (!mine?.lastDay) return turn.say('reminders.gone')
  const { unitId, unitName: unit, kind, deadline, lastDay } = mine
  const people = await store.people.ofUnits([unitId])
  const clerks = people.filter(({ memberships }) =>
    memberships.some((one) => one.unitId === unitId && one.role === 'clerk'),
  )
  if (clerks.length === 0) return turn.say('reminders.noClerk', { unit, ...(await agencyWords(store, texts)) })
  for (const clerk of clerks)
    await turn.tell(
      clerk.id,
      `assign:${deadlineId}:${mine.round ?? ''}:${today}:${clerk.id}`,
      'assignment',
      (words) => {
        const last = { kind, precision: deadline.precision, lastDay }
        const values = {
          ...{
            head: person.name,
            unit,
            deed: formatDeed(words, kind, formatPlanRound(words, mine.plan, mine.round)),
            deadline: formatDeadline(words, deadline),
          },
          last: formatLastDayNear(words, turn.calendar, turn.today, last),
        }
        const see = button(words.t('reminders.button.rule'), 'hanchot', 'open', { deadline: deadlineId })
        return message(words.t('reminders.assignedToYou', values), [see])
      },
    )
  const names = formatList(
    texts,
    clerks.map(({ name }) => name),
  )
  turn.say('reminders.assigned', { names, unit })
}
