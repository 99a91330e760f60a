import { createTelegramChannel } from '../../src/channels/telegram.ts'
import type { Platform, Seen } from './platform.ts'
import { standing } from './platform.ts'
import { type Call, startTelegramServer } from './telegram-server.ts'

const plain = (html: unknown) =>
  String(html ?? '')
    .replace(/<\/?blockquote[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

function seenOf({ payload, files }: Call): Seen {
  const { reply_markup: markup } = payload
  const keyboard = (typeof markup === 'string' ? JSON.parse(markup) : markup) as
    | { inline_keyboard: { text: string }[][] }
    | undefined
  const [file] = files
  return {
    text: plain(payload.text ?? payload.caption),
    labels: keyboard?.inline_keyboard.flat().map(({ text }) => text) ?? [],
    file: file ? { name: file.name, bytes: file.bytes.toString() } : null,
  }
}

export async function openTelegramPlatform(): Promise<Platform> {
  const server = await startTelegramServer()
  const channel = createTelegramChannel({
    token: server.token,
    apiRoot: server.root,
    webhook: null,
    menu: () => ({ vi: [], en: [] }),
    notice: () => {},
    broke: (_, error) => {
      throw error
    },
  })
  const said: { id: string; replaces: string | null; seen: Seen }[] = []
  return {
    channel,
    async does(doing) {
      const update =
        'says' in doing
          ? server.says(7, doing.says)
          : 'presses' in doing
            ? server.presses(7, doing.presses)
            : 'opens' in doing
              ? server.says(7, `/start ${doing.opens}`)
              : server.sends(7, doing.sends, doing.bytes)
      return { again: async () => server.again(update) }
    },
    async send(message, { edits = null, file = null } = {}) {
      const before = server.calls.length
      const outcome = await channel.send('7', message, { edits, file, pace: async () => {} })
      const id = outcome.state === 'sent' ? (outcome.externalId ?? '') : ''
      const calls = server.calls.slice(before).filter(({ method }) => /^(?:send|edit)/.test(method))
      for (const call of calls) said.push({ id, replaces: edits, seen: seenOf(call) })
      return outcome
    },
    seen: async () => standing(said),
    async end() {
      await channel.stop()
      await server.stop()
    },
  }
}
