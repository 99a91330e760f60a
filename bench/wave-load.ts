import { parentPort, workerData } from 'node:worker_threads'
import { loadEmulator } from '../test/emulator/emulator.ts'

/** In a thread of its own: the Telegram emulator with its limits enforced, and so many people who have started the bot. */
export type Crowd = { people: number; from: number; token: string }
/** What has come to it so far: when, of which chats, and how often it was too much. */
export type Arrived = { at: number[]; chats: number; refused: number }

type Answer = { ok: boolean; result: { update_id: number }[] }

const { people, from, token } = workerData as Crowd
const library = await loadEmulator()
if (!library) parentPort?.postMessage(null)
else {
  const emulator = await library.start({ token, port: 0, limits: 'enforce' })
  for (let id = from; id < from + people; id += 1)
    emulator.say(emulator.createUser({ id, first_name: 'Lan', language_code: 'vi' }), { chat: id, text: '/start' })
  // What they said to start the bot was answered long ago.
  const poll = async (offset: number) =>
    (await (await fetch(`${emulator.url}/bot${token}/getUpdates?offset=${offset}`)).json()) as Answer
  const last = (await poll(-1)).result.at(-1)?.update_id ?? 0
  await poll(last + 1)

  parentPort?.on('message', () => {
    const sent = emulator.calls({ method: 'sendMessage' }).filter(({ ok }) => ok)
    const arrived: Arrived = {
      at: sent.map(({ at }) => at),
      chats: new Set(sent.map(({ args }) => String(args.chat_id))).size,
      refused: emulator.calls({ method: 'sendMessage', ok: false }).length,
    }
    parentPort?.postMessage(arrived)
  })
  parentPort?.postMessage({ root: emulator.url })
}
