import { z } from 'zod'
import { button, message } from '../chat/message.ts'
import { formatExtension } from '../texts/local-days.ts'
import type { Composer } from './composed.ts'

const one = z.object({ id: z.string() })

/** Asks an admin for the letter behind a spoken extension; silent where it has come meanwhile. */
export const composeExtensionDocument: Composer = async (store, args, { texts }) => {
  const extension = await store.extensions.byId(one.parse(args).id)
  if (!extension || extension.document !== null) return null
  const unitName = (await store.units.byId(extension.unitId))?.name ?? ''
  const line = formatExtension(texts, { unitName, lastDay: extension.lastDay, extension })
  return message(texts.t('office.extension.askLater', { line }), [
    button(texts.t('office.extension.button.document'), 'dondoc', 'document', { id: extension.id }),
  ])
}
