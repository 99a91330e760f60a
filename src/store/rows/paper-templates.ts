import type { Instant } from '../../domain/day.ts'

/** An agency's own form for a kind of paper (papers/templates/tags.ts), used by the unit and those below it. */
export type PaperTemplateRow = {
  id: string
  unit_id: string
  kind: string
  file_hash: string
  file_name: string
  changed_at: Instant
  changed_by: string
}
