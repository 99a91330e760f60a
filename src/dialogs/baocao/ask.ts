import { type Message, message } from '../../chat/message.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { shorten } from '../dangky/ask.ts'
import type { Asked } from '../engine/dialog.ts'
import type { AnswerItem, Answers } from './answers.ts'
import { progressOf } from './open-question.ts'
import { loadReported, type ReportedPlan } from './reported-plan.ts'

export { again, refused, tidy, took } from '../lifecycle/answering.ts'

export type Ask = Asked<Answers>

/** "Báo cáo kết quả, bước 2/5: Kết quả" over the question. */
export function headed({ turn, answers, at }: Ask, lines: string[]): Message {
  const title = turn.texts.t(`reports.step.${at.step}` as TextKey)
  const counted = answers.occasion !== undefined
  const header = turn.texts.t(counted ? 'reports.header' : 'reports.headerPlain', { ...progressOf(answers, at), title })
  return message([header, ...lines].filter((line) => line !== '').join('\n'))
}

const indexOf = ({ answers, at }: Ask): number => Math.min(at.item ?? 0, answers.items.length - 1)

/** The line that a step is about. */
export function itemAt(ask: Ask): AnswerItem {
  const item = ask.answers.items[indexOf(ask)]
  if (!item) throw new Error('A step about a line was reached before one was chosen.')
  return item
}

/** Answers with one line changed. */
export function withItem(ask: Ask, change: Partial<AnswerItem>): Answers {
  const index = indexOf(ask)
  const items = ask.answers.items.map((item, place) => (place === index ? { ...item, ...change } : item))
  return { ...ask.answers, items }
}

/** "Nội dung 2/3 “Cải cách hành chính”, chỉ tiêu: 100% hồ sơ đúng hạn". */
export function aboutItem(texts: Texts, ask: Ask): string {
  const { content, work, target } = itemAt(ask)
  const values = { number: indexOf(ask) + 1, count: ask.answers.items.length, content: shorten(content), work }
  const about = texts.t(values.count === 1 ? 'reports.about.only' : 'reports.about.one', values)
  return [
    about,
    work === '' ? '' : texts.t('reports.about.work', { work: shorten(work, 160) }),
    target === null ? '' : texts.t('reports.about.target', { target: target.text }),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** The plan of the answers; a draft whose plan was removed altogether cannot stand. */
export async function reportedOf({ turn, answers }: Ask): Promise<ReportedPlan> {
  const reported = answers.occasion ? await loadReported(turn, answers.occasion) : null
  if (!reported) throw new Error(`The plan ${answers.occasion?.planId} of a report draft is not in the store.`)
  return reported
}
