import type { Day } from '../../domain/day.ts'

/** A khối or cụm and its present term. */
export type UnitGroupRow = { id: string; name: string; leading_id: string; from_day: Day; to_day: Day }
export type UnitGroupMemberRow = { group_id: string; unit_id: string }

export type UnitGroupTables = { unit_group: UnitGroupRow; unit_group_member: UnitGroupMemberRow }
