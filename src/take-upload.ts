import type { TakeDown } from './chat/incoming.ts'
import { isXlsx } from './documents/read-sheet.ts'
import { sniff } from './documents/sniff.ts'
import type { FileStore } from './store/file-store.ts'
import type { Store } from './store/store.ts'
import type { Uploads } from './web/pages/upload-routes.ts'

/** The page is the sender's "bot": the link itself is the id, so that each is taken down once. */
const bot = 'page'

/** Files given on the upload page: kept, and taken down as events of the chat that asked for them. A link: "<account> <message>". */
export function createUploads(parts: {
  store: Store
  files: FileStore
  takeDown: (channel: string) => TakeDown
}): Uploads {
  const { store, files, takeDown } = parts
  const accountOf = (link: string) => store.accounts.byId(link.split(' ')[0] ?? '')
  return {
    async used(link) {
      const account = await accountOf(link)
      return account !== undefined && (await store.inbox.has(account.channel, bot, link))
    },
    async refuses(bytes) {
      // A list of people is taken too, by the question that asks for one.
      if (isXlsx(bytes)) return null
      const sniffed = await sniff(bytes)
      return sniffed.ok ? null : `documents.refused.${sniffed.reason}`
    },
    async take(link, { name, mime, bytes }) {
      const account = await accountOf(link)
      if (!account?.person_id || account.blocked_at !== null) return 'gone'
      const file = { ref: `kept:${await files.keep(bytes)}`, name, mime: mime || null, size: bytes.byteLength }
      const { channel, chat, sender, language } = account
      const what = { kind: 'file' as const, file, caption: '' }
      const incoming = { channel, chat, sender, displayName: null, language, what }
      return (await takeDown(channel)({ bot, updateId: link, incoming })) ? 'taken' : 'used'
    },
  }
}
