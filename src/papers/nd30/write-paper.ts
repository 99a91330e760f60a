import type { Paper } from './blocks.ts'
import { defaultLayout, type Layout } from './layout.ts'

/** A paper as the bytes of a DOCX file. The library that writes it (20 MB) is taken in only when a first paper is wanted. */
export const writePaper = async (paper: Paper, layout: Layout = defaultLayout): Promise<Uint8Array> =>
  (await import('./docx-paper.ts')).docxPaper(paper, layout)
