import { z } from 'zod'
import { type IncomingFile, incomingFile } from './chat/incoming.ts'
import { runInChild } from './documents/in-child.ts'
import { defaultLimits } from './documents/limits.ts'
import type { Work } from './jobs/work.ts'
import { templateKinds } from './papers/templates/tags.ts'
import type { FileStore } from './store/file-store.ts'

const payload = z.object({ file: incomingFile, kind: z.enum(templateKinds) })
const child = new URL('./check-template-child.ts', import.meta.url)
const limits = { ...defaultLimits, maxBytes: 5 * 1024 * 1024, timeoutMs: 20_000, maxUnpackedBytes: 30 * 1024 * 1024 }

type Download = (channel: string, file: IncomingFile) => Promise<Uint8Array>
type Checked = { problems: unknown[]; preview?: Uint8Array; layout?: number }

/**
 * The slow work 'check_template': a form sent in a chat → where it and a preview filled with sample data are kept, or all that is
 * wrong with it, or why it is refused; then nothing is kept.
 */
export function checkTemplateWork(download: Download, files: Pick<FileStore, 'keep'>): Work {
  return async (given, account, { signal }) => {
    const { file, kind } = payload.parse(given)
    const bytes = await download(account.channel, file)
    if (bytes.length > limits.maxBytes) return { ok: false, reason: 'too_heavy' }
    if (bytes.length === 0) return { ok: false, reason: 'empty' }
    const { read, value } = await runInChild({ bytes, limits, next: { module: '', name: kind } }, child, { signal })
    if (!read.ok) return read
    // Our own child made it.
    const { problems, preview, layout } = value as Checked
    if (!preview) return { ok: false, reason: 'problems', problems }
    return { ok: true, hash: await files.keep(bytes), preview: await files.keep(preview), layout }
  }
}
