/** What a column of a table holds. */
export type Role = 'ordinal' | 'task' | 'actor' | 'partner' | 'recipient' | 'time' | 'note'

/** One row of a table: its words as they stand, and what its cells hold. */
export type TableRow = {
  text: string
  /** Each cell by its column; a column that the row leaves empty is missing. */
  cells: Partial<Record<Role, string>>
  /** The head of the column of times: `Thời hạn hoàn thành`; `` where none is named. */
  timeHead: string
  /** Does the row name the columns? */
  isHead: boolean
}

/** Rows by the line that they begin on, and the lines that belong to the row begun above. */
export type Tables = { rows: Map<number, TableRow>; covered: Set<number> }
