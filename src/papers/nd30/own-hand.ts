import type { Texts } from '../../texts/texts.ts'
import { type Block, italic, type Section, text } from './blocks.ts'
import { prose } from './body.ts'
import { nation, placeAndDay } from './head.ts'
import { type Layout, textWidth } from './layout.ts'
import { type Signer, twoSignatures } from './signature.ts'
import { addressees, title } from './title.ts'

/** Who writes for themselves; `confirmer`: who signs for the unit, null where the house has not said: then only the words stand. */
export type Writer = {
  person: { name: string; position: string; unit: string }
  /** Null: not known, left blank. */
  place: string | null
  confirmer: Signer | null
}

type Parts = Writer & {
  year: number
  kind: string
  about: string
  to: string[]
  /** As what the person signs: "Người đăng ký". */
  role: string
  blocks: Block[]
}

function signatures(texts: Texts, layout: Layout, { person, confirmer, role }: Parts): Block {
  const confirm = texts.t('papers.person.confirm')
  const unknown: Signer = { lines: [], alsoTitle: null, name: null }
  const head = confirmer ?? unknown
  return twoSignatures(layout, [
    { note: null, signer: { ...head, lines: [confirm, ...head.lines] } },
    { note: texts.t('papers.person.signHere'), signer: { lines: [role], alsoTitle: null, name: person.name } },
  ])
}

/** A person's own paper, confirmed by the head: no number, no copies, nothing of an agency's paper. */
export function ownHand(texts: Texts, layout: Layout, parts: Parts): Section {
  const { person, place, year, kind, about, to, blocks } = parts
  const post = [person.position, person.unit].filter((part) => part !== '').join(', ')
  return {
    landscape: false,
    blocks: [
      ...nation(texts, textWidth(layout)),
      text(italic(placeAndDay(texts, { place, year })), { align: 'right', size: 13, before: 12 }),
      ...title(layout, kind, about),
      ...addressees(texts, layout, to, 0),
      ...prose(layout, texts.t('papers.person.name', { name: person.name })),
      ...prose(layout, texts.t('papers.person.post', { post })),
      ...blocks,
      signatures(texts, layout, parts),
    ],
  }
}
