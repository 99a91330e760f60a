import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { type Bound, boundOf, isMet, type Obligation, remindedOf, subjectIdOf } from '../../domain/obligation.ts'
import type { PaperArrival } from '../../domain/paper-arrival.ts'
import { decide } from '../../domain/registration.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { formatFull } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { standingOf } from '../approval/standing.ts'
import { reportKind } from '../baocao/report-kind.ts'
import { registrationKind } from '../dangky/registration-kind.ts'
import { caseOf } from '../lifecycle/case.ts'
import type { Kind as PaperKind } from '../lifecycle/kind.ts'
import { tellPaper, tellReceived } from '../lifecycle/tell.ts'
import type { About, Answers } from './answers.ts'
import { missingPapers, nameBound } from './missing.ts'

type Kind = 'registration' | 'report'
const command = { registration: 'dangky', report: 'baocao' } as const

const papersOf = ({ store }: Turn, kind: Kind) => (kind === 'report' ? store.reports : store.registrations)

/** "số đến 15, ngày 10/04/2024" or only the day. */
function describeArrival(texts: Texts, { number, day }: PaperArrival): string {
  const key = number === null ? 'reports.arrived.unnumbered' : 'reports.arrived.numbered'
  return texts.t(key, { number, day: formatFull(day) })
}

/** Why the admin of this turn may not take a paper in; null where they may. */
async function objection(turn: Turn, paper: SentPaper | null): Promise<'unknown' | 'notYours' | 'withdrawn' | null> {
  if (!paper) return 'unknown'
  const { standing } = await standingOf(turn, paper)
  if (!standing.admin) return 'notYours'
  return paper.state === 'withdrawn' ? 'withdrawn' : null
}

/** Tells the authors: taken in, or that the paper has come while the approval is still to be given. */
async function tell<P extends SentPaper>(turn: Turn, kind: PaperKind<P>, id: string, received: boolean): Promise<void> {
  const sent = await kind.kept(turn.store).byId(id)
  if (!sent) return
  const about = await caseOf(turn, kind, sent)
  await (received ? tellReceived(turn, about) : tellPaper(turn, about, 'received'))
}

/** A paper that is in the system: its signed copy has come. Where it waits for nothing else, it is taken in with it. */
async function takePaper(turn: Turn, kind: Kind, id: string, arrival: PaperArrival): Promise<void> {
  const paper = await papersOf(turn, kind).byId(id)
  const why = await objection(turn, paper)
  const by = turn.person?.id
  if (why || !paper || !by) return turn.say(`reports.onPaper.refused.${why ?? 'unknown'}`)
  const { texts } = turn
  const { standing } = await standingOf(turn, paper)
  const decision = decide('receive', paper, standing, { today: turn.today, lastDay: null })
  await papersOf(turn, kind).setPaper({ id, paper: 'received', arrival, by, at: turn.now })
  if (decision.ok)
    await papersOf(turn, kind).move({ id, seen: paper, action: 'receive', to: decision.to, by, at: turn.now })
  if (kind === 'report') await tell(turn, reportKind, id, decision.ok)
  else await tell(turn, registrationKind, id, decision.ok)
  const key = decision.ok ? 'reports.onPaper.done.received' : 'reports.onPaper.done.noted'
  const values = { code: paper.code, arrival: describeArrival(texts, arrival) }
  turn.reply(message(texts.t(key, values), [button(texts.t('register.button.view'), command[kind], 'view', { id })]))
}

const isAbout = (one: Obligation, bound: Bound): boolean =>
  one.deadlineId === bound.deadlineId &&
  one.subject === bound.subject &&
  subjectIdOf(one) === bound.subjectId &&
  (one.round ?? undefined) === bound.round

/** Nothing is in the system: the obligation itself is met by the paper. */
async function takeBound(turn: Turn, bound: Bound, arrival: PaperArrival): Promise<void> {
  const { store, person, now, texts } = turn
  const one = (await missingPapers(turn)).find((some) => isAbout(some, bound))
  if (!one || !person || isMet(one)) return turn.say('reports.onPaper.refused.met')
  await store.reminders.fulfil(boundOf(one), person.id, now, 'received', arrival)
  const { deadlineId, ...detail } = boundOf(one)
  await store.audit.write({
    ...{ at: now, by: person.id, action: 'deadline.received_on_paper', subject: `deadline:${deadlineId}` },
    detail: { ...detail, arrival },
  })
  const who = await nameBound(turn, one)
  for (const personId of remindedOf(one, await store.people.memberships()).filter((id) => id !== person.id))
    await turn.tell(
      personId,
      `on_paper:${deadlineId}:${one.round ?? ''}:${subjectIdOf(one)}:${now}:${personId}`,
      'receipt',
      (words) => {
        const what = words.t(`reminders.what.${one.kind}`)
        return message(
          words.t('reports.onPaper.toYou', { what, plan: one.plan, who, arrival: describeArrival(words, arrival) }),
        )
      },
    )
  const what = texts.t(`reminders.what.${one.kind}`)
  turn.say('reports.onPaper.done.bound', { what, who, plan: one.plan, arrival: describeArrival(texts, arrival) })
}

/** Marks as received on paper what the answers speak of. */
export async function takeIn(turn: Turn, { about, number = null, day, scan }: Answers): Promise<void> {
  if (!about || day === undefined) throw new Error('A paper was to be taken in before it was asked which or when.')
  const arrival: PaperArrival = { number, day, scan: scan ?? null }
  if (about.kind !== 'bound') return takePaper(turn, about.kind, about.id, arrival)
  const { deadlineId, subject, subjectId, round } = about
  await takeBound(turn, { deadlineId, subject, subjectId, ...(round !== null && { round }) }, arrival)
}

/** May the dialog begin for this paper? Says why not. */
export async function mayTakeIn(turn: Turn, about: Exclude<About, { kind: 'bound' }>): Promise<boolean> {
  const why = await objection(turn, await papersOf(turn, about.kind).byId(about.id))
  if (why) turn.say(`reports.onPaper.refused.${why}`)
  return why === null
}
