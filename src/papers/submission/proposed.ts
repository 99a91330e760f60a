import type { Proposal } from '../../domain/report.ts'

/** Who is proposed: as reported, with the unit they work in and what they achieved in one or two lines. */
export type Proposed = Proposal & { unit: string; achievement: string }

type Group = { commendation: string; collectives: Proposed[]; people: Proposed[] }

/** Proposals by form of commendation, in the order in which the forms come first. */
export function byCommendation(proposed: Proposed[]): Group[] {
  const forms = [...new Set(proposed.map(({ commendation }) => commendation))]
  return forms.map((commendation) => {
    const of = proposed.filter((one) => one.commendation === commendation)
    return {
      commendation,
      collectives: of.filter(({ subject }) => subject === 'unit'),
      people: of.filter(({ subject }) => subject === 'person'),
    }
  })
}
