import { z } from 'zod'
import { type Attachment, button, type Message, message } from '../../chat/message.ts'
import { type ReadCoverage, readCoverage } from '../../chat/read-coverage.ts'
import type { Turn } from '../../chat/turn.ts'
import { coverageHead, offsetIn, rowsAPage, unitLines } from '../../chat/write-coverage.ts'
import { attachedFile } from '../../domain/registration-body.ts'
import { type Theme, themes } from '../../papers/pictures/palette.ts'
import { formatDay } from '../../texts/days.ts'
import { toPicture } from './to-picture.ts'

/** Which picture: of which unit, from which of its parts on, on what ground. */
export const chartArgs = z.object({
  under: z.string().nullable().default(null),
  offset: z.int().default(0),
  /** Null: as the person chose before. */
  theme: z.enum(themes).nullable().default(null),
})
type ChartArgs = z.infer<typeof chartArgs>

/** The picture, and what the slow work came to (draw-progress-work.ts). */
export const drawnArgs = chartArgs.extend({
  result: z.union([
    z.object({ ok: z.literal(true), file: attachedFile }),
    z.object({ ok: z.literal(false), reason: z.string() }),
  ]),
})

const readFor = async ({ person, store, today }: Turn, under: string | null) =>
  person && (await readCoverage(store, person, { today, under }))

/** Hands the drawing over; the picture comes when it is done. Where there is nothing to draw it says so. */
export async function beginChart(turn: Turn, asked: ChartArgs): Promise<void> {
  const read = await readFor(turn, asked.under)
  if (!read) return
  if (read.rows.length === 0) return turn.say('progress.none', { unit: read.unit })
  const args = { ...asked, offset: offsetIn(read, asked.offset), theme: await themeFor(turn, asked.theme) }
  turn.say('progress.picture.working')
  const work = { picture: toPicture(read, args, turn), name: turn.texts.t('progress.picture.file') }
  await turn.startTask('draw_progress', work, { topic: 'tiendo', name: 'drawn', args })
}

/** The ground that is asked for, which is kept; else the one that was kept. */
async function themeFor({ store, person }: Turn, asked: Theme | null): Promise<Theme> {
  if (!person) return 'light'
  if (asked) await store.people.setChartTheme(person.id, asked)
  return asked ?? (await store.people.chartTheme(person.id)) ?? 'light'
}

/** The picture with the deadlines in words; the units in words are one press away. */
export async function replyChart(turn: Turn, { result, ...args }: z.infer<typeof drawnArgs>): Promise<void> {
  const read = await readFor(turn, args.under)
  const { texts } = turn
  if (!read) return
  const { under, offset } = args
  const words = button(texts.t('progress.button.words'), 'tiendo', 'units', { under, offset })
  if (result.ok) turn.reply(shown(turn, read, args, result.file))
  else turn.reply(message(texts.t('progress.picture.failed'), [words]))
}

function shown(turn: Turn, read: ReadCoverage, { under, offset, theme }: ChartArgs, file: Attachment): Message {
  const { texts, today } = turn
  const act = (name: 'words' | 'next' | 'dark' | 'light', action: 'chart' | 'units', args: Partial<ChartArgs>) =>
    button(texts.t(`progress.button.${name}`), 'tiendo', action, { under, offset, ...args })
  const next = offset + rowsAPage
  const other = theme === 'dark' ? 'light' : 'dark'
  const alt = texts.t('progress.picture.alt', {
    ...{ unit: read.unit, day: formatDay(texts, today) },
    ...{ deadlines: read.deadlines.length, units: read.rows.length },
  })
  return {
    ...message(coverageHead(read, turn).join('\n'), [
      act('words', 'units', {}),
      ...(next < read.rows.length ? [act('next', 'chart', { offset: next })] : []),
      act(other, 'chart', { theme: other }),
    ]),
    attachment: { ...file, alt, instead: ['', ...unitLines(read, offset, texts)].join('\n') },
  }
}
