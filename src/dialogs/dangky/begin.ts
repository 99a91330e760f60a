import type { Turn } from '../../chat/turn.ts'
import { type WantedFields, wantedFields } from '../../domain/wanted-fields.ts'
import type { Registration } from '../../store/registration-row.ts'
import { type Answers, answers, answersOfBody } from './answers.ts'
import { loadCampaign } from './campaign.ts'
import { type Capacity, capacitiesOf } from './registrants.ts'

const nothingWanted: WantedFields = wantedFields(null, { commendations: [] })

/** What the plan, as it is now, wants of this registrant. */
export async function wantedOf(turn: Turn, registrant: Capacity, planId: string): Promise<WantedFields> {
  const campaign = await loadCampaign(turn, { planId, registrant })
  return campaign ? wantedFields(campaign.deadline?.deadline.quote ?? null, campaign.plan.draft) : nothingWanted
}

/** Answers for a capacity: another one begins the contents anew, as other things may be registered already. */
export async function chooseCapacity(turn: Turn, given: Answers, capacity: Capacity): Promise<Answers> {
  const same = given.registrant?.subject === capacity.subject && given.registrant.unitId === capacity.unitId
  const kept = same ? given : { ...given, items: [], contentsDone: false, people: undefined }
  return { ...kept, registrant: capacity, wanted: await wantedOf(turn, capacity, given.planId ?? '') }
}

/** Answers for a plan; whoever has one capacity only is not asked for it. */
export async function choosePlan(turn: Turn, given: Answers, planId: string): Promise<Answers> {
  const fresh = given.planId === planId ? given : answers.parse({ planId, words: given.words })
  const [capacity, ...more] = turn.person ? capacitiesOf(turn.person) : []
  return capacity && more.length === 0 ? chooseCapacity(turn, fresh, capacity) : fresh
}

/** A registration as a draft of its next version, all questions answered. */
export async function draftOfRegistration(turn: Turn, registration: Registration): Promise<Answers> {
  const { id, version, state, planId, subject, unitId, body, lateReason } = registration
  const registrant = { subject, unitId }
  return answers.parse({
    ...{ planId, registrant, wanted: await wantedOf(turn, registrant, planId) },
    ...answersOfBody(body),
    revises: { id, version, state },
    ...(lateReason !== null && { lateReason }),
  })
}
