import { z } from 'zod'
import type { Work } from './jobs/work.ts'
import type { FileDraft } from './papers/file-draft.ts'
import type { FileStore } from './store/file-store.ts'
import { workApart } from './work-apart.ts'

const payload = z.object({ draft: z.custom<FileDraft>(), name: z.string(), mime: z.string() })
const bytes = z.instanceof(Uint8Array)
const child = new URL('./write-file-child.ts', import.meta.url)
const bounds = { heapMb: 400, mostMs: 60_000 }

/** The slow work 'write_file': the draft of a file too large for a turn → the file, kept. */
export function writeFileWork(files: Pick<FileStore, 'keep' | 'bytes'>): Work {
  return async (given, _account, { signal }) => {
    const { draft, name, mime } = payload.parse(given)
    const form = draft.kind === 'form' ? await files.bytes(draft.form) : null
    const written = bytes.parse(await workApart(child, { draft, form }, { ...bounds, signal }))
    return { ok: true, file: { hash: await files.keep(written), name, mime } }
  }
}
