/**
 * The process in which a DOCX is checked: it gets one message `{ bytes, limits }` of `documents/in-child.ts`, which kills it
 * at its limits, and answers with one. So a hostile file holds nobody up.
 */
import type { ChildMessage, ChildTask } from './documents/in-child.ts'
import { refuse } from './documents/refusal.ts'
import { sniff } from './documents/sniff.ts'
import { unzip } from './documents/unzip.ts'
import { checkLayout } from './papers/check/check-layout.ts'
import { hasSecretMark } from './reading/secret-mark.ts'

process.once('message', async (task: ChildTask) => {
  const answer = await check(task).catch(
    (error: unknown): ChildMessage => ({ bug: String((error as Error)?.stack ?? error) }),
  )
  process.send?.(answer, () => process.exit())
})

const refused = (reason: Parameters<typeof refuse>[0]): ChildMessage => ({ read: refuse(reason), value: null })

async function check({ bytes, limits }: ChildTask): Promise<ChildMessage> {
  const [file = new Uint8Array()] = [bytes].flat()
  const sniffed = await sniff(file)
  if (!sniffed.ok) return refused(sniffed.reason)
  if (sniffed.kind !== 'docx') return refused('unsupported')
  const opened = unzip(file, (name) => /\.(xml|rels)$/i.test(name), limits.maxUnpackedBytes)
  if (!opened.ok) return refused(opened.reason)
  const checked = checkLayout(opened.parts)
  if (!checked.ok) return refused(checked.reason)
  if (hasSecretMark(checked.text)) return refused('secret')
  const { kind, findings } = checked
  return { read: { ok: true, text: '', kind: 'docx', pages: null }, value: { ok: true, kind, findings } }
}
