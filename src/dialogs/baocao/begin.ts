import type { Turn } from '../../chat/turn.ts'
import type { RegistrationBody } from '../../domain/registration-body.ts'
import { itemsOfPlan, itemsOfRegistrations, type Proposal } from '../../domain/report.ts'
import type { Occasion } from '../../domain/report-occasion.ts'
import type { Registration } from '../../store/registration-row.ts'
import type { Report } from '../../store/report-row.ts'
import { type Answers, answers, answersOfBody } from './answers.ts'
import { loadReported, type ReportedPlan } from './reported-plan.ts'

/** "đề nghị khen thưởng", "lựa chọn … khen thưởng" in the clause: the plan wants proposals with the report. */
const wantsProposals = /khen\s+thưởng/iu

const offersProposals = ({ plan, deadline }: ReportedPlan): boolean =>
  plan.draft.commendations.length > 0 || wantsProposals.test(deadline?.deadline.quote ?? '')

/** What was registered to be honoured, as proposals to start from. */
function proposalsOf(registrations: Registration[], self: { name: string; position: string }): Proposal[] {
  return registrations.flatMap(({ subject, body }) => {
    const own = body.commendation ? [{ ...self, subject, commendation: body.commendation }] : []
    const people = body.people.flatMap(({ name, position, commendation }) =>
      commendation ? [{ subject: 'person' as const, name, position, commendation }] : [],
    )
    return [...own, ...people]
  })
}

/** A yearly registration without lines promises its title and initiative. */
function linesOf({ body }: Registration): Pick<RegistrationBody, 'items'> {
  if (body.items.length > 0) return body
  const promised = [body.title, body.initiative, body.commendation].filter((name) => name !== null)
  return {
    items: promised.map((content) => ({ contentSection: null, content, work: '', target: null, finishDay: null })),
  }
}

/** Answers for an occasion: those of a report that was returned, else new ones. */
export async function answersFor(turn: Turn, occasion: Occasion, words = ''): Promise<Answers> {
  const standing = await turn.store.reports.ofOccasion(occasion)
  return standing?.state === 'returned' ? draftOfReport(turn, standing) : freshAnswers(turn, occasion, words)
}

/** Its lines from what was registered, else from the contents of the plan. */
async function freshAnswers(turn: Turn, occasion: Occasion, words: string): Promise<Answers> {
  const { store, person } = turn
  const { planId, deadlineId, round, subject, unitId, personId } = occasion
  const isOther = personId !== null && personId !== person?.id
  const reported = await loadReported(turn, occasion)
  const registrations = await store.registrations.ofRegistrant(planId, { subject, unitId, personId })
  const items = itemsOfRegistrations(registrations.map(linesOf))
  const contents = reported ? itemsOfPlan(reported.plan.draft) : []
  const [only, ...more] = contents
  const unit = subject === 'unit' ? ((await store.units.byId(unitId))?.name ?? '') : ''
  const reporter = subject === 'unit' ? undefined : await store.people.byId(personId ?? '')
  const self = reporter ? { name: reporter.name, position: reporter.position } : { name: unit, position: '' }
  return answers.parse({
    words,
    occasion: { planId, deadlineId, round, subject, unitId, ...(isOther && { personId }) },
    registrations: registrations.map(({ code }) => code),
    items: items.length > 0 ? items : only && more.length === 0 ? [only] : [],
    itemsDone: items.length > 0 || contents.length === 1,
    offersProposals: reported !== null && offersProposals(reported),
    proposals: proposalsOf(registrations, self),
  })
}

/** A report as a draft of its next version, all questions answered. */
export async function draftOfReport(turn: Turn, report: Report): Promise<Answers> {
  const { id, version, state, planId, deadlineId, round, subject, unitId, personId, body, lateReason } = report
  const isOther = personId !== null && personId !== turn.person?.id
  const reported = await loadReported(turn, report)
  return answers.parse({
    ...answersOfBody(body),
    occasion: { planId, deadlineId, round, subject, unitId, ...(isOther && { personId }) },
    offersProposals: reported !== null && offersProposals(reported),
    revises: { id, version, state },
    ...(lateReason !== null && { lateReason }),
  })
}
