import type { Member } from './person.ts'
import { canAdminister, holds } from './rights.ts'
import type { Unit } from './unit.ts'

/** May somebody bind a group to this unit, or take it away? Its admins and its own head. */
export const mayBindGroup = (member: Member, unitId: string, units: Unit[]): boolean =>
  holds(member, unitId, 'head') || canAdminister(member, unitId, units)
