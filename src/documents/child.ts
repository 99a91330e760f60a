/**
 * The process in which a file is read; started by `in-child.ts` and killed by it when it takes too long or too much.
 * It gets one message `{ bytes, limits, next }` and answers with one, then ends; of a scan it asks for its turn first and
 * tells of each page. `next` names a module and one of its exports, a function that is given the words, and the lines and
 * pictures of a scan, and whose answer goes along as `value`: so a hostile text cannot hold up the parent either, and this
 * folder need not know who reads the words.
 */
import type { ScannedLine } from '../domain/scanned-line.ts'
import type { ChildMessage, ChildResult, ChildTask } from './in-child.ts'
import { readBytes } from './read-bytes.ts'
import { refuse } from './refusal.ts'
import type { Scan } from './scan/scan.ts'
import type { Scanning } from './scan/scanning.ts'

process.once('message', async (task: ChildTask) => {
  const answer = await answerTo(task).catch(failed)
  process.send?.(answer, () => process.exit())
})

/** A text too large for the stack is one more that takes too much; anything else is a bug. */
function failed(error: unknown): ChildMessage {
  const stack = String((error as Error)?.stack ?? error)
  return /call stack size/.test(stack) ? { read: refuse('too_heavy'), value: null } : { bug: stack }
}

const tell = (message: ChildMessage) => process.send?.(message)

async function answerTo({ bytes, limits, next }: ChildTask): Promise<ChildResult> {
  const scanning: Scanning = { begin: askForTurn, progress: (progress) => tell({ progress }), pictures: new Map() }
  const read = await readBytes(bytes, limits, scanning)
  if (!read.ok || next === null) return { read, value: null }

  const module: Record<string, (text: string, scan: Scan | null) => unknown> = await import(next.module)
  const apply = module[next.name]
  if (apply === undefined) throw new Error(`${next.module} exports no ${next.name}`)
  return { read, value: await apply(read.text, read.lines ? scanOf([bytes].flat(), read.lines, scanning) : null) }
}

function askForTurn(pages: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  process.once('message', () => resolve())
  tell({ scan: pages })
  return promise
}

const scanOf = (files: Uint8Array[], lines: ScannedLine[], { pictures }: Scanning): Scan => ({
  lines,
  async cutOut(page, box) {
    const picture = pictures.get(page)
    const { cutOut } = await import('./scan/picture.ts')
    return picture ? cutOut(picture, box) : null
  },
  async bound() {
    if (files.length < 2) return null
    const { photosToPdf } = await import('./photos-to-pdf.ts')
    return photosToPdf(files, async (page) => pictures.get(page) ?? null)
  },
})
