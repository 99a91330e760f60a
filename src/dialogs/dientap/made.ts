import { message } from '../../chat/message.ts'
import type { Asked } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'

/** Sends the file that was made, with how much it holds, or says why there is none. */
export async function replyMade({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const { made, planId } = answers
  const { texts, store } = turn
  if (!made?.ok) turn.say(`agenda.rehearsal.${made?.reason ?? 'failed'}`)
  else {
    const plan = planId === null ? null : await store.plans.byId(planId)
    const name = plan?.shortName ?? texts.t('agenda.rehearsal.all')
    const text = texts.t('agenda.rehearsal.done', { name, rows: made.rows, days: made.days })
    turn.reply({ ...message(text), attachment: made.file })
  }
  return 'done'
}
