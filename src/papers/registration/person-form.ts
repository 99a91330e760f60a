import { capitalise } from '../../texts/capitalise.ts'
import type { Texts } from '../../texts/texts.ts'
import { campaignOf } from '../campaign.ts'
import { citePlan } from '../cite-plan.ts'
import { gap, type Paper } from '../nd30/blocks.ts'
import { ending, prose } from '../nd30/body.ts'
import type { Layout } from '../nd30/layout.ts'
import { ownHand } from '../nd30/own-hand.ts'
import { honourLines } from './contents.ts'
import type { PersonRegistration } from './registration.ts'
import { itemsTable } from './tables.ts'

/** What an individual registers, with the head's confirmation. */
export function personForm(texts: Texts, layout: Layout, registration: PersonRegistration): Paper {
  const { body, plan, person, code } = registration
  const campaign = campaignOf(texts, plan)
  const opening = texts.t('papers.registration.person', { plan: citePlan(texts, plan), campaign })
  const blocks = [
    ...prose(layout, opening),
    ...(body.items.length > 0 ? [itemsTable(texts, body.items), gap] : []),
    // A person's title stands in no table, whatever the shape.
    ...honourLines(texts, { ...body, shape: 'campaign' }).flatMap((line) => prose(layout, line)),
    ending(layout, texts.t('papers.registration.pledge')),
  ]
  const words = { kind: texts.t('papers.registration.kind'), about: capitalise(campaign) }
  const role = texts.t('papers.registration.registrant')
  return {
    title: texts.t('papers.registration.fileTitle', { unit: person.name, campaign }),
    code,
    author: person.unit,
    sections: [ownHand(texts, layout, { ...registration, ...words, role, blocks })],
  }
}
