import type { Message } from '../../chat/message.ts'
import { message } from '../../chat/message.ts'
import type { Asked, Choice, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'

type Pages = {
  /** The slot in which one page takes the place of another. */
  slot: string
  perPage: number
  head(asked: Asked<Answers>, page: { number: number; of: number }): string
  lines(asked: Asked<Answers>): Promise<string[]> | string[]
}

/** Lines shown a page at a time, as one message that changes; then back to the step it was opened from. */
export function pagesStep({ slot, perPage, head, lines }: Pages): Step<Answers> {
  async function show(asked: Asked<Answers>): Promise<Message> {
    const all = await lines(asked)
    const of = Math.max(1, Math.ceil(all.length / perPage))
    const number = Math.min(asked.answers.page, of - 1) + 1
    const text = [head(asked, { number, of }), ...all.slice((number - 1) * perPage, number * perPage)].join('\n')
    return { ...message(text), slot }
  }
  return {
    ask: show,
    async choices(asked) {
      const { page } = asked.answers
      const { t } = asked.turn.texts
      const all = await lines(asked)
      const next: Choice[] = (page + 1) * perPage < all.length ? [{ value: 'next', label: t('review.pages.next') }] : []
      const before: Choice[] = page > 0 ? [{ value: 'before', label: t('review.pages.before') }] : []
      return [...next, ...before, { value: 'done', label: t('review.pages.done') }]
    },
    async read(input, asked) {
      const { answers } = asked
      if (input.kind !== 'choice') return { ok: false, message: await show(asked) }
      if (input.value === 'done') return { ok: true, answers: { ...answers, page: 0 } }
      const page = Math.max(0, answers.page + (input.value === 'next' ? 1 : -1))
      return { ok: true, stay: true, answers: { ...answers, page } }
    },
  }
}
