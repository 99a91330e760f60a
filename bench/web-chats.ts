import { readFileSync } from 'node:fs'
import { Agent, type ClientRequest, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../src/clock.ts'
import { createSessions } from '../src/store/sessions.ts'
import type { Store } from '../src/store/store.ts'
import { withStore } from '../test/drills/office-files.ts'
import { dataFolder, startProgram } from '../test/drills/program.ts'
import { type BenchRow, median } from './row.ts'

const chats = 1_000
const atOnce = 25
const settleMs = 5_000

/** The real program with a thousand web chats open: each asks once and is answered on its open line. */
export async function bench(): Promise<BenchRow[]> {
  const { folder, remove } = await dataFolder()
  const cookies = await withStore(folder, seedPeople)
  const program = await startProgram({ DATA_DIR: folder, WEB_CHAT: 'on', CLOCK: 'system' })
  const lines: Line[] = []
  await eachOf(cookies, async (cookie) => void lines.push(await openLine(program.address, cookie)))
  await sleep(settleMs)
  const open = residentMegabytes(program.pid)
  const took: number[] = []
  await eachOf(lines, async (line) => void took.push(await line.ask()))
  const answered = residentMegabytes(program.pid)
  for (const line of lines) line.close()
  await program.stop()
  await remove()
  const beside = `goal 300 MB, resident, ${chats} web chats open`
  return [
    { name: `memory, ${chats} web chats open`, figure: open, unit: 'MB', beside },
    { name: `memory, each of ${chats} answered`, figure: answered, unit: 'MB', beside },
    {
      ...{ name: 'web chat, asked to answered, median', figure: Math.round(median(took)), unit: 'ms' },
      beside: `${took.length} answers, ${atOnce} at once, over the open lines`,
    },
  ]
}

async function seedPeople(store: Store): Promise<string[]> {
  const sessions = createSessions(store, systemClock.now)
  const unitId = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
  const cookies: string[] = []
  for (let index = 0; index < chats; index += 1) {
    const personId = await store.people.add({ name: `Nguyễn Thị Lan ${index}`, position: '', language: 'vi' })
    const sender = `bench-${index}`
    const account = await store.accounts.seen({ channel: 'web', chat: sender, sender, language: null, at: 0 })
    await store.accounts.link(account.id, personId, 0)
    await store.people.addRole({ personId, unitId, role: 'official' }, 0)
    cookies.push(`session=${await sessions.make(sender, 'Chrome, Linux')}`)
  }
  return cookies
}

/** Some at a time, all in the end. */
async function eachOf<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  const one = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

type Line = { ask(): Promise<number>; close(): void }
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

/** Opens the stream of one chat; resolves when it stands. */
function openLine(address: string, cookie: string): Promise<Line> {
  return new Promise((resolve, reject) => {
    let heard = (_text: string) => {}
    const stream: ClientRequest = request(`${address}/chat/events`, { headers: { cookie }, agent: false })
    const ask = async () => {
      const began = performance.now()
      const answered = new Promise<void>((done) => {
        heard = (text) => text.includes('"side":"assistant"') && done()
      })
      await Promise.all([post(address, cookie), answered])
      return performance.now() - began
    }
    stream.on('error', reject).on('response', (response) => {
      response.setEncoding('utf8').on('error', () => {})
      response.on('data', (text: string) => {
        if (text.includes('event: ready')) resolve({ ask, close: () => stream.destroy() })
        heard(text)
      })
    })
    stream.end()
  })
}

function post(address: string, cookie: string): Promise<void> {
  const body = JSON.stringify({ chat: 'me', id: 'bench', kind: 'text', text: '/hanchot' })
  const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = request(`${address}/chat/messages`, { method: 'POST', headers, agent }, (response) => {
      const isTaken = response.statusCode === 202
      response.resume().on('end', () => (isTaken ? resolve() : reject(new Error(`Not taken: ${response.statusCode}`))))
    })
    sent.on('error', reject).end(body)
  })
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/^VmRSS:\s+(?<kilobytes>\d+)/m.exec(status)?.groups?.kilobytes) / 1024)
}
