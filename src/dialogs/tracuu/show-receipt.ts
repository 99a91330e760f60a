import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { readReceiptCode } from '../../domain/receipt-code.ts'
import { presentReport } from '../baocao/present-report.ts'
import { presentRegistration } from '../dangky/present-registration.ts'

/** Codes follow each other: nobody is to try them all. */
const limits = { most: 30, perMs: 10 * 60_000 }

/** What is kept under a code: in full for those it concerns; for others that it is known and where it stands, without a name. */
export async function showReceipt(turn: Turn, typed: string): Promise<void> {
  const read = readReceiptCode(typed)
  if (!read) return turn.say('register.lookup.unclear', { typed: typed.slice(0, 40) })
  if (!(await turn.services.throttle(`tracuu:${turn.account.id}`, limits.most, limits.perMs)))
    return turn.say('register.lookup.tooMany')
  const { code, kind } = read
  const { kept, shown } = kind === 'report' ? await reportUnder(turn, code) : await registrationUnder(turn, code)
  if (!kept) return turn.say('register.lookup.unknown', { code })
  if (shown) return turn.reply(message(shown.text, shown.buttons))
  turn.say('register.lookup.exists', { code, state: turn.texts.t(`register.state.${kept.state}`) })
}

async function registrationUnder(turn: Turn, code: string) {
  const kept = await turn.store.registrations.byCode(code)
  return { kept, shown: kept && (await presentRegistration(turn, kept)) }
}

async function reportUnder(turn: Turn, code: string) {
  const kept = await turn.store.reports.byCode(code)
  return { kept, shown: kept && (await presentReport(turn, kept)) }
}
