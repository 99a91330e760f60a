import type { Texts } from '../../texts/texts.ts'
import { campaignOf } from '../campaign.ts'
import { citePlan } from '../cite-plan.ts'
import { type Block, italic, type Paper, text } from '../nd30/blocks.ts'
import { ending, prose } from '../nd30/body.ts'
import { nation, placeAndDay } from '../nd30/head.ts'
import { type Layout, textWidth } from '../nd30/layout.ts'
import { twoSignatures } from '../nd30/signature.ts'
import { addressees, title } from '../nd30/title.ts'
import { honourLines } from './contents.ts'
import type { PersonRegistration } from './registration.ts'
import { itemsTable } from './tables.ts'

function signatures(texts: Texts, layout: Layout, { person, confirmer }: PersonRegistration): Block {
  const confirm = texts.t('papers.registration.confirm')
  const lines = confirmer === null ? [confirm] : [confirm, confirmer.post]
  return twoSignatures(layout, [
    { note: null, signer: { lines, alsoTitle: null, name: confirmer?.name ?? null } },
    {
      note: texts.t('papers.registration.signHere'),
      signer: { lines: [texts.t('papers.registration.registrant')], alsoTitle: null, name: person.name },
    },
  ])
}

/** What an individual registers, with the head's confirmation: no number, no copies, nothing of an agency's paper. */
export function personForm(texts: Texts, layout: Layout, registration: PersonRegistration): Paper {
  const { body, plan, person, year, to, code, place } = registration
  const campaign = campaignOf(texts, plan)
  const yearly = body.shape === 'yearly'
  const honours = yearly ? honourLines(texts, { ...body, shape: 'campaign' }) : honourLines(texts, body)
  const opening = texts.t('papers.registration.person', { plan: citePlan(texts, plan), campaign })
  const post = [person.position, person.unit].filter((part) => part !== '').join(', ')
  const blocks = [
    ...nation(texts, textWidth(layout)),
    text(italic(placeAndDay(texts, { place, year })), { align: 'right', size: 14, before: 12 }),
    ...title(layout, texts.t('papers.registration.kind'), campaign),
    ...addressees(texts, layout, to),
    ...prose(layout, texts.t('papers.registration.name', { name: person.name })),
    ...prose(layout, texts.t('papers.registration.post', { post })),
    ...prose(layout, opening),
    ...(body.items.length > 0 ? [itemsTable(texts, body.items), text([], { size: 6 })] : []),
    ...honours.flatMap((line) => prose(layout, line)),
    ending(layout, texts.t('papers.registration.pledge')),
    signatures(texts, layout, registration),
  ]
  return {
    title: texts.t('papers.registration.fileTitle', { unit: person.name, campaign }),
    code,
    author: person.unit,
    sections: [{ landscape: false, blocks }],
  }
}
