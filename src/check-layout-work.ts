import { z } from 'zod'
import { type IncomingFile, incomingFile } from './chat/incoming.ts'
import { runInChild } from './documents/in-child.ts'
import { defaultLimits } from './documents/limits.ts'
import type { Work } from './jobs/work.ts'
import type { FileStore } from './store/file-store.ts'

const payload = z.object({ file: incomingFile })
const child = new URL('./check-layout-child.ts', import.meta.url)
const limits = { ...defaultLimits, timeoutMs: 20_000, maxUnpackedBytes: 100 * 1024 * 1024 }

type Download = (channel: string, file: IncomingFile) => Promise<Uint8Array>

/** The slow work 'check_layout': a file sent in a chat → what the checker finds, or why it is refused. Nothing of it is kept. */
export function checkLayoutWork(download: Download, files: Pick<FileStore, 'drop'>): Work {
  return async (given, account, { signal }) => {
    const { file } = payload.parse(given)
    if ((file.size ?? 0) > limits.maxBytes) return { ok: false, reason: 'too_large' }
    const bytes = await download(account.channel, file)
    if (bytes.length > limits.maxBytes) return { ok: false, reason: 'too_large' }
    if (bytes.length === 0) return { ok: false, reason: 'empty' }
    const { read, value } = await runInChild({ bytes, limits, next: null }, child, { signal })
    // A channel may have kept what was sent until it was read.
    if (!read.ok && read.reason === 'secret') await files.drop(bytes)
    return read.ok ? value : read
  }
}
