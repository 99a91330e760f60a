import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BenchRow } from './row.ts'
import { openOffice, secret } from './updates.ts'
import type { Order } from './updates-load.ts'

const chats = 1_000
const perSecond = 100

/** A thousand people who have a registration before them, and send it within ten seconds; all of them are kept. */
export async function bench(): Promise<BenchRow[]> {
  const thread = new Worker(new URL('./updates-load.ts', import.meta.url), { execArgv: [] })
  const [{ port }] = (await once(thread, 'message')) as [{ port: number }]
  const office = await openOffice(`http://127.0.0.1:${port}`, { chats })
  let from = 1
  const allSay = async (text: string) => {
    const order: Order = { url: office.url, secret, text, from, chats, count: chats, perSecond }
    from += chats
    office.took.length = 0
    thread.postMessage(order)
    await once(thread, 'message')
    await office.idle()
    return [...office.took].sort((one, other) => one - other)
  }
  await allSay('dk thi đua; Cải cách hành chính; 02 sáng kiến; Nguyễn Văn A')
  const before = process.cpuUsage()
  const took = await allSay('Gửi')
  const { user, system } = process.cpuUsage(before)
  const kept = await office.registrations()
  await office.close()
  await thread.terminate()
  if (kept !== chats) throw new Error(`${kept} registrations of ${chats} were kept.`)
  const round = (figure: number) => Math.round(figure * 10) / 10
  const at = (share: number) => round(took[Math.floor(took.length * share)] ?? Number.NaN)
  const load = `${chats} people, ${perSecond} a second, real files`
  return [
    { name: 'sending a registration, POST to outbox, median', figure: at(0.5), unit: 'ms', beside: load },
    {
      name: 'sending a registration, POST to outbox, p99',
      figure: at(0.99),
      unit: 'ms',
      beside: `goal 50 ms, ${load}`,
    },
    {
      name: 'processor time for one',
      figure: round((user + system) / 1000 / chats),
      unit: 'ms',
      beside: 'with its answers sent, and those told of it',
    },
  ]
}
