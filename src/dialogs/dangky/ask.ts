import { type Message, message } from '../../chat/message.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import type { Asked } from '../engine/dialog.ts'
import type { AnswerItem, Answers } from './answers.ts'
import { type Campaign, loadCampaign, periodOf } from './campaign.ts'
import { progressOf } from './open-question.ts'

export { again, refused, took } from '../lifecycle/answering.ts'
export { periodOf }

export type Ask = Asked<Answers>

/** "Đăng ký thi đua, bước 3/6: Chỉ tiêu" over the question. */
export function headed({ turn, answers, at }: Ask, lines: string[]): Message {
  const title = turn.texts.t(`register.step.${at.step}` as TextKey)
  const counted = answers.registrant !== undefined
  const header = turn.texts.t(counted ? 'register.header' : 'register.headerPlain', {
    ...progressOf(answers, at),
    title,
  })
  return message([header, ...lines].filter((line) => line !== '').join('\n'))
}

/** Text of a document or a person, short enough to be quoted in a question. */
export function shorten(text: string, most = 80): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const atWord = cut.lastIndexOf(' ')
  return `${cut.slice(0, atWord > most / 2 ? atWord : cut.length).replace(/[\s,;:.]+$/u, '')}…`
}

/** The item a step is about, with its place. An item taken out meanwhile gives way to the last. */
function itemAt({ answers, at }: Ask): { item: AnswerItem; index: number } {
  const index = Math.min(at.item ?? 0, answers.items.length - 1)
  const item = answers.items[index]
  if (!item) throw new Error('A step about an item was reached before any content was chosen.')
  return { item, index }
}

/** Answers with one item changed. */
export function withItem({ answers, at }: Ask, change: Partial<AnswerItem>): Answers {
  const index = Math.min(at.item ?? 0, answers.items.length - 1)
  return { ...answers, items: answers.items.map((item, place) => (place === index ? { ...item, ...change } : item)) }
}

/** "Nội dung “Cải cách hành chính” (2/3)". */
export function aboutItem(texts: Texts, ask: Ask): string {
  const { item, index } = itemAt(ask)
  const count = ask.answers.items.length
  const key = count === 1 ? 'register.aboutItem' : 'register.aboutItemOf'
  return texts.t(key, { content: shorten(item.content), number: index + 1, count })
}

/** The campaign of the answers; a draft whose plan was removed altogether cannot stand. */
export async function campaignOf({ turn, answers }: Ask): Promise<Campaign> {
  const campaign = await loadCampaign(turn, answers)
  if (!campaign) throw new Error(`The plan ${answers.planId} of a registration draft is not in the store.`)
  return campaign
}
