import type { Texts } from '../texts/texts.ts'
import { paperTable } from './aggregate-appendix.ts'
import { type AggregateTable, sheetOf } from './aggregate-frame.ts'
import { gap, type Paper } from './nd30/blocks.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { plainDocument } from './nd30/plain.ts'
import { twoSignatures } from './nd30/signature.ts'
import { writePaper } from './nd30/write-paper.ts'
import type { Workbook } from './workbook.ts'
import type { StyleName } from './workbook-styles.ts'

/** One reminder, in words; of who was not reminded all but the first and the last is empty. */
export type ProofRow = {
  /** Who was to be reminded; in the proof of one unit: of what. */
  about: string
  when: string
  how: string
  whom: string
  outcome: string
  state: string
}

/** `of`: the deadline, or the unit, that it is the proof of; `asOf`: when it was drawn up, in words. */
export type ChaseProof = { agency: string; of: string; by: 'deadline' | 'unit'; asOf: string; rows: ProofRow[] }

const widths = [6, 34, 26, 22, 28, 34, 22]
const styles: StyleName[] = ['centred', 'text', 'text', 'text', 'text', 'text', 'text']

function tableOf(texts: Texts, { by, rows }: ChaseProof): AggregateTable {
  const word = (name: 'when' | 'how' | 'whom' | 'outcome' | 'state') => texts.t(`papers.proof.column.${name}`)
  const labels = [texts.t('papers.column.number'), texts.t(`papers.proof.column.by.${by}`)]
  const cells = [...labels, ...(['when', 'how', 'whom', 'outcome', 'state'] as const).map(word)]
  return {
    ...{ name: texts.t('papers.proof.sheet'), title: texts.t('papers.proof.title').toLocaleUpperCase('vi'), widths },
    head: [{ cells, styles: 'head', height: 34 }],
    rows: () =>
      rows.map(({ about, when, how, whom, outcome, state }, index) => ({
        cells: [index + 1, about, when, how, whom, outcome, state],
        styles,
      })),
    paper: { size: 12, shares: [9, ...widths.slice(1)] },
  }
}

/** The proof of reminding, to be printed and signed by hand by whoever drew it up. */
export function layChaseProof(texts: Texts, proof: ChaseProof, layout: Layout = defaultLayout): Paper {
  const { of, asOf, rows, agency } = proof
  const title = texts.t('papers.proof.title')
  const signers = (['maker', 'head'] as const).map((one) => ({
    note: null,
    signer: { lines: [texts.t(`papers.aggregate.${one}`)], alsoTitle: null, name: null },
  }))
  const about = texts.t('papers.proof.about', { of, asOf, count: rows.length })
  const blocks = [paperTable(tableOf(texts, proof)), gap, twoSignatures(layout, signers)]
  const section = plainDocument(layout, { kind: title, about, blocks }, true)
  return { title, code: null, author: agency, sections: [section] }
}

/** The same as a DOCX file. */
export const chaseProofPaper = (...of: Parameters<typeof layChaseProof>): Promise<Uint8Array> =>
  writePaper(layChaseProof(...of), of[2])

/** The same as a workbook. */
export function chaseProofBook(texts: Texts, proof: ChaseProof): Workbook {
  const frame = { agency: proof.agency, about: proof.of, moment: proof.asOf }
  const sheet = sheetOf(texts, tableOf(texts, proof), frame)
  const title = texts.t('papers.proof.title')
  return { title, author: proof.agency, sheets: [{ ...sheet, rows: [...sheet.rows] }] }
}
