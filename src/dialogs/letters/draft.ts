import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { docxMime } from '../../papers/draft-file-name.ts'
import { type PaperUnit, paperUnitKey, paperUnitSchema } from '../../papers/paper-unit.ts'
import { mayDeclare } from '../thethucgiay/begin.ts'

/** How the papers of a unit look; null where nobody has said so yet. */
export const issuerOf = ({ store }: Pick<Turn, 'store'>, unitId: string): Promise<PaperUnit | null> =>
  store.settings.get(paperUnitKey(unitId), paperUnitSchema)

/** Has the unit a head and a foot that are the decree's, so that somebody signs in them? */
export const hasSigner = (issuer: PaperUnit | null): boolean => issuer !== null && issuer.shape !== 'plain'

type Draft = { bytes: Uint8Array; name: string; words: string; issuerId: string }

/** Sends a draft; where it is the content alone, since nobody has said how the unit's papers look, with the offer to say so. */
export async function sendDraft(turn: Turn, { bytes, name, words, issuerId }: Draft): Promise<void> {
  const { texts, services } = turn
  const attachment = { hash: await services.keepFile(bytes), name, mime: docxMime }
  const isUnknown = (await issuerOf(turn, issuerId)) === null && (await mayDeclare(turn, issuerId))
  const declare = button(texts.t('papers.unit.declare'), 'thethuc', 'declare', { unitId: issuerId, paper: null })
  const said = isUnknown ? `${words}\n${texts.t('letters.contentOnly')}` : words
  turn.reply({ ...message(said, isUnknown ? [declare] : []), attachment })
}
