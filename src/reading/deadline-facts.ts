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

/** "Kế hoạch thi đua năm 2023": the year that a title names; null where it names none or a span of them. */
const namedYear = (title: string | null): number | null =>
  Number(/(?<!học\s+)năm\s+(20\d\d)(?!\s*[-–]\s*\d)/iu.exec(title ?? '')?.[1] ?? 0) || null

/** What times are reckoned from where no period is known yet. */
export const contextOf = (facts: DeadlineFacts): TimeContext => ({
  issuedOn: facts.issuedOn,
  period: { start: null, end: null },
  yearly: laysDownRules(facts),
  planYear: namedYear(facts.title),
})
