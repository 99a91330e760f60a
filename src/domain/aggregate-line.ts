import type { Day } from './day.ts'
import type { RegistrationState } from './registration.ts'
import type { ListedPerson, RegistrationBody } from './registration-body.ts'

/** One promise of a registration, as tables show it. */
export type LineItem = { content: string; work: string; target: string | null; finishDay: Day | null }

/** One registration, as much of it as tables show: a hundred thousand of them are held at a time. */
export type AggregateLine = {
  code: string
  subject: 'unit' | 'person'
  unitId: string
  /** The registrant; empty where a unit registers. */
  person: { name: string; position: string }
  state: RegistrationState
  late: boolean
  sentOn: Day
  /** When it was taken in; where a signed paper came, its day and the clerk's number. */
  receivedOn: Day | null
  arrivalNumber: string | null
  body: Pick<RegistrationBody, 'title' | 'commendation' | 'initiative'> & { items: LineItem[]; people: ListedPerson[] }
}

/** Somebody of a registration: who registers, or one on a unit's list. */
export type LinePerson = {
  name: string
  position: string
  title: string | null
  commendation: string | null
  initiative: string | null
}

/** A withdrawn registration stands in no table. */
export const isCounted = ({ state }: Pick<AggregateLine, 'state'>): boolean => state !== 'withdrawn'

/** The people of one registration with what each is registered for. */
export function peopleOf({ subject, person, body }: Pick<AggregateLine, 'subject' | 'person' | 'body'>): LinePerson[] {
  const { title, commendation, initiative } = body
  if (subject === 'person') return [{ ...person, title, commendation, initiative }]
  return body.people.map(({ name, position, ...own }) => ({
    ...{ name, position },
    ...{ title: own.title ?? null, commendation: own.commendation ?? null, initiative: own.initiative ?? null },
  }))
}

/** What a unit is registered for as a collective; null where a person registers. */
export const collectiveOf = ({
  subject,
  body,
}: Pick<AggregateLine, 'subject' | 'body'>): { title: string | null; commendation: string | null } | null =>
  subject === 'unit' ? { title: body.title, commendation: body.commendation } : null
