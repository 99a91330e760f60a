import { createMemoryChannel } from '../../src/channels/memory.ts'
import type { Incoming, What } from '../../src/chat/incoming.ts'
import { type Doing, labelsOf, type Platform, standing, words } from './platform.ts'

export async function openMemoryPlatform(): Promise<Platform> {
  const channel = createMemoryChannel()
  let count = 0

  const whatOf = (doing: Doing): What => {
    if ('says' in doing) return { kind: 'text', text: doing.says }
    if ('presses' in doing) return { kind: 'button', token: doing.presses }
    if ('opens' in doing) return { kind: 'start', code: doing.opens }
    return { kind: 'file', file: channel.offer({ name: doing.sends, bytes: doing.bytes }), caption: '' }
  }
  return {
    channel,
    async does(doing) {
      const person = { chat: '7', sender: '7', displayName: null, language: null }
      const incoming: Incoming = { channel: channel.name, ...person, what: whatOf(doing) }
      const event = { bot: 'memory', updateId: String(count++), incoming }
      await channel.takeDown(event)
      return { again: async () => void (await channel.takeDown(event)) }
    },
    send: (message, { edits = null, file = null } = {}) =>
      channel.send('7', message, { edits, file, pace: async () => {} }),
    seen: async () =>
      standing(
        channel.delivered('7').map(({ externalId, message, file, edits }) => ({
          id: externalId,
          replaces: edits,
          seen: {
            text: words(message),
            labels: labelsOf(message),
            file: file && { name: message.attachment?.name ?? '', bytes: Buffer.from(file).toString() },
          },
        })),
      ),
    end: () => channel.stop(),
  }
}
