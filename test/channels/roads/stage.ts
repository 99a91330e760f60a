import { agencyKey } from '../../../src/domain/agency.ts'
import { openPages } from '../../../src/open-pages.ts'
import { openSmallOffice } from '../../web/small-office.ts'
import { openOfficeBehind } from '../contract/office-behind.ts'
import type { Behind, Rig } from '../contract/rig.ts'

export type Sent = { name: string; bytes: Uint8Array }
export type Stage = Awaited<ReturnType<typeof openStage>>

const agency = { name: 'UBND xã Ea Mẫu', office: 'Văn phòng – thống kê xã', phone: '0262 123 4567' }
const ours = 'https://thidua.example.vn'

/** An office with a channel, whose one chat there is lent to whoever plays a road, and what they do in what the channel has. */
export async function openStage(open: (behind: Behind) => Promise<Rig>, now: string) {
  const { office, rig, close } = await openOfficeBehind(open, now)
  const { store } = office.database
  await store.settings.set(agencyKey, agency)
  const { assistant, files, links } = office
  const pages = openPages({ assistant, files, links, channels: [rig.channel], realNow: Date.now })
  const { web } = await openSmallOffice({ pages })

  // Whoever comes is a stranger first.
  await rig.says('xin chào')
  const account = await store.accounts.bySender(rig.channel.name, rig.taken().at(-1)?.sender ?? '')
  await office.settle()

  const said = async () => (await rig.shows()).map(({ text }) => text).join('\n')
  const newestLink = async (path: string) =>
    [...(await said()).matchAll(new RegExp(`${ours}(/${path}/\\S+)`, 'gu'))].at(-1)?.[1]

  async function uploads({ name, bytes }: Sent): Promise<void> {
    // What is sent as a file all the same is answered with the page.
    await rig.sends({ name, bytes })
    await office.settle()
    const body = new FormData()
    body.append('file', new File([new Uint8Array(bytes)], name))
    const answer = await web.request((await newestLink('gui')) ?? '', { method: 'POST', body })
    if (answer.status !== 200) throw new Error(`The page answers ${answer.status} to ${name}.`)
  }

  const does = async (act: Promise<void>) => {
    await act
    await office.settle()
  }
  return {
    ...{ office, rig, close, said },
    /** From now on the chat is that person's, and nothing of the one before is open in it. */
    async becomes(personId: string): Promise<void> {
      const id = account?.id ?? ''
      await store.accounts.link(id, personId, office.clock.now())
      for (const list of await store.openChoices.of(id))
        await store.openChoices.put(id, { ...list, choices: [] }, office.clock.now())
    },
    says: (text: string) => does(rig.says(text)),
    /** By a button where there are buttons, by its words where there are none. */
    chooses: (label: string) => does(rig.channel.can.buttons ? rig.presses(label) : rig.says(label.toLowerCase())),
    sends: (file: Sent) => does(rig.channel.can.filesIn ? rig.sends(file) : uploads(file)),
    /** The bytes of the newest file: in the chat, or behind its link. */
    async fetches(): Promise<Uint8Array> {
      if (rig.channel.can.filesOut) return (await rig.shows()).at(-1)?.file?.bytes ?? new Uint8Array()
      const answer = await web.request((await newestLink('tep')) ?? '')
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}
