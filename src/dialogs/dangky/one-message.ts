import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import type { OneMessage } from '../../domain/one-message.ts'
import { readPeopleLines } from '../../domain/people-lines.ts'
import { readTargets } from '../../domain/target.ts'
import { type AnswerItem, type Answers, answers, openQuestion } from './answers.ts'
import { arrivalFor } from './arrival.ts'
import { chooseCapacity, choosePlan } from './begin.ts'
import { type Campaign, campaignsFor } from './campaign.ts'
import { capacitiesOf } from './registrants.ts'
import { send } from './send.ts'

/** The content of the plan that these words name, else the words themselves. */
function itemOf({ plan }: Campaign, { content, target }: OneMessage): AnswerItem {
  const words = fold(content)
  const [listed, ...more] = plan.draft.contents.filter(({ text }) => ` ${fold(text)} `.includes(` ${words} `))
  const named = listed && more.length === 0 ? { section: listed.section, content: listed.text } : null
  const targets = target === '' ? [] : readTargets(target).map(({ read }) => read)
  const countable = targets.flatMap((read) => (read.ok ? [read.target] : []))
  // A target that cannot be read is asked for, not dropped.
  const read = countable.length === targets.length ? { targets: countable } : {}
  return { ...(named ?? { section: null, content }), work: null, ...read }
}

/** A list of people is a unit's paper, where the writer may write for exactly one; without one it is their own. */
async function withCapacity(turn: Turn, given: Answers, { people }: OneMessage): Promise<Answers> {
  const subject = people === '' ? 'person' : 'unit'
  const [capacity, ...more] = turn.person ? capacitiesOf(turn.person).filter((one) => one.subject === subject) : []
  return capacity && more.length === 0 ? chooseCapacity(turn, given, capacity) : given
}

/** What the message says as answers; what the plan wants and it does not say stays open. */
async function answersOf(turn: Turn, campaign: Campaign, said: OneMessage): Promise<Answers> {
  const chosen = await choosePlan(turn, answers.parse({}), campaign.plan.id)
  const given = await withCapacity(turn, chosen, said)
  const { wanted, registrant } = given
  const item = itemOf(campaign, said)
  const targets = wanted?.target && item.targets?.length === 0 ? undefined : item.targets
  const day = wanted?.finishDay ? {} : { finishDay: null }
  const { people, problems } = readPeopleLines(said.people)
  const listed = people.length > 0 || !wanted?.people ? { people, rowProblems: problems } : {}
  return {
    ...given,
    items: [{ ...item, targets, ...day }],
    contentsDone: true,
    ...(registrant?.subject === 'unit' && listed),
    ...(!wanted?.title && { title: null }),
    ...(!wanted?.commendation && { commendation: null }),
  }
}

/**
 * A registration in one message, for a poor network: sent at once where nothing is left to ask; otherwise the dialog
 * opens at what is missing. False where the words fit no plan or several.
 */
export async function registerInOneMessage(turn: Turn, said: OneMessage): Promise<boolean> {
  const [campaign, ...more] = await campaignsFor(turn, said.plan)
  if (!campaign || more.length > 0 || !turn.person || capacitiesOf(turn.person).length === 0) return false
  const given = await answersOf(turn, campaign, said)
  const at = openQuestion(given)
  const complete = at.step === 'preview' && arrivalFor(campaign.deadline, turn.today) !== 'late'
  const ask = { turn, answers: given, at, draftId: `message:${turn.inboxId}` }
  const draft = await turn.draftOf('dangky')
  // A draft underway is not pushed aside by half a registration: it is offered first.
  if (!complete && draft) return false
  if (!complete || ((await send(ask)) === 'stay' && !draft)) await turn.begin('dangky', given)
  return true
}
