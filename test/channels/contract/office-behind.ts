import { type Office, openOffice } from '../../chat/office.ts'
import type { Behind, Rig } from './rig.ts'

/** An office whose answers go out on the rig's channel, beside the one in memory. */
export async function openOfficeBehind(open: (behind: Behind) => Promise<Rig>, now: string) {
  // The channel is there before the office; what comes before that is nobody's.
  const offices: Office[] = []
  const rig = await open({
    takeDown: (channel) => async (event) => (await offices[0]?.assistant.loop.takeDown(channel)(event)) ?? true,
    fileBytes: async (hash) => (await offices[0]?.files.bytes(hash)) ?? null,
  })
  // The rig has started its channel; the office only sends by it.
  const channel = { ...rig.channel, start: async () => {}, stop: async () => {} }
  const office = await openOffice({ now, channels: [channel] })
  offices.push(office)
  const close = async () => {
    await office.close()
    await rig.close()
  }
  return { office, rig, close }
}
