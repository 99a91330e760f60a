import { message } from '../../chat/message.ts'
import { addDays } from '../../domain/day.ts'
import { readTypedDay } from '../../domain/typed-day.ts'
import { formatFull } from '../../texts/days.ts'
import { keepFile, keptFile } from '../approval/kept-file.ts'
import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'

const longestNumber = 60
/** How long ago a paper may have come, in days. */
const longestAgo = 365

/** The number under which the clerk took it in. */
export const numberStep: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('reports.onPaper.number')),
  optional: true,
  plainNumbers: true,
  read(input, { turn, answers }) {
    if (input.kind === 'skip') return { ok: true, answers: { ...answers, number: null } }
    const number = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
    if (!/\d/.test(number) || number.length > longestNumber)
      return { ok: false, message: message(turn.texts.t('reports.onPaper.numberUnclear')) }
    return { ok: true, answers: { ...answers, number } }
  },
}

/** The day it arrived: today, or one before. */
export const dayStep: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('reports.onPaper.day')),
  choices: ({ turn }) => [{ value: 'today', label: turn.texts.t('reports.onPaper.today') }],
  read(input, { turn, answers }) {
    if (input.kind === 'choice') return { ok: true, answers: { ...answers, day: turn.today } }
    const typed = input.kind === 'text' ? input.text : ''
    // A day without a year is the one that has been.
    const within = { start: addDays(turn.today, -longestAgo), end: turn.today }
    const read = readTypedDay(typed, { today: turn.today, within })
    if (read.ok && read.day <= turn.today) return { ok: true, answers: { ...answers, day: read.day } }
    const key = read.ok || read.reason === 'outside' ? 'reports.onPaper.dayAhead' : 'reports.onPaper.dayUnclear'
    const values = { typed: typed.slice(0, 40), today: formatFull(turn.today) }
    return { ok: false, message: message(turn.texts.t(key, values)) }
  },
}

/** A photo or PDF of it; the last question. */
export const scanStep: Step<Answers> = {
  takesFile: true,
  optional: true,
  ask: ({ turn, answers }) =>
    message(turn.texts.t(answers.keeping === undefined ? 'reports.onPaper.scan' : 'reports.onPaper.keeping')),
  async read(input, { turn, answers }) {
    const { texts } = turn
    if (input.kind === 'skip') return { ok: true, answers }
    const kept = keptFile(turn, input)
    if (kept && kept.taskId !== answers.keeping) return { ok: true, answers, stay: true }
    if (kept?.file) return { ok: true, answers: { ...answers, scan: kept.file, keeping: undefined } }
    if (kept) {
      turn.reply(message(kept.refusal))
      return { ok: true, answers: { ...answers, keeping: undefined }, stay: true }
    }
    if (input.kind !== 'file') return { ok: false, message: message(texts.t('reports.onPaper.scanUnclear')) }
    const keeping = await keepFile(turn, input.file)
    return keeping === null
      ? { ok: false, message: message(texts.t('reports.file.too_large')) }
      : { ok: true, answers: { ...answers, keeping }, stay: true }
  },
}
