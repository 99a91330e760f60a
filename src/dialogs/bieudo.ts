import { defineDialog } from './engine/dialog.ts'
import { chartAnswers, drawing, replyChart } from './tiendo/chart.ts'

/** Waits for the picture of how far things are, drawn outside the turn, and shows it. */
export default defineDialog({
  version: 1,
  answers: chartAnswers,
  keepDays: 1,
  first: () => ({ step: 'drawing' }),
  next: () => null,
  steps: { drawing },
  finish: replyChart,
})
