import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type IncomingFile, incomingFile } from './chat/incoming.ts'
import { maxListBytes, readListFile } from './documents/read-list-file.ts'
import { honours } from './domain/honours.ts'
import { readPeopleTable } from './domain/people-table.ts'
import type { Work } from './jobs/work.ts'

const payload = z.object({ file: incomingFile, honours })

/**
 * The slow work 'read_list': a list of people sent in a chat (XLSX, CSV, text) → the people, rows to look at, and the hash
 * of the file; or why it is no list. The file itself is not kept: it may hold what the program does not keep.
 */
export function readListWork(download: (channel: string, file: IncomingFile) => Promise<Uint8Array>): Work {
  return async (given, account, { signal }) => {
    const { file, honours } = payload.parse(given)
    if ((file.size ?? 0) > maxListBytes) return { ok: false, reason: 'too_many_rows' }
    const bytes = await download(account.channel, file)
    const sheet = await readListFile(bytes, signal)
    if (!sheet.ok) return sheet
    const table = readPeopleTable(sheet.rows, honours)
    return table.ok ? { ...table, hash: createHash('sha256').update(bytes).digest('hex') } : table
  }
}
