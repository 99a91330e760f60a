import { z } from 'zod'
import { attachedFile } from '../domain/registration-body.ts'
import { message } from './message.ts'
import type { Turn } from './turn.ts'

/** Of which plan (null: all in one's charge), and what the slow work came to (rehearse-work.ts). */
export const rehearsedArgs = z.object({
  planId: z.string().nullable(),
  result: z.union([
    z.object({ ok: z.literal(true), file: attachedFile, rows: z.int(), days: z.int() }),
    z.object({ ok: z.literal(false), reason: z.enum(['refused', 'gone', 'failed']) }),
  ]),
})

/** Has the file of a rehearsal made, of one plan or of all (null), outside the turn. */
export async function beginRehearsalFile(turn: Turn, planId: string | null): Promise<void> {
  turn.say('agenda.rehearsal.working')
  await turn.startTask('rehearse', { planId }, { topic: 'kehoach', name: 'rehearsed', args: { planId } })
}

/** Sends the file that was made, with how much it holds, or says why there is none. */
export async function sendRehearsed(
  { texts, store, say, reply }: Turn,
  { planId, result }: z.infer<typeof rehearsedArgs>,
): Promise<void> {
  if (!result.ok) return say(`agenda.rehearsal.${result.reason}`)
  const plan = planId === null ? null : await store.plans.byId(planId)
  const name = plan?.shortName ?? texts.t('agenda.rehearsal.all')
  const text = texts.t('agenda.rehearsal.done', { name, rows: result.rows, days: result.days })
  reply({ ...message(text), attachment: result.file })
}
