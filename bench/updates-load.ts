import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort } from 'node:worker_threads'

/** In a thread of its own: a Telegram that answers everything, and people who write at a steady rate. */
export type Order = {
  url: string
  secret: string
  text: string
  from: number
  chats: number
  count: number
  perSecond: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 40 })

/** This instant on a clock that all threads share, in milliseconds. */
const sharedNow = () => performance.timeOrigin + performance.now()

function post({ url, secret }: Order, update: object): Promise<void> {
  const body = JSON.stringify(update)
  const headers = {
    ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    'x-telegram-bot-api-secret-token': secret,
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      response
        .resume()
        .on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`))))
    })
    sent.on('error', reject).end(body)
  })
}

async function load(order: Order): Promise<void> {
  const began = performance.now()
  const posts: Promise<void>[] = []
  for (let index = 0; index < order.count; ) {
    const due = Math.floor(((performance.now() - began) / 1000) * order.perSecond)
    for (; index < Math.min(due, order.count); index += 1) {
      const id = 1_000 + (index % order.chats)
      const from = { id, is_bot: false, first_name: 'Lan' }
      const message = { message_id: index, date: 1, from, chat: { id, type: 'private' }, text: order.text }
      posts.push(post(order, { update_id: order.from + index, message, sent_at: sharedNow() }))
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(posts)
}

let messages = 0
const telegram = createServer((incoming, response) => {
  incoming.resume().on('end', () => {
    messages += 1
    const result = { message_id: messages, id: 1, username: 'bench_bot' }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }))
  })
})
telegram.listen(0, '127.0.0.1', () => parentPort?.postMessage({ port: (telegram.address() as AddressInfo).port }))
parentPort?.on('message', async (order: Order) => {
  await load(order)
  parentPort?.postMessage({ done: true })
})
