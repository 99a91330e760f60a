import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { honourWords } from '../src/chat/honours.ts'
import { listWords, mayChangeLists } from '../src/chat/known-lists.ts'
import { button, message } from '../src/chat/message.ts'
import type { Turn } from '../src/chat/turn.ts'

const nothing = z.object({})

async function show(turn: Turn): Promise<void> {
  const { t } = turn.texts
  const { text, own } = await listWords(turn)
  const buttons = [
    button(t('review.lists.addDocument'), 'danhmuc', 'addDocument'),
    button(t('review.lists.addName'), 'danhmuc', 'addName'),
    ...(own > 0 ? [button(t('review.lists.remove'), 'danhmuc', 'remove')] : []),
    button(t('review.honours.menu'), 'danhmuc', 'honours'),
  ]
  turn.reply(message(text, (await mayChangeLists(turn)) ? buttons : []))
}

/** The emulation titles and commendations that registrations choose from. */
async function showHonours(turn: Turn): Promise<void> {
  const { t } = turn.texts
  const buttons = [
    button(t('review.honours.add'), 'danhmuc', 'addHonour'),
    button(t('review.honours.drop'), 'danhmuc', 'dropHonour'),
  ]
  turn.reply(message(await honourWords(turn), (await mayChangeLists(turn)) ? buttons : []))
}

const beginHonour = (kind: 'add' | 'drop') =>
  defineAction(nothing, async (turn) =>
    (await mayChangeLists(turn)) ? turn.begin('danhhieu', { kind }) : turn.say('review.lists.refused'),
  )

const begin = (kind: 'documents' | 'names' | 'remove') =>
  defineAction(nothing, async (turn) =>
    (await mayChangeLists(turn)) ? turn.begin('danhmuc', { kind }) : turn.say('review.lists.refused'),
  )

/** What plans are held against: documents no longer in force, and names of offices that are no more. */
export default defineCommand({
  order: 11,
  usage: 'review.lists.usage',
  menu: 'review.lists.menu',
  aliases: ['danh mục', 'văn bản hết hiệu lực', 'tên cũ'],
  allow: only('admin'),
  run: show,
  actions: {
    addDocument: begin('documents'),
    addName: begin('names'),
    remove: begin('remove'),
    honours: defineAction(nothing, showHonours),
    addHonour: beginHonour('add'),
    dropHonour: beginHonour('drop'),
  },
})
