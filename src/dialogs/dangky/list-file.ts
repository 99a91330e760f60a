import { z } from 'zod'
import { honoursOf } from '../../chat/honours.ts'
import type { IncomingFile } from '../../chat/incoming.ts'
import { sheetRefusals } from '../../documents/read-sheet.ts'
import { type PeopleLines, type RowProblem, recognise } from '../../domain/people-lines.ts'
import { listedPerson } from '../../domain/registration-body.ts'
import type { Read } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, again, refused } from './ask.ts'

const result = z.union([
  z.object({
    ok: z.literal(true),
    people: z.array(listedPerson),
    rows: z.array(z.int()),
    problems: z.array(
      z.union([
        z.object({ row: z.int(), reason: z.literal('duplicate'), text: z.string(), of: z.int() }),
        z.object({ row: z.int(), reason: z.enum(['no_name', 'too_long', 'unknown']), text: z.string() }),
      ]),
    ),
    dropped: z.array(z.enum(['birth', 'citizen'])),
    hash: z.string(),
  }),
  z.object({ ok: z.literal(false), reason: z.literal('no_name_column'), found: z.array(z.string()) }),
  z.object({ ok: z.literal(false), reason: z.enum([...sheetRefusals, 'failed']) }),
])

/** Those who belong to the unit, as they are listed. */
export async function membersOf({ turn, answers }: Ask): Promise<{ name: string; position: string }[]> {
  const unitId = answers.registrant?.unitId
  const members = unitId ? await turn.store.people.ofUnits([unitId]) : []
  return members.filter(({ shared }) => !shared).map(({ name, position }) => ({ name, position }))
}

/** A list as it was read: members by their written names, those whom the unit does not know pointed out by row. */
export async function withList(ask: Ask, read: PeopleLines): Promise<Answers> {
  const { people, unknown } = recognise(read.people, await membersOf(ask))
  const strangers = unknown.map(
    (place): RowProblem => ({
      ...{ row: read.rows[place] ?? place + 1, reason: 'unknown' as const },
      text: people[place]?.name ?? '',
    }),
  )
  const { dropped } = read
  const rowProblems = [...read.problems, ...strangers]
  return {
    ...ask.answers,
    people,
    rowProblems,
    dropped,
    rowsChecked: false,
    peopleTitle: undefined,
    list: null,
    listRefused: undefined,
  }
}

const photo = /\.(?:jpe?g|png|webp|heic|heif)$/iu

/** A file is handed over to be read outside the turn; a photo is told at once. */
export async function takeListFile(file: IncomingFile, ask: Ask): Promise<Read<Answers>> {
  const { turn, answers } = ask
  if (file.mime?.startsWith('image/') || photo.test(file.name)) return refused(turn, 'register.list.refused.photo')
  const taskId = await turn.startTask('read_list', { file, honours: await honoursOf(turn) })
  return again({ ...answers, list: { taskId, name: file.name }, listRefused: undefined })
}

/** The end of reading a list; wherever the person stands by then. */
export async function takeListResult(given: unknown, ask: Ask): Promise<Answers> {
  const { answers } = ask
  const name = answers.list?.name ?? ''
  const read = result.parse(given)
  if (!read.ok) {
    const found = 'found' in read ? read.found : []
    return { ...answers, list: null, listRefused: { reason: read.reason, found, name } }
  }
  if (answers.listFile?.hash === read.hash)
    return { ...answers, list: null, listRefused: { reason: 'same', found: [], name } }
  if (read.people.length === 0)
    return { ...answers, list: null, rowProblems: [], listRefused: { reason: 'nobody', found: [], name } }
  const noted = await withList(ask, read as PeopleLines)
  return { ...noted, listFile: { hash: read.hash, name } }
}
