import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Originals and papers, kept by the SHA-256 of their bytes. */
export type FileStore = {
  keep(bytes: Uint8Array): Promise<string>
  bytes(hash: string): Promise<Uint8Array | null>
  /** Forgets these bytes, for what must not be kept. */
  drop(bytes: Uint8Array): Promise<void>
  /** Forgets what was kept before an instant and is not to stay, half-written files too; returns how many. */
  sweep(of: { kept: ReadonlySet<string>; before: number }): Promise<number>
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A file store in a folder; a file is written beside its place and moved there, so none stands half written. */
export function createFileStore(folder: string): FileStore {
  let kept = 0
  return {
    async keep(bytes) {
      const hash = hashOf(bytes)
      await mkdir(folder, { recursive: true })
      // The same bytes may come twice at once.
      const beside = join(folder, `${hash}.${process.pid}.${kept++}.part`)
      await writeFile(beside, bytes, { flush: true })
      await rename(beside, join(folder, hash))
      return hash
    },
    async bytes(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null
      return readFile(join(folder, hash)).catch(() => null)
    },
    drop: (bytes) => rm(join(folder, hashOf(bytes)), { force: true }),
    async sweep({ kept, before }) {
      let count = 0
      for (const name of await readdir(folder).catch(() => [])) {
        if (kept.has(name)) continue
        const path = join(folder, name)
        // Asked at the last moment: what is kept once more is young again.
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
        if (mtimeMs >= before) continue
        await rm(path, { force: true })
        count += 1
      }
      return count
    },
  }
}
