import { createHash } from 'node:crypto'
import { createTelegramChannel } from '../../../src/channels/telegram.ts'
import { until } from '../../drills/until.ts'
import { parseHtml, startTelegramServer } from '../telegram-server.ts'
import { type Behind, openInbox, type Rig, type Shown } from './rig.ts'

type Markup = { inline_keyboard: { text: string; callback_data: string }[][] }
type Seen = Shown & { tokens: string[] }

const chat = 7

/** Telegram by long polling, over HTTP, against a server that refuses what the real one refuses. */
export async function openTelegramRig(behind?: Behind): Promise<Rig> {
  const { database, taken, takeDown } = await openInbox(behind)
  const server = await startTelegramServer()
  const channel = createTelegramChannel({
    ...{ token: server.token, apiRoot: server.root, webhook: null },
    menu: () => ({ vi: [], en: [] }),
    notice: () => {},
    broke: (_what, error) => {
      throw error
    },
  })
  let heard = 0
  const take = takeDown(channel.name)
  await channel.start(async (event) => {
    const isNew = await take(event)
    heard += 1
    return isNew
  })
  await until('it polls', () => server.polled)
  let last: { update_id: number } = { update_id: 0 }

  /** Resolves when the update has come through. */
  const arrives = async (send: () => { update_id: number }) => {
    const before = heard
    last = send()
    await until('the update is heard', () => heard > before)
    await until('it polls', () => server.polled)
  }

  /** The messages of the chat by their ids, as the server keeps them. */
  function messages(): Map<number, Seen> {
    const shown = new Map<number, Seen>()
    for (const { method, payload, files, result } of server.calls) {
      if (!/^(?:sendMessage|sendDocument|editMessageText)$/.test(method) || result === undefined) continue
      const html = String(payload.text ?? payload.caption ?? '')
      const markup = payload.reply_markup
      const keyboard = (typeof markup === 'string' ? JSON.parse(markup) : markup) as Markup | undefined
      const buttons = keyboard?.inline_keyboard.flat() ?? []
      shown.set((result as { message_id: number }).message_id, {
        text: payload.parse_mode === 'HTML' ? parseHtml(html) : html,
        buttons: buttons.map(({ text }) => text),
        tokens: buttons.map(({ callback_data }) => callback_data),
        file: files[0] ? { name: files[0].name, bytes: new Uint8Array(files[0].bytes) } : null,
      })
    }
    return shown
  }

  return {
    ...{ channel, chat: String(chat) },
    taken: () => taken,
    says: (text) => arrives(() => server.says(chat, text)),
    async presses(label, back = 0) {
      const pressed = [...messages().values()].filter(({ buttons }) => buttons.includes(label)).at(-1 - back)
      await arrives(() => server.presses(chat, pressed?.tokens[pressed.buttons.indexOf(label)] ?? ''))
    },
    sends: ({ name, bytes }) => arrives(() => server.sends(chat, name, bytes)),
    opens: (code) => arrives(() => server.says(chat, `/start ${code}`)),
    repeats: () => {
      const same = last
      return arrives(() => {
        server.again(same)
        return same
      })
    },
    async blocks() {
      server.blocked.add(chat)
      await arrives(() => server.member(chat, 'kicked'))
    },
    async returns() {
      server.blocked.delete(chat)
      await arrives(() => server.member(chat, 'member'))
    },
    shows: async () => [...messages().values()].map(({ text, buttons, file }) => ({ text, buttons, file })),
    keeps: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    async close() {
      await channel.stop()
      await server.stop()
      await database.close()
    },
  }
}
