import { z } from 'zod'
import { message } from '../chat/message.ts'
import { paperKind } from './duyet/paper-kinds.ts'
import { defineDialog, type Step } from './engine/dialog.ts'

const answers = z.object({
  kind: z.string().default('registration'),
  id: z.string(),
  version: z.int(),
  code: z.string(),
  reason: z.string().default(''),
})
type Answers = z.infer<typeof answers>

const reasons = ['noNumber', 'noPeople', 'noDay', 'unfitting'] as const
const longestReason = 500

const reasonStep: Step<Answers> = {
  ask: ({ turn, answers: { code } }) => message(turn.texts.t('register.return.ask', { code })),
  choices: ({ turn }) =>
    reasons.map((reason) => ({ value: reason, label: turn.texts.t(`register.return.label.${reason}`) })),
  read(input, { turn, answers }) {
    const { texts } = turn
    const picked = input.kind === 'choice' ? reasons.find((reason) => reason === input.value) : undefined
    if (picked) return { ok: true, answers: { ...answers, reason: texts.t(`register.return.reason.${picked}`) } }
    const reason = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
    if (!/\p{L}{2}/u.test(reason)) return { ok: false, message: message(texts.t('register.return.unclear')) }
    const most = longestReason
    return reason.length > most
      ? { ok: false, message: message(texts.t('register.tooLong', { length: reason.length, most })) }
      : { ok: true, answers: { ...answers, reason } }
  },
}

/** Asking the author to complete a paper, with a reason picked or typed. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: () => ({ step: 'reason' }),
  next: () => null,
  steps: { reason: reasonStep },
  async finish({ turn, answers: { kind, id, version, reason } }) {
    await paperKind(kind).giveBack(turn, { id, version }, reason)
    return 'done'
  },
})
