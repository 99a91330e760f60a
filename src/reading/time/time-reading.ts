import type { Day } from '../../domain/day.ts'
import type { Deadline } from '../../domain/plan.ts'
import type { Cue } from './cue.ts'
import type { Doubt } from './doubt.ts'
import type { Anchors } from './year-of.ts'

/** What the sentence alone does not say. */
export type TimeContext = Anchors & {
  /** Yearless days come round every year: "hằng năm" stands near, or the document lays down rules. */
  yearly: boolean
  /** The year that the title names: "năm sau" is the one after it. */
  planYear?: number | null
}

/** A time read from a sentence, its days filled in. */
export type TimeReading = Pick<
  Deadline,
  'on' | 'from' | 'relation' | 'lastDay' | 'time' | 'precision' | 'recurrence' | 'event' | 'offset' | 'reference'
> & {
  /** Where it stands in the sentence, its word of time included. */
  index: number
  end: number
  cue: Cue
  openEnded: boolean
  exceptional: boolean
  doubts: Doubt[]
}

/** A reading that says nothing yet but where it stands. */
export const blankReading = (index: number, end: number): TimeReading => ({
  index,
  end,
  cue: 'bare',
  on: null,
  from: null as Day | null,
  relation: null,
  lastDay: null,
  time: null,
  precision: 'none',
  recurrence: null,
  event: null,
  offset: null,
  reference: null,
  openEnded: false,
  exceptional: false,
  doubts: [],
})

type Recurrence = NonNullable<Deadline['recurrence']>

/** A recurrence of which only the named fields are known. */
export const recurring = (every: Recurrence['every'], known: Partial<Recurrence> = {}): Recurrence => ({
  every,
  month: null,
  day: null,
  weekday: null,
  fromMonth: null,
  fromDay: null,
  of: null,
  relation: null,
  latest: null,
  ...known,
})
