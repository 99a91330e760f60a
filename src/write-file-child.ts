/** The process in which a large file is written: a draft, and its form where it has one, → its bytes (write-file-work.ts). */
import { answerParent } from './answer-parent.ts'
import { type FileDraft, writeFileDraft } from './papers/file-draft.ts'

answerParent((task) => {
  const { draft, form } = task as { draft: FileDraft; form: Uint8Array | null }
  return writeFileDraft(draft, form)
})
