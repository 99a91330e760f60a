import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import { isOpen, type Obligation } from '../../domain/obligation.ts'
import type { Deadline } from '../../domain/plan.ts'
import type { Occasion } from '../../domain/report-occasion.ts'
import { capacitiesOf } from '../dangky/registrants.ts'

/** Something to report: for whom, on which plan, and by when, where the plan says so. */
export type Owed = Occasion & { plan: string; deadline: Deadline | null }

/** What deadlines ask of the member and the units they write for, the nearest day first, those past after. */
function owedByDeadline({ person, today }: Turn, asked: Obligation[]): Owed[] {
  const units = person?.memberships.map(({ unitId }) => unitId) ?? []
  const open = asked.filter((one) => isOpen(one) || one.state === 'reported')
  const place = ({ deadline: { lastDay } }: Obligation) =>
    lastDay === null ? '2' : `${lastDay >= today ? 0 : 1}${lastDay}`
  return open
    .sort((one, other) => place(one).localeCompare(place(other)))
    .map(({ planId, plan, deadlineId, round, deadline, subject, unitId, personId }) => ({
      ...{ planId, plan, deadlineId, round, deadline, subject, personId },
      unitId: units.includes(unitId) ? unitId : (units[0] ?? unitId),
    }))
}

/** What may be reported though no deadline asks for it: what was registered for; with nothing at all, any plan in force. */
async function owedByNobody(turn: Turn, asked: Obligation[]): Promise<Owed[]> {
  const { person, store } = turn
  const plans = await store.plans.list('in_force')
  const free = plans.filter(({ id }) => asked.every(({ planId }) => planId !== id))
  const found: (Owed & { registered: boolean })[] = []
  for (const plan of free)
    for (const { subject, unitId } of person ? capacitiesOf(person) : []) {
      const registrant = { subject, unitId, personId: subject === 'person' ? (person?.id ?? null) : null }
      const occasion = { planId: plan.id, deadlineId: null, round: null, ...registrant }
      const standing = await store.reports.ofOccasion(occasion)
      if (standing && standing.state !== 'returned') continue
      const registered = (await store.registrations.ofRegistrant(plan.id, registrant)).length > 0
      found.push({ ...occasion, plan: plan.shortName, deadline: null, registered })
    }
  const registered = found.filter((one) => one.registered)
  return registered.length > 0 || asked.length > 0 ? registered : found
}

const fits = ({ plan }: Owed, words: string): boolean => {
  const name = ` ${fold(plan)} `
  return fold(words)
    .split(' ')
    .every((word) => name.includes(` ${word}`))
}

/** All that the member of this turn may report now; with words, what fits them. */
export async function occasionsFor(turn: Turn, words = ''): Promise<Owed[]> {
  const { person, store, today } = turn
  if (!person) return []
  const asked = (await store.obligations.find({ personId: person.id, today })).filter(({ kind }) => kind === 'report')
  const all = [...owedByDeadline(turn, asked), ...(await owedByNobody(turn, asked))]
  return words === '' ? all : all.filter((one) => fits(one, words))
}

/** May the member (still) report in this capacity? */
export const mayReport = ({ person }: Turn, { subject, unitId }: Pick<Occasion, 'subject' | 'unitId'>): boolean =>
  person !== null && capacitiesOf(person).some((one) => one.subject === subject && one.unitId === unitId)
