import { createWebChannel } from '../../src/channels/web.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createMemoryFileStore } from '../../src/store/file-store.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { type Doing, labelsOf, type Platform, standing, words } from './platform.ts'

export async function openWebPlatform(): Promise<Platform> {
  const database = await openDatabase(sqliteDialect(':memory:'))
  const files = createMemoryFileStore()
  const channel = createWebChannel({
    messages: database.store.webMessages,
    keepFile: files.keep,
    fileBytes: files.bytes,
    now: () => 0,
    publicUrl: 'https://thidua.example.vn',
  })
  let count = 0

  const act = async (doing: Doing, id: string): Promise<void> => {
    const from = { chat: '7', id, displayName: null, language: 'vi' as const }
    if ('says' in doing) return channel.says(from, doing.says)
    if ('opens' in doing) return channel.opens(from, doing.opens)
    if ('sends' in doing) return channel.sends(from, { name: doing.sends, mime: '', bytes: doing.bytes }, '')
    const entries = await channel.entries(['7'], 0)
    const entry = entries.find(({ message }) => message.buttons.some(({ token }) => token === doing.presses))
    await channel.presses(from, entry?.id ?? 0, doing.presses)
  }
  return {
    channel,
    async does(doing) {
      const id = String(count++)
      await act(doing, id)
      return { again: () => act(doing, id) }
    },
    async send(message, { edits = null, file = null } = {}) {
      const attachment = message.attachment && file && { ...message.attachment, hash: await files.keep(file) }
      return channel.send('7', { ...message, ...(attachment && { attachment }) }, { edits, file, pace: async () => {} })
    },
    async seen() {
      const entries = (await channel.entries(['7'], 0)).filter(({ side }) => side === 'assistant')
      const said = entries.map(async ({ id, replaces, message }) => {
        const bytes = message.attachment && (await files.bytes(message.attachment.hash))
        const file = message.attachment
          ? { name: message.attachment.name, bytes: Buffer.from(bytes ?? []).toString() }
          : null
        const seen = { text: words(message), labels: labelsOf(message), file }
        return { id: String(id), replaces: replaces === null ? null : String(replaces), seen }
      })
      return standing(await Promise.all(said))
    },
    async end() {
      await channel.stop()
      await database.close()
    },
  }
}
