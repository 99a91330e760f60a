import { type Button, button } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { OneMessage } from '../../domain/one-message.ts'
import { decide } from '../../domain/registration.ts'
import type { Registration } from '../../store/registration-row.ts'
import { askWithdraw } from '../lifecycle/author-actions.ts'
import { caseOf } from '../lifecycle/case.ts'
import { answers } from './answers.ts'
import { choosePlan } from './begin.ts'
import { campaignsFor } from './campaign.ts'
import { registrationsOf } from './my-registrations.ts'
import { registerInOneMessage } from './one-message.ts'
import { capacitiesOf } from './registrants.ts'
import { registrationKind as kind } from './registration-kind.ts'

const dialog = 'dangky'
const own = (turn: Turn, label: Parameters<Turn['texts']['t']>[0], action: string, args = {}): Button =>
  button(turn.texts.t(label), dialog, action, args)

/** Where somebody begins: with words that narrow the plans, at a plan, or with the whole of it in one message. */
export type Start = { words: string; plan: string | null; whole?: OneMessage | undefined }

/** Begins registering: with one plan to choose from it is chosen, else it is asked for. */
export async function startFresh(turn: Turn, { words, plan, whole }: Start): Promise<void> {
  if (whole && (await registerInOneMessage(turn, whole))) return
  if (!turn.person || capacitiesOf(turn.person).length === 0)
    return turn.say(turn.person?.shared ? 'register.operator.noUnit' : 'register.noUnit')
  const all = await campaignsFor(turn)
  if (all.length === 0) return turn.say('register.noPlan')
  const fitting = plan === null ? await campaignsFor(turn, words) : all.filter((one) => one.plan.id === plan)
  const [only, ...more] = fitting
  if (!only) turn.say(plan === null ? 'register.noSuchPlan' : 'register.planGone', { words })
  const blank = answers.parse({ words })
  const given = only && more.length === 0 ? await choosePlan(turn, blank, only.plan.id) : blank
  await turn.begin(dialog, given)
}

/** Begins registering, or asks what to do with the draft there is. */
export async function start(turn: Turn, from: Start): Promise<void> {
  const draft = await turn.draftOf(dialog)
  if (!draft) return startFresh(turn, from)
  turn.say('register.draft', draft, [
    own(turn, 'register.button.resume', 'resume'),
    own(turn, 'register.button.fresh', 'fresh', from),
  ])
}

/** "hủy đăng ký": the one registration that can be withdrawn, or which of them. */
export async function chooseWithdraw(turn: Turn): Promise<void> {
  const mine = await registrationsOf(turn)
  const can = async (registration: Registration) => {
    const { standing, window } = await caseOf(turn, kind, registration)
    return decide('withdraw', registration, standing, window).ok
  }
  const open: Registration[] = []
  for (const registration of mine) if (await can(registration)) open.push(registration)
  const [only, ...more] = open
  if (!only) return turn.say(mine.length > 0 ? 'register.withdraw.closed' : 'register.withdraw.none')
  if (more.length === 0) return askWithdraw(turn, kind, only.id)
  const buttons = open.slice(0, 6).map(({ id, code }) => button(code, dialog, 'withdraw', { id }))
  turn.say('register.withdraw.which', { count: open.length }, buttons)
}
