import type { Day } from './day.ts'

export const registrationStates = ['waiting', 'returned', 'approved', 'received', 'aggregated', 'withdrawn'] as const
/** Chờ duyệt, Đề nghị hoàn thiện, Đơn vị đã duyệt, Đã tiếp nhận, Đã tổng hợp, Đã rút. */
export type RegistrationState = (typeof registrationStates)[number]

export const registrationActions = ['revise', 'withdraw', 'approve', 'return', 'receive', 'aggregate'] as const
export type RegistrationAction = (typeof registrationActions)[number]

/** Whose hand an action wants: who registers, who approves this very paper, or an admin. */
type Hand = 'author' | 'approver' | 'admin'

type Transition = { action: RegistrationAction; from: RegistrationState; to: RegistrationState; by: Hand }

/** The whole life of a registration after it is sent (it starts waiting). What is not in this table cannot happen. */
// biome-ignore format: a table keeps its columns
export const transitions: Transition[] = [
  { action: 'revise',    from: 'waiting',  to: 'waiting',    by: 'author'   },
  { action: 'revise',    from: 'returned', to: 'waiting',    by: 'author'   },
  { action: 'revise',    from: 'approved', to: 'waiting',    by: 'author'   },
  { action: 'revise',    from: 'received', to: 'waiting',    by: 'author'   },
  { action: 'withdraw',  from: 'waiting',  to: 'withdrawn',  by: 'author'   },
  { action: 'withdraw',  from: 'returned', to: 'withdrawn',  by: 'author'   },
  { action: 'withdraw',  from: 'approved', to: 'withdrawn',  by: 'author'   },
  { action: 'withdraw',  from: 'received', to: 'withdrawn',  by: 'author'   },
  { action: 'approve',   from: 'waiting',  to: 'approved',   by: 'approver' },
  { action: 'return',    from: 'waiting',  to: 'returned',   by: 'approver' },
  { action: 'return',    from: 'approved', to: 'returned',   by: 'admin'    },
  { action: 'receive',   from: 'approved', to: 'received',   by: 'admin'    },
  { action: 'aggregate', from: 'received', to: 'aggregated', by: 'admin'    },
]

/** What the rules look at in one registration. */
export type Registered = { state: RegistrationState; late: boolean }

/** Who somebody is to one paper. An admin who is its approver too takes it into account without a head between. */
export type Standing = { author: boolean; approver: boolean; admin: boolean }

/** `late`: it comes after the last safe day, so it wants a reason and is left to the admin's judgement. */
export type Decision =
  | { ok: true; to: RegistrationState; late: boolean }
  | { ok: false; reason: 'state' | 'not_yours' | 'closed'; state: RegistrationState }

/** Until when the author may change or withdraw it freely: the last safe day; null where the plan names none. */
export type Window = { today: Day; lastDay: Day | null }

/** May the author still change it freely? After the last day only what was asked for, or what came late and is undecided. */
export function isChangeable({ state, late }: Registered, { today, lastDay }: Window): boolean {
  return lastDay === null || today <= lastDay || state === 'returned' || (late && state === 'waiting')
}

function transitionFor(action: RegistrationAction, { state }: Registered, standing: Standing): Transition | null {
  // Where no head stands between, the admin's reception is the approval too.
  if (action === 'receive' && state === 'waiting' && standing.admin && standing.approver)
    return { action, from: state, to: 'received', by: 'approver' }
  return transitions.find((row) => row.action === action && row.from === state) ?? null
}

/** What an action of somebody does to a registration: its next state, or why not ('closed': after the last safe day). */
export function decide(
  action: RegistrationAction,
  registered: Registered,
  standing: Standing,
  window: Window,
): Decision {
  const { state } = registered
  const row = transitionFor(action, registered, standing)
  if (!row) return { ok: false, reason: 'state', state }
  if (!standing[row.by]) return { ok: false, reason: 'not_yours', state }
  const late = row.by === 'author' && !isChangeable(registered, window)
  return late && action === 'withdraw' ? { ok: false, reason: 'closed', state } : { ok: true, to: row.to, late }
}

/** What somebody may do with it now, in the order of the table. */
export function openActions(registered: Registered, standing: Standing, window: Window): RegistrationAction[] {
  return registrationActions.filter((action) => decide(action, registered, standing, window).ok)
}

/** How a day of sending stands to a deadline. On the named day itself nothing is stamped late: the admin decides. */
export type Arrival = 'in_time' | 'on_named_day' | 'late'

/** `onDay` the day named, `lastDay` the last safe day; null where the plan names none: then nothing comes late. */
export function arrivalOf(sentOn: Day, { onDay, lastDay }: { onDay: Day | null; lastDay: Day | null }): Arrival {
  if (lastDay === null || sentOn <= lastDay) return 'in_time'
  return onDay !== null && sentOn <= onDay ? 'on_named_day' : 'late'
}
