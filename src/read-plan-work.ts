import { z } from 'zod'
import { type IncomingFile, incomingFile } from './chat/incoming.ts'
import { defaultLimits } from './documents/limits.ts'
import type { FileBytes } from './documents/read-file-text.ts'
import type { Job, Work } from './jobs/work.ts'
import { readPlanFile } from './read-plan-file.ts'
import type { FileStore } from './store/file-store.ts'

const payload = z.union([
  z.object({ file: incomingFile }),
  z.object({ photos: z.array(incomingFile).min(1) }),
  z.object({ text: z.string() }),
])

type Download = (channel: string, file: IncomingFile) => Promise<Uint8Array>

/**
 * The slow work 'read_plan': a file or photos sent in a chat (or pasted text) → the plan draft, the restored text, where the
 * original is kept, and of a scan the pictures of doubtful dates; or the reason for refusing, and then nothing is kept.
 */
export function readPlanWork(download: Download, files: FileStore): Work {
  return async (given, account, job) => {
    const asked = payload.parse(given)
    if ('text' in asked)
      return keep(files, new TextEncoder().encode(asked.text), { name: null, mime: 'text/plain' }, job)
    const sent = 'file' in asked ? [asked.file] : asked.photos
    const bytes: Uint8Array[] = []
    for (const file of sent) {
      const size = bytes.reduce((sum, { length }) => sum + length, file.size ?? 0)
      if (size > defaultLimits.maxBytes) return { ok: false, reason: 'too_large' }
      bytes.push(await download(account.channel, file))
    }
    const [first] = sent
    const named = { name: first?.name ?? null, mime: first?.mime ?? 'application/octet-stream' }
    return keep(files, bytes.length === 1 ? (bytes[0] ?? new Uint8Array()) : bytes, named, job)
  }
}

type Named = { name: string | null; mime: string }

async function keep(files: FileStore, bytes: FileBytes, named: Named, { signal, report }: Job) {
  const onProgress = (progress: { page: number; of: number }) => progress.of > 1 && report(progress)
  const read = await readPlanFile(bytes, {}, { signal, onProgress, onPlace: (place) => report({ place }) })
  const sent = [bytes].flat()
  // A channel may have kept what was sent until it was read.
  if (!read.ok && read.reason === 'secret') for (const one of sent) await files.drop(one)
  if (!read.ok) return read
  const pictures: { deadline: number; hash: string }[] = []
  for (const { deadline, png } of read.pictures) pictures.push({ deadline, hash: await files.keep(png) })
  // Photos of one document are kept as one: its pages in order, to be opened with one tap.
  const { bound } = read
  const { name, mime } = bound ? { name: `ban-chup-${sent.length}-trang.pdf`, mime: 'application/pdf' } : named
  return {
    ok: true,
    draft: read.draft,
    text: read.text,
    pictures,
    fileHash: await files.keep(bound ?? sent[0] ?? new Uint8Array()),
    fileName: name,
    mime,
  }
}
