import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolder, startProgram } from '../test/drills/program.ts'
import { type BenchRow, median } from './row.ts'

const rounds = 5
/** A program that nobody talks to: after this long what its start has used is given back. */
const idleMs = 5_000

/** The real program in demo mode on an empty folder: how soon it answers, and what it holds when nobody asks. */
export async function bench(): Promise<BenchRow[]> {
  const starts: number[] = []
  const replies: number[] = []
  let idle = 0
  for (let round = 0; round < rounds; round += 1) {
    const { folder, remove } = await dataFolder()
    const began = performance.now()
    const program = await startProgram({ DATA_DIR: folder })
    const listening = performance.now()
    await firstReply(program.address)
    replies.push(performance.now() - listening)
    starts.push(performance.now() - began)
    if (round === rounds - 1) {
      await sleep(idleMs)
      idle = residentMegabytes(program.pid)
    }
    await program.stop()
    await remove()
  }
  return [
    row(
      'from an empty folder to the first reply',
      Math.round(median(starts)),
      'ms',
      'goal 1000 ms; sample data loaded',
    ),
    row('from opening the page to the first reply', Math.round(median(replies)), 'ms', 'goal 1000 ms, over HTTP'),
    row('memory, idle', idle, 'MB', 'goal 150 MB, resident, five seconds after an answer'),
  ]
}

const row = (name: string, figure: number, unit: string, beside: string): BenchRow => ({ name, figure, unit, beside })

/** Opens a chat of the page and waits until the assistant has said something there. */
async function firstReply(address: string): Promise<void> {
  const events = await fetch(`${address}/chat/events`)
  const post = fetch(`${address}/chat/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat: 'demo-official', id: 'start', kind: 'start' }),
  })
  let text = ''
  const reader = (events.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  while (!text.includes('"side":"assistant"')) text += (await reader.read()).value ?? ''
  await reader.cancel()
  if (!(await post).ok) throw new Error('The chat was not opened.')
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/^VmRSS:\s+(?<kilobytes>\d+)/m.exec(status)?.groups?.kilobytes) / 1024)
}
