import { createHash } from 'node:crypto'
import { createMemoryChannel } from '../../../src/channels/memory.ts'
import type { Capabilities } from '../../../src/chat/capabilities.ts'
import type { What } from '../../../src/chat/incoming.ts'
import { type Behind, openInbox, type Rig, type Shown } from './rig.ts'

/** Chats in memory, as tests of commands use them; `can`: what they lack there. */
export async function openMemoryRig(behind?: Behind, name = 'memory', can: Partial<Capabilities> = {}): Promise<Rig> {
  const { database, taken, takeDown } = await openInbox(behind)
  const channel = createMemoryChannel(name, can)
  await channel.start(takeDown(channel.name))
  const chat = 'lan'
  let count = 0
  let last: What = { kind: 'unsupported' }

  const deliver = async () => {
    const incoming = { channel: channel.name, chat, sender: chat, displayName: 'Lan', language: null, what: last }
    await channel.takeDown({ bot: 'test', updateId: String(count), incoming })
  }
  const does = async (what: What) => {
    count += 1
    last = what
    await deliver()
  }
  return {
    ...{ channel, chat },
    taken: () => taken,
    says: (text) => does({ kind: 'text', text: text.normalize('NFC') }),
    async presses(label, back = 0) {
      const buttons = channel.delivered(chat).flatMap(({ message }) => message.buttons)
      await does({ kind: 'button', token: buttons.filter((one) => one.label === label).at(-1 - back)?.token ?? '' })
    },
    sends: ({ name, bytes }) =>
      does({ kind: 'file', file: channel.offer({ name: name.normalize('NFC'), bytes }), caption: '' }),
    opens: (code) => does({ kind: 'start', code }),
    repeats: deliver,
    blocks: null,
    returns: null,
    async shows() {
      const shown = new Map<string, Shown>()
      for (const { externalId, message, file, edits } of channel.delivered(chat)) {
        const text = message.blocks.map((block) => block.text).join('\n')
        const buttons = message.buttons.map(({ label }) => label)
        const name = message.attachment?.name
        shown.set(edits ?? externalId, { text, buttons, file: file && name ? { name, bytes: file } : null })
      }
      return [...shown.values()]
    },
    keeps: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    close: () => database.close(),
  }
}
