import type { Turn } from '../../chat/turn.ts'
import { type WantedFields, wantedFields } from '../../domain/wanted-fields.ts'
import type { Registration } from '../../store/registration-row.ts'
import { type Answers, answers } from './answers.ts'
import { answersOfBody } from './body.ts'
import { type Campaign, loadCampaign } from './campaign.ts'
import { type Capacity, capacitiesOf, othersOf } from './registrants.ts'

const nothingWanted: WantedFields = wantedFields(null, { commendations: [], contents: [], title: null })

/** What the plan, as it is now, wants of this registrant. */
export async function wantedOf(turn: Turn, registrant: Capacity, planId: string): Promise<WantedFields> {
  const campaign = await loadCampaign(turn, { planId, registrant })
  return campaign ? wantedBy(campaign) : nothingWanted
}

/** What a plan wants of those its deadline binds. */
export const wantedBy = ({ plan, deadline }: Campaign): WantedFields =>
  wantedFields(deadline?.deadline.quote ?? null, plan.draft)

/** Answers for a capacity: another one begins the contents anew, as other things may be registered already. */
export async function chooseCapacity(turn: Turn, given: Answers, capacity: Capacity): Promise<Answers> {
  const { registrant: was } = given
  const same = was?.subject === capacity.subject && was.unitId === capacity.unitId && was.personId === capacity.personId
  const fresh = { items: [], contentsDone: false, people: undefined, title: undefined, commendation: undefined }
  const kept = same ? given : { ...given, ...fresh }
  const wanted = await wantedOf(turn, capacity, given.planId ?? '')
  return { ...kept, forOther: false, registrant: capacity, wanted }
}

/** Answers for a plan; whoever has one capacity only, and types for nobody else, is not asked for it. */
export async function choosePlan(turn: Turn, given: Answers, planId: string): Promise<Answers> {
  const fresh = given.planId === planId ? given : answers.parse({ planId, words: given.words })
  const [capacity, ...more] = turn.person ? capacitiesOf(turn.person) : []
  const isOnly = capacity && more.length === 0 && (await othersOf(turn)).length === 0
  return isOnly ? chooseCapacity(turn, fresh, capacity) : fresh
}

/** A registration as a draft of its next version, all questions answered. */
export async function draftOfRegistration(turn: Turn, registration: Registration): Promise<Answers> {
  const { id, version, state, planId, subject, unitId, personId, body } = registration
  const isOther = subject === 'person' && personId !== null && personId !== turn.person?.id
  const registrant = { subject, unitId, ...(isOther && { personId }) }
  const wanted = { ...(await wantedOf(turn, registrant, planId)), shape: body.shape }
  return answers.parse({
    ...{ planId, registrant, wanted },
    ...answersOfBody(body),
    revises: { id, version, state },
  })
}
