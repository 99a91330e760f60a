import type { Day } from '../domain/day.ts'
import type { TimeContext } from './time/time-reading.ts'
import type { DocType } from './type-words.ts'

/** What is known of a document before its times are read. */
export type DeadlineFacts = {
  issuedOn: Day | null
  docType: DocType
  title: string | null
  year: number | null
}

/** Documents that lay down rules: a day without a year comes round every year in them. */
const laysDownRules = ({ docType }: DeadlineFacts): boolean => ['regulation', 'circular', 'guidance'].includes(docType)

/** What times are reckoned from where no period is known yet. */
export const contextOf = (facts: DeadlineFacts): TimeContext => ({
  issuedOn: facts.issuedOn,
  period: { start: null, end: null },
  yearly: laysDownRules(facts),
})
