import { capitalise } from '../../texts/capitalise.ts'
import type { Texts } from '../../texts/texts.ts'
import type { PaperUnit } from '../paper-unit.ts'
import type { Block, Section } from './blocks.ts'
import { head } from './head.ts'
import type { Layout } from './layout.ts'
import { plainDocument } from './plain.ts'
import { foot } from './signature.ts'
import { addressees, title } from './title.ts'

/** `issuer` null: how its papers look is not known; `unit`: its name inside a sentence. */
type Parts = {
  issuer: PaperUnit | null
  unit: string
  year: number
  to: string[]
  blocks: Block[]
}
type Official = Parts & { issuer: PaperUnit }

/** Others get the content alone: what stands above and below it is not the decree's, or nobody has said it. */
const isOfficial = <Some extends Parts>(parts: Some): parts is Some & Official =>
  parts.issuer !== null && parts.issuer.shape !== 'plain'

/** `UBND-VHXH` of a letter, `TTr-UBND` of a named document; empty where the house has not said its abbreviation. */
export function symbolOf(issuer: PaperUnit | null, kind: string | null): string {
  if (!issuer?.symbol) return ''
  const { symbol, drafter } = issuer
  if (kind !== null) return `${kind}-${symbol}`
  return drafter === null ? symbol : `${symbol}-${drafter}`
}

/** Only who has a seal has a clerk's office that gives numbers. */
const numberOf = (issuer: PaperUnit, kind: string | null) =>
  issuer.shape === 'sealed' ? { symbol: symbolOf(issuer, kind) } : null

function keptLine(texts: Texts, { issuer, unit }: Official): string {
  const { shape, drafter } = issuer
  if (shape !== 'sealed') return texts.t('papers.foot.keptAt', { unit })
  return drafter === null ? texts.t('papers.foot.kept') : texts.t('papers.foot.keptBy', { drafter })
}

function ends(texts: Texts, layout: Layout, parts: Official) {
  const lines = [texts.t('papers.foot.asAbove'), keptLine(texts, parts)]
  return foot(layout, parts.issuer.signer, { label: texts.t('papers.foot.recipients'), lines })
}

/** A letter (công văn): its subject below the number, to whom, the body, who signs and where copies go. */
export function letter(texts: Texts, layout: Layout, parts: Parts & { about: string }): Section {
  const { year, about, to, blocks } = parts
  if (!isOfficial(parts))
    return plainDocument(layout, { kind: texts.t('papers.letter'), about: capitalise(about), blocks })
  const top = head(texts, layout, { ...parts.issuer, year, number: numberOf(parts.issuer, null), about })
  return { landscape: false, blocks: [top, ...addressees(texts, layout, to), ...blocks, ends(texts, layout, parts)] }
}

/** A document with a name of its own (báo cáo, tờ trình): `kind` its abbreviation in the number and its name. */
export function namedDocument(
  texts: Texts,
  layout: Layout,
  parts: Parts & { kind: { short: string; name: string }; about: string },
): Section {
  const { year, kind, about, to, blocks } = parts
  if (!isOfficial(parts)) return plainDocument(layout, { kind: kind.name, about, blocks })
  const top = head(texts, layout, { ...parts.issuer, year, number: numberOf(parts.issuer, kind.short), about: null })
  const opening = [top, ...title(layout, kind.name, about), ...addressees(texts, layout, to, 0)]
  return { landscape: false, blocks: [...opening, ...blocks, ends(texts, layout, parts)] }
}
