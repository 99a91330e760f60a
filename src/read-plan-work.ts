import { z } from 'zod'
import { type IncomingFile, incomingFile } from './chat/incoming.ts'
import { defaultLimits } from './documents/limits.ts'
import type { Job, Work } from './jobs/work.ts'
import { readPlanFile } from './read-plan-file.ts'
import type { FileStore } from './store/file-store.ts'

const payload = z.union([z.object({ file: incomingFile }), z.object({ text: z.string() })])

type Download = (channel: string, file: IncomingFile) => Promise<Uint8Array>

/**
 * The slow work 'read_plan': a file sent in a chat (or pasted text) → the plan draft, the restored text, where the original
 * is kept, and of a scan the pictures of doubtful dates; or the reason for refusing, and then nothing is kept.
 */
export function readPlanWork(download: Download, files: FileStore): Work {
  return async (given, account, job) => {
    const asked = payload.parse(given)
    if ('text' in asked)
      return keep(files, new TextEncoder().encode(asked.text), { name: null, mime: 'text/plain' }, job)
    const { file } = asked
    if (file.size !== null && file.size > defaultLimits.maxBytes) return { ok: false, reason: 'too_large' }
    const bytes = await download(account.channel, file)
    return keep(files, bytes, { name: file.name, mime: file.mime ?? 'application/octet-stream' }, job)
  }
}

type Named = { name: string | null; mime: string }

async function keep(files: FileStore, bytes: Uint8Array, { name, mime }: Named, { signal, report }: Job) {
  const onProgress = (progress: { page: number; of: number }) => progress.of > 1 && report(progress)
  const read = await readPlanFile(bytes, {}, { signal, onProgress, onPlace: (place) => report({ place }) })
  // A channel may have kept what was sent until it was read.
  if (!read.ok && read.reason === 'secret') await files.drop(bytes)
  if (!read.ok) return read
  const pictures: { deadline: number; hash: string }[] = []
  for (const { deadline, png } of read.pictures) pictures.push({ deadline, hash: await files.keep(png) })
  return {
    ok: true,
    draft: read.draft,
    text: read.text,
    pictures,
    fileHash: await files.keep(bytes),
    fileName: name,
    mime,
  }
}
