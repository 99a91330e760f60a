import { z } from 'zod'
import { type IncomingFile, incomingFile } from './chat/incoming.ts'
import { defaultLimits } from './documents/limits.ts'
import { readFileText } from './documents/read-file-text.ts'
import { isXlsx } from './documents/read-sheet.ts'
import { sniff } from './documents/sniff.ts'
import type { Work } from './jobs/work.ts'
import { hasSecretMark } from './reading/secret-mark.ts'
import type { FileStore } from './store/file-store.ts'

const payload = z.object({ file: incomingFile })

/** What a file is read for a mark of secrecy with: its words, not what its pictures show. */
const limits = { maxScannedPages: 0, timeoutMs: 20_000 }

/** The slow work 'keep_attachment': a file sent with a registration → where it is kept; or why it is not. */
export function keepAttachmentWork(
  download: (channel: string, file: IncomingFile) => Promise<Uint8Array>,
  files: FileStore,
): Work {
  return async (given, account, { signal }) => {
    const { file } = payload.parse(given)
    if ((file.size ?? 0) > defaultLimits.maxBytes) return { ok: false, reason: 'too_large' }
    const bytes = await download(account.channel, file)
    if (bytes.length > defaultLimits.maxBytes) return { ok: false, reason: 'too_large' }
    const sniffed = isXlsx(bytes) ? null : await sniff(bytes)
    if (sniffed && !sniffed.ok) return sniffed
    if (sniffed && sniffed.kind !== 'photo') {
      const read = await readFileText(bytes, limits, { signal })
      const isSecret = read.ok ? hasSecretMark(read.text) : read.reason === 'secret'
      // A channel may have kept what was sent until it was read.
      if (isSecret) await files.drop(bytes)
      if (isSecret) return { ok: false, reason: 'secret' }
    }
    return { ok: true, hash: await files.keep(bytes), name: file.name, mime: file.mime ?? 'application/octet-stream' }
  }
}
