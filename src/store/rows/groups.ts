import type { Instant } from '../../domain/day.ts'

/** A group chat that belongs to a unit. Its account is the group's own: nobody stands behind it. */
export type BoundGroupRow = {
  account_id: string
  unit_id: string
  title: string
  bound_by: string
  bound_at: Instant
}

/** A code that binds one group to a unit; only its hash is kept. Real time counts for its expiry. */
export type GroupCodeRow = {
  code_hash: string
  unit_id: string
  created_by: string
  expires_at: Instant
  used_at: Instant | null
}

/** The menu that a chat was given last, by its hash. */
export type GivenMenuRow = { account_id: string; hash: string }

export type GroupTables = { bound_group: BoundGroupRow; group_code: GroupCodeRow; given_menu: GivenMenuRow }
