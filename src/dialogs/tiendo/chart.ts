import { z } from 'zod'
import { type Attachment, button, type Message, message } from '../../chat/message.ts'
import { type ReadCoverage, readCoverage } from '../../chat/read-coverage.ts'
import type { Turn } from '../../chat/turn.ts'
import { coverageHead, offsetIn, rowsAPage, unitLines } from '../../chat/write-coverage.ts'
import { attachedFile } from '../../domain/registration-body.ts'
import { type Theme, themes } from '../../papers/pictures/palette.ts'
import { formatDay } from '../../texts/days.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import { toPicture } from './to-picture.ts'

/** Which picture: of which unit, from which of its parts on, on what ground. */
export const chartArgs = z.object({
  under: z.string().nullable().default(null),
  offset: z.int().default(0),
  /** Null: as the person chose before. */
  theme: z.enum(themes).nullable().default(null),
})
type ChartArgs = z.infer<typeof chartArgs>

/** What the slow work came to (draw-progress-work.ts). `wanted`: for which asking. */
const drawn = z.union([
  z.object({ ok: z.literal(true), wanted: z.string(), file: attachedFile }),
  z.object({ ok: z.literal(false), reason: z.string() }),
])

export const chartAnswers = z.object({
  ...chartArgs.shape,
  wanted: z.string().default(''),
  drawn: drawn.nullable().default(null),
})
type Answers = z.infer<typeof chartAnswers>

const readFor = async ({ person, store, today }: Turn, under: string | null) =>
  person && (await readCoverage(store, person, { today, under }))

/** Hands the drawing over; the picture comes when it is done. Where there is nothing to draw it says so. */
export async function beginChart(turn: Turn, asked: ChartArgs): Promise<void> {
  const read = await readFor(turn, asked.under)
  if (!read) return
  if (read.rows.length === 0) return turn.say('progress.none', { unit: read.unit })
  const args = { ...asked, offset: offsetIn(read, asked.offset), theme: await themeFor(turn, asked.theme) }
  const wanted = String(turn.inboxId)
  await turn.begin('bieudo', { ...args, wanted })
  const name = turn.texts.t('progress.picture.file')
  await turn.startTask('draw_progress', { picture: toPicture(read, args, turn), name, wanted })
}

/** The ground that is asked for, which is kept; else the one that was kept. */
async function themeFor({ store, person }: Turn, asked: Theme | null): Promise<Theme> {
  if (!person) return 'light'
  if (asked) await store.people.setChartTheme(person.id, asked)
  return asked ?? (await store.people.chartTheme(person.id)) ?? 'light'
}

export const drawing: Step<Answers> = {
  waits: true,
  ask: ({ turn }) => message(turn.texts.t('progress.picture.working')),
  read(input, { turn, answers }) {
    const result = input.kind === 'task' ? drawn.safeParse(input.result).data : undefined
    const isMine = result && (!result.ok || result.wanted === answers.wanted)
    if (isMine) return { ok: true, answers: { ...answers, drawn: result } }
    return { ok: false, message: message(turn.texts.t('progress.picture.wait')) }
  },
}

/** The picture with the deadlines in words; the units in words are one press away. */
export async function replyChart({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const read = await readFor(turn, answers.under)
  const { texts } = turn
  if (!read) return 'done'
  const words = button(texts.t('progress.button.words'), 'tiendo', 'units', {
    under: answers.under,
    offset: answers.offset,
  })
  if (!answers.drawn?.ok) turn.reply(message(texts.t('progress.picture.failed'), [words]))
  else turn.reply(shown(turn, read, answers, answers.drawn.file))
  return 'done'
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
