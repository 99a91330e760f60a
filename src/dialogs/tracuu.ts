import { z } from 'zod'
import { message } from '../chat/message.ts'
import { readReceiptCode } from '../domain/receipt-code.ts'
import { defineDialog, type Step } from './engine/dialog.ts'
import { showReceipt } from './tracuu/show-receipt.ts'

const answers = z.object({ code: z.string().default('') })
type Answers = z.infer<typeof answers>

const code: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('register.lookup.ask')),
  read(input, { turn }) {
    const typed = input.kind === 'text' ? input.text : ''
    if (readReceiptCode(typed)) return { ok: true, answers: { code: typed } }
    return { ok: false, message: message(turn.texts.t('register.lookup.unclear', { typed: typed.slice(0, 40) })) }
  },
}

/** Asks for the code of a receipt and shows what is kept under it. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'code' }),
  next: () => null,
  steps: { code },
  async finish({ turn, answers }) {
    await showReceipt(turn, answers.code)
    return 'done'
  },
})
