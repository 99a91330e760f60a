import type { Turn } from '../../chat/turn.ts'
import { type Absence, overlap } from '../../domain/absence.ts'
import type { Day } from '../../domain/day.ts'
import type { Member } from '../../domain/person.ts'
import { unitsUnder } from '../../domain/rights.ts'
import { formatDay, formatDayShort } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'

/** For whom the member of this turn may note an absence: themselves first, then those they are head or admin of. */
export async function mayBeNoted({ person, store }: Turn): Promise<Member[]> {
  if (!person) return []
  const ruled = unitsUnder(person, await store.units.all(), 'head', 'admin')
  const people = (await store.people.ofUnits([...ruled])).filter(({ id }) => id !== person.id)
  return [person, ...people]
}

type Days = { from: Day; to: Day }

/** Who may stand in for somebody: others of the same units who are not away themselves in these days. */
export async function mayStandIn({ store }: Pick<Turn, 'store'>, personId: string, days: Days): Promise<Member[]> {
  const member = await store.members.byId(personId)
  const unitIds = new Set(member?.memberships.map(({ unitId }) => unitId))
  const people = await store.people.ofUnits([...unitIds])
  const away = (await store.absences.notOver(days.from)).filter((one) => overlap(one, days)).map((one) => one.personId)
  return people.filter(({ id }) => id !== personId && !away.includes(id))
}

/** An absence of the same person that shares a day with these; null where there is none. */
export async function overlapping(
  { store }: Pick<Turn, 'store'>,
  personId: string,
  days: Days,
): Promise<Absence | null> {
  const all = await store.absences.notOver(days.from)
  return all.find((one) => one.personId === personId && overlap(one, days)) ?? null
}

/** "từ thứ Sáu 05/04 đến thứ Bảy 20/04/2024"; one day alone is named once. */
export const formatDays = (texts: Texts, { from, to }: Days): string =>
  from === to
    ? texts.t('office.absence.day', { day: formatDay(texts, from) })
    : texts.t('office.absence.days', { from: formatDayShort(texts, from), to: formatDay(texts, to) })
