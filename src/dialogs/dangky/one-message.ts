import { honoursOf } from '../../chat/honours.ts'
import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import { readHonour } from '../../domain/honours.ts'
import type { OneMessage } from '../../domain/one-message.ts'
import { readPeopleLines } from '../../domain/people-lines.ts'
import { readTargets } from '../../domain/target.ts'
import { type AnswerItem, type Answers, answers } from './answers.ts'
import { chooseCapacity, choosePlan } from './begin.ts'
import { type Campaign, campaignsFor } from './campaign.ts'
import { withList } from './list-file.ts'
import { isYearly } from './open-question.ts'
import { capacitiesOf } from './registrants.ts'

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

/** What a campaign asks: a content with its target; what the plan wants and the message does not say stays open. */
function ofCampaign(campaign: Campaign, said: OneMessage, { wanted }: Answers): Partial<Answers> {
  const item = itemOf(campaign, said)
  const targets = wanted?.target && item.targets?.length === 0 ? undefined : item.targets
  const day = wanted?.finishDay ? {} : { finishDay: null }
  return {
    items: [{ ...item, targets, ...day }],
    contentsDone: true,
    ...(!wanted?.title && { title: null }),
    ...(!wanted?.commendation && { commendation: null }),
  }
}

/** What a year asks: a title, and perhaps a commendation. */
async function ofYear(turn: Turn, { content, target }: OneMessage): Promise<Partial<Answers>> {
  const honours = await honoursOf(turn)
  const named = (words: string) => readHonour(honours, words)?.name ?? words
  return { title: named(content), ...(target !== '' && { commendation: named(target) }) }
}

/** What the message says as answers. */
async function answersOf(turn: Turn, campaign: Campaign, said: OneMessage): Promise<Answers> {
  const chosen = await choosePlan(turn, answers.parse({}), campaign.plan.id)
  const given = await withCapacity(turn, chosen, said)
  const asked = isYearly(given) ? await ofYear(turn, said) : ofCampaign(campaign, said, given)
  const answered = { ...given, ...asked }
  if (given.registrant?.subject !== 'unit') return answered
  const list = readPeopleLines(said.people, await honoursOf(turn))
  if (list.people.length === 0 && given.wanted?.people) return answered
  const at = { step: 'people' }
  return withList({ turn, answers: answered, at, draftId: '' }, list)
}

/** A registration in one message, for a poor network: the dialog opens at what is missing, else at the preview. False where the words fit no plan or several. */
export async function registerInOneMessage(turn: Turn, said: OneMessage): Promise<boolean> {
  const [campaign, ...more] = await campaignsFor(turn, said.plan)
  if (!campaign || more.length > 0 || !turn.person || capacitiesOf(turn.person).length === 0) return false
  await turn.begin('dangky', await answersOf(turn, campaign, said))
  return true
}
