import type { Day } from '../domain/day.ts'
import { type Bound, boundOf, isOpen, type Obligation, subjectIdOf } from '../domain/obligation.ts'
import { canAdminister } from '../domain/rights.ts'
import type { Store } from '../store/store.ts'
import { formatPlanRound } from '../texts/rounds.ts'
import { formatWhose } from '../texts/whose.ts'
import { agencyWords } from './agency-words.ts'
import { button, message } from './message.ts'
import type { Turn } from './turn.ts'

const whoseOf = (turn: Pick<Turn, 'texts'>, { kind, personId, unitName }: Obligation): string =>
  formatWhose(turn.texts, { kind, own: personId !== null, units: personId === null ? [unitName] : [] })

/** What was sent; without a subject the one that is open, of what comes again without a round the first that is. */
type Sent = { deadlineId: string; round?: string | undefined; subjectId?: string | undefined }

/** "Báo đã gửi": quiet for two working days, then the admins are asked. Asks which one where there are several. */
export async function reportSent(turn: Turn, { deadlineId, round, subjectId }: Sent): Promise<void> {
  const { store, person, texts, now, today } = turn
  if (!person) return
  const rounds = round === undefined ? [] : [round]
  const found = await store.obligations.find({ personId: person.id, deadlineIds: [deadlineId], today, rounds })
  const mine = found.filter((one) => isOpen(one) && (subjectId === undefined || subjectIdOf(one) === subjectId))
  const sent = round ?? mine[0]?.round ?? null
  const open = mine.filter((one) => one.round === sent)
  const [first, ...others] = open
  if (!first) return turn.say('reminders.gone')
  if (others.length > 0) return askWhich(turn, open)
  await store.reminders.fulfil(boundOf(first), person.id, now, 'reported')
  await write(turn, 'deadline.reported_sent', boundOf(first))
  turn.reply(message(texts.t('reminders.thanks', { whose: whoseOf(turn, first) })))
}

const write = ({ store, now, person }: Turn, action: string, { deadlineId, ...detail }: Bound) =>
  store.audit.write({ at: now, by: person?.id ?? null, action, subject: `deadline:${deadlineId}`, detail })

function askWhich(turn: Turn, open: Obligation[]): void {
  const choices = open.map((one) => {
    const label = turn.texts.t(one.personId ? 'reminders.button.mine' : 'reminders.button.unit')
    return button(open.length > 2 && !one.personId ? one.unitName : label, 'nhac', 'sent', boundOf(one))
  })
  turn.say('reminders.whichSent', {}, choices)
}

/** The obligation under this key, of whatever round. */
export async function boundIn(store: Store, bound: Bound, today: Day): Promise<Obligation | undefined> {
  const rounds = bound.round === undefined ? [] : [bound.round]
  const all = await store.obligations.find({ deadlineIds: [bound.deadlineId], today, rounds })
  return all.find(
    (one) =>
      one.round === (bound.round ?? null) && one.subject === bound.subject && subjectIdOf(one) === bound.subjectId,
  )
}

/** An admin says whether what was reported sent has come. */
export async function settleReported(turn: Turn, bound: Bound, hasCome: boolean): Promise<void> {
  const { store, person, now, texts } = turn
  const reported = await boundIn(store, bound, turn.today)
  const fulfilment = await store.reminders.fulfilmentOf(bound)
  if (!person || !reported || reported.state !== 'reported' || !fulfilment) return turn.say('reminders.gone')
  if (!canAdminister(person, reported.unitId, await store.units.all()))
    return turn.say('reminders.reported.refusal', await agencyWords(store, texts))
  if (hasCome) await store.reminders.fulfil(bound, person.id, now, 'received')
  else await store.reminders.reopen(bound)
  await write(turn, hasCome ? 'deadline.received' : 'deadline.not_received', bound)
  await tellReporter(turn, reported, fulfilment, hasCome)
  const who = reported.personId ? ((await store.people.byId(reported.personId))?.name ?? '') : reported.unitName
  const what = texts.t(`reminders.what.${reported.kind}`)
  turn.say(hasCome ? 'reminders.reported.came' : 'reminders.reported.notCame', { what, who })
}

type Reported = { by: string; at: number }

function tellReporter(turn: Turn, reported: Obligation, { by, at }: Reported, hasCome: boolean): Promise<void> {
  const { deadlineId, round } = reported
  const key = `reported_${hasCome ? 'came' : 'missing'}:${deadlineId}:${round ?? ''}:${subjectIdOf(reported)}:${at}`
  return turn.tell(by, key, 'receipt', (texts) => {
    const values = { whose: whoseOf({ texts }, reported), plan: formatPlanRound(texts, reported.plan, round) }
    if (hasCome) return message(texts.t('reminders.reported.cameToYou', values))
    const again = button(texts.t('reminders.button.sent'), 'nhac', 'sent', boundOf(reported))
    return message(texts.t('reminders.reported.notCameToYou', values), [again])
  })
}
