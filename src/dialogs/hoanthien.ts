import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Texts } from '../texts/texts.ts'
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

/** The commonest reasons, in one tap: what a registration and what a report lacks. */
const reasons = {
  register: ['noNumber', 'noPeople', 'noDay', 'unfitting'],
  reports: ['noNumber', 'noEvidence', 'noAccount', 'unfitting'],
} as const

/** The sentences about this kind of paper, and its reasons with labels. */
function wordsOf({ kind }: Answers, { t }: Texts) {
  const of = (reason: (typeof reasons)['reports'][number]) => ({
    ...{ value: reason, label: t(`reports.return.label.${reason}`), reason: t(`reports.return.reason.${reason}`) },
  })
  if (kind === 'report') return { ask: 'reports.return.ask' as const, reasons: reasons.reports.map(of) }
  return {
    ask: 'register.return.ask' as const,
    reasons: reasons.register.map((reason) => ({
      ...{ value: reason, label: t(`register.return.label.${reason}`), reason: t(`register.return.reason.${reason}`) },
    })),
  }
}
const longestReason = 500

const reasonStep: Step<Answers> = {
  ask: ({ turn, answers }) => message(turn.texts.t(wordsOf(answers, turn.texts).ask, { code: answers.code })),
  choices: ({ turn, answers }) => wordsOf(answers, turn.texts).reasons.map(({ value, label }) => ({ value, label })),
  read(input, { turn, answers }) {
    const { texts } = turn
    const known = wordsOf(answers, texts).reasons
    const picked = input.kind === 'choice' ? known.find(({ value }) => value === input.value) : undefined
    if (picked) return { ok: true, answers: { ...answers, reason: picked.reason } }
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
