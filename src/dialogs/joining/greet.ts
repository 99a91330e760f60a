import { agencyWords } from '../../chat/agency-words.ts'
import { commandButton, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { addDays } from '../../domain/day.ts'
import { isOpen } from '../../domain/obligation.ts'
import type { Member } from '../../domain/person.ts'
import { formatDeed, formatLastDay } from '../../texts/deadlines.ts'

const soonDays = 366

/** Greets a member: where they are, what is due next, and the first things to do. `before` stands above it. */
export async function greet(turn: Turn, member: Member, before: string[] = []): Promise<void> {
  const { texts, store } = turn
  const { agency } = await agencyWords(store, texts)
  const nearest = await nearestTask(turn, member)
  const words = [...before, texts.t('chat.start.hello', { agency }), nearest ?? texts.t('chat.start.nothing')]
  turn.reply(
    message(words.join('\n'), [
      commandButton(texts.t('chat.start.deadlines'), 'hanchot'),
      commandButton(texts.t('chat.start.register'), 'dangky'),
      commandButton(texts.t('chat.start.help'), 'trogiup'),
    ]),
  )
}

async function nearestTask({ texts, store, calendar, today }: Turn, { id }: Member): Promise<string | null> {
  const lastDay = { from: today, to: addDays(today, soonDays) }
  const next = (await store.obligations.find({ personId: id, lastDay })).find(isOpen)
  if (!next?.lastDay) return null
  const task = formatDeed(texts, next.kind, next.plan)
  return texts.t('chat.start.nearest', {
    task,
    lastDay: formatLastDay(texts, calendar, { ...next.deadline, lastDay: next.lastDay }),
  })
}
