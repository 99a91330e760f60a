/** The process in which a list is read; started and watched by `in-child.ts`, so that a hostile workbook holds up nobody. */
import type { ChildMessage, ChildTask } from './in-child.ts'
import { readSheetBytes } from './read-sheet.ts'

process.once('message', async ({ bytes }: ChildTask) => {
  const answer = await readSheetBytes([bytes].flat()[0] ?? new Uint8Array()).then(
    (value): ChildMessage => ({ read: { ok: true, text: '', kind: 'text', pages: null }, value }),
    (error: unknown): ChildMessage => ({ bug: String((error as Error)?.stack ?? error) }),
  )
  process.send?.(answer, () => process.exit())
})
