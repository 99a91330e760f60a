import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import { isOpen, type Obligation } from '../../domain/obligation.ts'
import type { Member } from '../../domain/person.ts'
import type { Deadline } from '../../domain/plan.ts'
import type { Occasion } from '../../domain/report-occasion.ts'
import { type Capacity, capacitiesOf, othersOf } from '../dangky/registrants.ts'
import type { Answers } from './answers.ts'

/** Something to report: for whom, on which plan, and by when, where the plan says so. */
export type Owed = Occasion & { plan: string; deadline: Deadline | null }

/** For whom it is looked: the member of the turn with the units they write for, or somebody else whom they type for. */
type Writer = { person: Member; capacities: Capacity[] }

/** What deadlines ask of somebody and the units they write for, the nearest day first, those past after. */
function owedByDeadline({ today }: Turn, { person }: Writer, asked: Obligation[]): Owed[] {
  const units = person.memberships.map(({ unitId }) => unitId)
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
async function owedByNobody({ store }: Turn, { person, capacities }: Writer, asked: Obligation[]): Promise<Owed[]> {
  const plans = await store.plans.list('in_force')
  const free = plans.filter(({ id }) => asked.every(({ planId }) => planId !== id))
  const found: (Owed & { registered: boolean })[] = []
  for (const plan of free)
    for (const { subject, unitId } of capacities) {
      const registrant = { subject, unitId, personId: subject === 'person' ? person.id : null }
      const occasion = { planId: plan.id, deadlineId: null, round: null, ...registrant }
      const standing = await store.reports.ofOccasion(occasion)
      if (standing && standing.state !== 'returned') continue
      const registered = (await store.registrations.ofRegistrant(plan.id, registrant)).length > 0
      found.push({ ...occasion, plan: plan.shortName, deadline: null, registered })
    }
  const registered = found.filter((one) => one.registered)
  return registered.length > 0 || asked.length > 0 ? registered : found
}

async function writerOf(turn: Turn, other: Answers['other']): Promise<Writer | null> {
  const { person } = turn
  if (!other) return person && { person, capacities: capacitiesOf(person) }
  const found = (await othersOf(turn)).find(({ member }) => member.id === other.personId)
  const capacity: Capacity = { subject: 'person', unitId: other.unitId }
  return found ? { person: found.member, capacities: [capacity] } : null
}

const fits = ({ plan }: Owed, words: string): boolean => {
  const name = ` ${fold(plan)} `
  return fold(words)
    .split(' ')
    .every((word) => name.includes(` ${word}`))
}

/** All that the member of this turn may report now, or that they may for somebody else; with words, what fits them. */
export async function occasionsFor(turn: Turn, words = '', other?: Answers['other']): Promise<Owed[]> {
  const writer = await writerOf(turn, other)
  if (!writer) return []
  const { store, today } = turn
  const found = await store.obligations.find({ personId: writer.person.id, today })
  const asked = found.filter(({ kind, subject }) => kind === 'report' && (!other || subject === 'person'))
  const all = [...owedByDeadline(turn, writer, asked), ...(await owedByNobody(turn, writer, asked))]
  return words === '' ? all : all.filter((one) => fits(one, words))
}
