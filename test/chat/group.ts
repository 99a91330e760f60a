import type { What } from '../../src/chat/incoming.ts'
import type { Office, Speaker } from './office.ts'

type Somebody = Pick<Speaker, 'chat'> | null

/** A group chat in a test: the group is the sender, whoever speaks stands beside (null: an anonymous admin). */
export function openGroup(office: Office, chat: string, title: string) {
  let heard = 0
  let count = 0
  let name = title
  const delivered = () => office.channel.delivered(chat)
  const does = async (by: Somebody, what: What): Promise<string[]> => {
    count += 1
    await office.channel.takeDown({
      ...{ bot: 'test', updateId: `${chat}:${count}` },
      incoming: {
        ...{ channel: office.channel.name, chat, sender: chat, displayName: null, language: null, what },
        group: { title: name, by: by?.chat ?? null },
      },
    })
    await office.settle()
    return hears()
  }
  function hears(): string[] {
    const fresh = delivered().slice(heard)
    heard = delivered().length
    return fresh.map(({ message }) =>
      [...message.blocks.map(({ text }) => text), ...message.buttons.map(({ label }) => `[${label}]`)].join('\n'),
    )
  }
  return {
    chat,
    does,
    hears,
    says: (by: Somebody, text: string) => does(by, { kind: 'text', text }),
    presses(by: Somebody, label: string) {
      const buttons = delivered().flatMap(({ message }) => message.buttons)
      const token = buttons.findLast((button) => button.label === label)?.token ?? ''
      return does(by, { kind: 'button', token })
    },
    rename(to: string) {
      name = to
      return does(null, { kind: 'titled' })
    },
  }
}

export type GroupChat = ReturnType<typeof openGroup>
