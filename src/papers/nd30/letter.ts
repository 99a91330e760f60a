import type { Texts } from '../../texts/texts.ts'
import type { PaperUnit } from '../paper-unit.ts'
import type { Block, Section } from './blocks.ts'
import { head } from './head.ts'
import type { Layout } from './layout.ts'
import { foot } from './signature.ts'
import { addressees, title } from './title.ts'

/** `unit`: the issuer's name inside a sentence; `recipients`: copies, between "Như trên" and what is kept. */
type Parts = {
  issuer: PaperUnit
  unit: string
  year: number
  to: string[]
  blocks: Block[]
  recipients?: string[]
}

/** `UBND-VHXH` of a letter, `TTr-UBND` of a named document; empty where the house has not said its abbreviation. */
export function symbolOf({ symbol, drafter }: PaperUnit, kind: string | null): string {
  if (symbol === null) return ''
  if (kind !== null) return `${kind}-${symbol}`
  return drafter === null ? symbol : `${symbol}-${drafter}`
}

/** Only who has a seal has a clerk's office that gives numbers. */
const numberOf = (issuer: PaperUnit, kind: string | null) =>
  issuer.shape === 'sealed' ? { symbol: symbolOf(issuer, kind) } : null

function keptLine(texts: Texts, { issuer, unit }: Parts): string {
  const { shape, drafter } = issuer
  if (shape !== 'sealed') return texts.t('papers.foot.keptAt', { unit })
  return drafter === null ? texts.t('papers.foot.kept') : texts.t('papers.foot.keptBy', { drafter })
}

function ends(texts: Texts, layout: Layout, parts: Parts) {
  const lines = [texts.t('papers.foot.asAbove'), ...(parts.recipients ?? []), keptLine(texts, parts)]
  return foot(layout, parts.issuer.signer, { label: texts.t('papers.foot.recipients'), lines })
}

/** A letter (công văn): its subject below the number, to whom, the body, who signs and where copies go. */
export function letter(texts: Texts, layout: Layout, parts: Parts & { about: string }): Section {
  const { issuer, year, about, to, blocks } = parts
  const top = head(texts, layout, { ...issuer, year, number: numberOf(issuer, null), about })
  return { landscape: false, blocks: [top, ...addressees(texts, layout, to), ...blocks, ends(texts, layout, parts)] }
}

/** A document with a name of its own (báo cáo, tờ trình): `kind` its abbreviation in the number and its name. */
export function namedDocument(
  texts: Texts,
  layout: Layout,
  parts: Parts & { kind: { short: string; name: string }; about: string },
): Section {
  const { issuer, year, kind, about, to, blocks } = parts
  const top = head(texts, layout, { ...issuer, year, number: numberOf(issuer, kind.short), about: null })
  return {
    landscape: false,
    blocks: [
      top,
      ...title(layout, kind.name, about),
      ...addressees(texts, layout, to, 0),
      ...blocks,
      ends(texts, layout, parts),
    ],
  }
}
