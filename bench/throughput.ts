import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { Telegraf } from 'telegraf'
import type { BenchRow } from './row.ts'
import { openOffice, people, secret } from './updates.ts'
import type { Order } from './updates-load.ts'

const count = 4_000
/** More than anybody takes: the posts wait for each other only. */
const asFastAsPossible = 1_000_000

/** Updates a second from the webhook to the committed row of the outbox, beside a telegraf handler that does nothing and keeps nothing. */
export async function bench(): Promise<BenchRow[]> {
  const thread = new Worker(new URL('./updates-load.ts', import.meta.url), { execArgv: [] })
  const [{ port }] = (await once(thread, 'message')) as [{ port: number }]
  const post = async (url: string, from: number, text: string) => {
    const order: Order = { url, secret, text, from, chats: people, count, perSecond: asFastAsPossible }
    thread.postMessage(order)
    await once(thread, 'message')
  }
  const office = await openOffice(`http://127.0.0.1:${port}`, { delivers: false })
  let from = 1
  const ours = async (text: string) => {
    const began = performance.now()
    await post(office.url, from, text)
    await office.idle()
    from += count
    return rate(began)
  }
  await ours('/trogiup')
  const help = await ours('/trogiup')
  const dues = await ours('/hanchot')
  await office.close()
  const bare = await bareTelegraf((url) => post(url, 1, '/trogiup'))
  await thread.terminate()
  const beside = (figure: number) =>
    `goal 1,000 a second; ${Math.round((figure / bare) * 100)} % of a bare telegraf handler, commits shared and synced`
  return [
    { name: 'updates a second, /trogiup to the outbox', figure: help, unit: '/s', beside: beside(help) },
    { name: 'updates a second, /hanchot to the outbox', figure: dues, unit: '/s', beside: beside(dues) },
    { name: 'a bare telegraf handler, no store', figure: bare, unit: '/s', beside: `${count} updates, 40 connections` },
  ]
}

const rate = (began: number) => Math.round(count / ((performance.now() - began) / 1000))

async function bareTelegraf(post: (url: string) => Promise<void>): Promise<number> {
  const bot = new Telegraf('1:bench-token')
  bot.botInfo = { id: 1, is_bot: true, first_name: 'bench', username: 'bench_bot' } as never
  bot.on('message', () => {})
  const server = createServer(bot.webhookCallback('/hook', { secretToken: secret }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  await post(url)
  const began = performance.now()
  await post(url)
  const figure = rate(began)
  server.close()
  server.closeAllConnections()
  return figure
}
