/** The process in which a form is checked and filled for a preview; as `check-layout-child.ts`. `next.name` is the kind of paper. */
import type { ChildMessage, ChildTask } from './documents/in-child.ts'
import { refuse } from './documents/refusal.ts'
import { sniff } from './documents/sniff.ts'
import { unzip } from './documents/unzip.ts'
import { checkLayout } from './papers/check/check-layout.ts'
import { checkTemplate } from './papers/templates/check-template.ts'
import { fillTemplate } from './papers/templates/fill-template.ts'
import { sampleData } from './papers/templates/sample-data.ts'
import { templateKinds } from './papers/templates/tags.ts'

process.once('message', async (task: ChildTask) => {
  const answer = await check(task).catch(
    (error: unknown): ChildMessage => ({ bug: String((error as Error)?.stack ?? error) }),
  )
  process.send?.(answer, () => process.exit())
})

const refused = (reason: Parameters<typeof refuse>[0]): ChildMessage => ({ read: refuse(reason), value: null })
const done = (value: unknown): ChildMessage => ({ read: { ok: true, text: '', kind: 'docx', pages: null }, value })

async function check({ bytes, limits, next }: ChildTask): Promise<ChildMessage> {
  const [file = new Uint8Array()] = [bytes].flat()
  const kind = templateKinds.find((one) => one === next?.name)
  const sniffed = await sniff(file)
  if (!sniffed.ok) return refused(sniffed.reason)
  if (sniffed.kind !== 'docx' || !kind) return refused('unsupported')
  const opened = unzip(file, () => true, limits.maxUnpackedBytes)
  if (!opened.ok) return refused(opened.reason)
  const problems = checkTemplate(opened.parts, kind)
  if (problems.length > 0) return done({ problems })
  // What the library refuses (a group begun inside a content control) cannot be used.
  const preview = await fillTemplate(file, sampleData(kind)).catch(() => null)
  if (!preview) return done({ problems: [{ reason: 'unreadable', tag: '', hint: '' }] })
  return done({ problems: [], preview, layout: wrongIn(preview, limits.maxUnpackedBytes) })
}

/** How much of the preview's layout is not as the decree has it. */
function wrongIn(preview: Uint8Array, most: number): number {
  const opened = unzip(preview, (name) => /\.(xml|rels)$/i.test(name), most)
  const checked = opened.ok ? checkLayout(opened.parts) : null
  return checked?.ok ? checked.findings.filter(({ severity }) => severity === 'wrong').length : 0
}
