import type { Core } from '../chat/core.ts'
import type { FileStore } from '../store/file-store.ts'
import type { TimetableRow } from './job.ts'

type Sweeping = Pick<Core, 'drafts' | 'realClock'> & {
  files: Pick<FileStore, 'sweep'>
}

/** A file this young may be about to be spoken of. */
const youngMs = 86_400_000

const hash = /[0-9a-f]{64}/g

/**
 * Forgets files that nothing speaks of any more: originals and pictures of reviews that were cancelled or have expired, and
 * uploads that nobody claimed. It runs in the one transaction that writes, so that nothing begins to speak of one meanwhile.
 */
export const sweepFiles = ({ drafts, realClock, files }: Sweeping): TimetableRow => ({
  name: 'sweep_files',
  when: { on: 'day', time: '02:10' },
  quiet: true,
  async job({ store }) {
    const kept = await store.fileReferences.all()
    const openRows = new Set((await store.inbox.open()).map(({ id }) => id))
    for (const draft of await drafts.all(realClock.now(), openRows))
      for (const [one] of JSON.stringify(draft.answers).matchAll(hash)) kept.add(one)
    await files.sweep({ kept, before: realClock.now() - youngMs })
  },
})
