import type { Paper } from './nd30/blocks.ts'
import { writePaper } from './nd30/write-paper.ts'
import type { TemplateData } from './templates/fill-template.ts'
import type { Workbook } from './workbook.ts'

/**
 * A file before it is written, as plain data that another process can be given: a paper laid out, an agency's own form (the
 * hash of its file) with what fills it, or a workbook whose rows are an array.
 */
export type FileDraft =
  | { kind: 'paper'; paper: Paper }
  | { kind: 'form'; form: string; data: TemplateData }
  | { kind: 'workbook'; workbook: Workbook }

/** The bytes of the file; `form`: those of the agency's own form. The libraries are taken in only where they are wanted. */
export async function writeFileDraft(draft: FileDraft, form: Uint8Array | null): Promise<Uint8Array> {
  if (draft.kind === 'paper') return writePaper(draft.paper)
  if (draft.kind === 'workbook') return (await import('./workbook.ts')).writeWorkbook(draft.workbook)
  if (!form) throw new Error(`No form is kept under ${draft.form}.`)
  return (await import('./templates/fill-template.ts')).fillTemplate(form, draft.data)
}
