import type { LaidOut } from '../document.ts'
import type { Line } from './line.ts'

/** The parts of an administrative document, as the decree names them. */
export const elements = [
  'page',
  'pageNumber',
  'text',
  'nation',
  'motto',
  'superior',
  'issuer',
  'number',
  'about',
  'placeDay',
  'type',
  'title',
  'addressee',
  'basis',
  'body',
  'centred',
  'part',
  'partTitle',
  'roman',
  'article',
  'clause',
  'point',
  'authority',
  'signer',
  'recipients',
  'recipient',
  'appendix',
  'appendixTitle',
  'appendixOf',
  'table',
] as const
export type Element = (typeof elements)[number]

/**
 * What kind of paper it is, by its head. `official`: of an office; `personal`: under the national name, of no office;
 * `content`: without a head; `party`: of the Party or the Youth Union, which have rules of their own.
 */
export type Kind = 'official' | 'personal' | 'content' | 'party'

/** A document whose parts are known. `appendix`: 0 in the main text, from 1 in appendices. */
export type Marked = { element: Element; line: Line; appendix: number }
export type Paper = {
  kind: Kind
  /** A letter (công văn): no type, but "V/v". */
  isLetter: boolean
  laidOut: LaidOut
  lines: Line[]
  marked: Marked[]
  /** The lines that are this element, in order. */
  of(...elements: Element[]): Line[]
}
