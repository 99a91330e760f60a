import { createHash } from 'node:crypto'
import { createZaloBotChannel } from '../../../src/channels/zalo-bot.ts'
import { until } from '../../drills/until.ts'
import { startZaloServer, type ZaloEvent } from '../zalo-bot-server.ts'
import { type Behind, openInbox, type Rig } from './rig.ts'

const chat = '6ede9afa66b88fe6d6a9'

/** Zalo Bot Platform by long polling, over HTTP, against a server that refuses what the real one refuses. */
export async function openZaloBotRig(behind?: Behind): Promise<Rig> {
  const { database, taken, takeDown } = await openInbox(behind)
  const server = await startZaloServer()
  server.known.add(chat)
  const channel = createZaloBotChannel({
    ...{ token: server.token, apiRoot: server.root, webhook: null, notice: () => {} },
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
  let last: ZaloEvent | null = null

  /** Resolves when the event has come through and the next one would be heard. */
  const arrives = async (send: () => ZaloEvent) => {
    const before = heard
    last = send()
    await until('the event is heard', () => heard > before)
    await until('it polls', () => server.polled)
  }

  return {
    ...{ channel, chat },
    taken: () => taken,
    says: (text) => arrives(() => server.says(chat, text)),
    presses: async () => {},
    // What anybody sends there as a file, the platform keeps to itself.
    sends: () => arrives(() => server.event('unsupported', chat, {})),
    opens: (code) => arrives(() => server.says(chat, code)),
    repeats: () => arrives(() => server.deliver(last as ZaloEvent)),
    // Whoever blocks is not told of: test/channels/zalo-bot.test.ts.
    blocks: null,
    returns: null,
    shows: async () =>
      server.calls
        .filter(({ method, result }) => method.startsWith('send') && result !== undefined)
        .map(({ payload }) => ({ text: String(payload.text ?? payload.caption ?? ''), buttons: [], file: null })),
    keeps: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    async close() {
      await channel.stop()
      await server.stop()
      await database.close()
      if (server.mistakes.length > 0) throw new Error(server.mistakes.join('\n'))
    },
  }
}
