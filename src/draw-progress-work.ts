import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Painter } from './draw-pictures.ts'
import type { Work } from './jobs/work.ts'
import { progressPicture } from './papers/pictures/progress-picture.ts'
import type { FileStore } from './store/file-store.ts'

const payload = z.object({ picture: progressPicture, name: z.string() })
const mime = 'image/png'
/** How many drawn pictures are remembered, by what they show. */
const mostKnown = 200

/** The slow work 'draw_progress': a picture in words and numbers → a PNG that is kept. The same picture is drawn once. */
export function drawProgressWork({
  files,
  painter,
}: {
  files: Pick<FileStore, 'keep' | 'bytes'>
  painter: Painter
}): Work {
  const known = new Map<string, string>()
  return async (given) => {
    const { picture, name } = payload.parse(given)
    const shows = createHash('sha256').update(JSON.stringify(picture)).digest('hex')
    const before = known.get(shows)
    const isThere = before !== undefined && (await files.bytes(before)) !== null
    const hash = isThere ? before : await files.keep(await painter.draw(picture))
    known.delete(shows)
    known.set(shows, hash)
    const [oldest] = known.keys()
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
    return { ok: true, file: { hash, name, mime } }
  }
}
