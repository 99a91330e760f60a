import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { readPhone } from '../../domain/names.ts'
import type { Step } from '../engine/dialog.ts'

const drop = 'drop'

const knownOf = async ({ store, person }: Turn): Promise<string | null> =>
  person ? ((await store.people.byId(person.id))?.phone ?? null) : null

/** The telephone at the office, with what it is for; skipped, what is known stays, and it can be taken back. */
export const phoneStep = <Answers extends { phone?: string | undefined }>(): Step<Answers> => ({
  optional: true,
  plainNumbers: true,
  async ask({ turn }) {
    const phone = await knownOf(turn)
    const { t } = turn.texts
    return message(phone === null ? t('people.profile.phone') : t('people.profile.phoneKnown', { phone }))
  },
  choices: async ({ turn }) =>
    (await knownOf(turn)) === null ? [] : [{ value: drop, label: turn.texts.t('people.profile.dropPhone') }],
  read(input, { turn, answers }) {
    if (input.kind === 'skip') return { ok: true, answers }
    if (input.kind === 'choice') return { ok: true, answers: { ...answers, phone: '' } }
    const typed = input.kind === 'text' ? input.text : ''
    const phone = readPhone(typed)
    if (phone !== null) return { ok: true, answers: { ...answers, phone } }
    const words = turn.texts.t('people.profile.wrongPhone', { typed: typed.slice(0, 60) })
    return { ok: false, message: message(words) }
  },
})

/** Keeps the number, takes it back ('') or leaves it as it is; the audit says that it changed, not what it is. */
export async function keepPhone({ store, person, now }: Turn, phone: string | undefined): Promise<void> {
  if (!person || phone === undefined) return
  await store.people.setPhone(person.id, phone === '' ? null : phone)
  await store.audit.write({ at: now, by: person.id, action: 'person.phone', subject: person.id })
}
