import type { Day } from './day.ts'

/** Units beside each other (khối, cụm thi đua), led by one of them for a term; its head receives for the members. */
export type UnitGroup = { id: string; name: string; leadingId: string; from: Day; to: Day; unitIds: string[] }

/** The groups in whose term a day lies. */
export const groupsInTerm = (groups: UnitGroup[], day: Day): UnitGroup[] =>
  groups.filter(({ from, to }) => from <= day && day <= to)
