import { button, message } from '../../chat/message.ts'
import { findPlan } from '../../chat/plan-view.ts'
import type { Turn } from '../../chat/turn.ts'
import { decide } from '../../domain/registration.ts'
import { type Office, unitsUnder } from '../../domain/rights.ts'
import type { Registration } from '../../store/registration-row.ts'
import { formatMoment } from '../../texts/days.ts'
import { officeOf, standingOf } from '../approval/standing.ts'
import { registrationKind } from '../dangky/registration-kind.ts'
import { viewButton } from '../lifecycle/buttons.ts'

/** So many at a press: a turn holds the database. */
const mostAtOnce = 500
/** So many codes are named in one message. */
const mostNamed = 10

async function waiting({ store, person }: Turn, planId: string, { units }: Office): Promise<string[]> {
  return person ? store.aggregates.received(planId, unitsUnder(person, units, 'admin')) : []
}

/** Asks before registrations are closed to their authors: what is added up is not changed any more. */
export async function askToSubmit(turn: Turn, planId: string): Promise<void> {
  const plan = await findPlan(turn, planId)
  if (!plan) return
  const count = (await waiting(turn, planId, await officeOf(turn))).length
  if (count === 0) return turn.say('papers.aggregate.chat.nothing', { plan: plan.shortName })
  const yes = button(turn.texts.t('papers.aggregate.chat.confirm'), 'tonghop', 'submit', { plan: planId })
  turn.say('papers.aggregate.chat.askSubmit', { plan: plan.shortName, count: Math.min(count, mostAtOnce) }, [yes])
}

/** The admin's word that the received registrations of a plan were added up and put before the council. */
export async function submitReceived(turn: Turn, planId: string): Promise<void> {
  const plan = await findPlan(turn, planId)
  if (!plan) return
  const office = await officeOf(turn)
  const all = await waiting(turn, planId, office)
  const moved: Registration[] = []
  for (const id of all.slice(0, mostAtOnce)) {
    const one = await addUp(turn, id, office)
    if (one) moved.push(one)
  }
  await tellAuthors(turn, moved, plan.shortName)
  const left = all.length - moved.length
  if (moved.length === 0 && left === 0) return turn.say('papers.aggregate.chat.nothing', { plan: plan.shortName })
  const again = button(turn.texts.t('papers.aggregate.chat.submit'), 'tonghop', 'ask', { plan: planId })
  const words = [
    turn.texts.t('papers.aggregate.chat.submitted', { plan: plan.shortName, count: moved.length }),
    ...(left > 0 ? [turn.texts.t('papers.aggregate.chat.left', { count: left })] : []),
  ]
  turn.reply(message(words.join('\n'), all.length > mostAtOnce ? [again] : []))
}

/** Moves one registration on as the rules allow; null where it may not be, or was moved meanwhile. */
async function addUp(turn: Turn, id: string, office: Office): Promise<Registration | null> {
  const registration = await turn.store.registrations.byId(id)
  const by = turn.person?.id
  if (!registration || !by) return null
  const { standing } = await standingOf(turn, registration, office)
  const decision = decide('aggregate', registration, standing, { today: turn.today, lastDay: null })
  if (!decision.ok) return null
  return turn.store.registrations.move({
    id,
    seen: registration,
    action: 'aggregate',
    to: decision.to,
    by,
    at: turn.now,
  })
}

/** Those who registered or typed hear of it once, however many of theirs it were. */
async function tellAuthors(turn: Turn, moved: Registration[], plan: string): Promise<void> {
  const theirs = new Map<string, Registration[]>()
  for (const one of moved)
    for (const personId of new Set([one.personId, one.typedBy]))
      if (personId !== null && personId !== turn.person?.id)
        theirs.set(personId, [...(theirs.get(personId) ?? []), one])
  for (const [personId, registrations] of theirs)
    await turn.tell(personId, `aggregated:${turn.inboxId}:${personId}`, 'registration', (texts) => {
      const named = registrations.slice(0, mostNamed).map(({ code }) => code)
      const rest = registrations.length - named.length
      const more = rest > 0 ? texts.t('papers.aggregate.chat.more', { count: rest }) : ''
      const moment = formatMoment(texts, turn.now, turn.zone)
      const values = { count: registrations.length, codes: `${named.join(', ')}${more}`, plan, moment }
      const [only, ...others] = registrations
      const see = only && others.length === 0 ? [viewButton(texts, { kind: registrationKind, sent: only })] : []
      return message(texts.t('papers.aggregate.chat.told', values), see)
    })
}
