import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { mayChangeLists } from '../src/chat/known-lists.ts'
import { button, commandButton, message } from '../src/chat/message.ts'
import { settingsWords } from '../src/chat/settings-words.ts'
import type { Turn } from '../src/chat/turn.ts'

async function show(turn: Turn): Promise<void> {
  const { t } = turn.texts
  const may = await mayChangeLists(turn)
  const buttons = [
    button(t('settings.button.days'), 'caidat', 'days'),
    button(t('settings.button.hours'), 'caidat', 'hours'),
    button(t('settings.button.ladders'), 'caidat', 'ladders'),
    button(t('settings.button.digests'), 'caidat', 'digests'),
    button(t('settings.button.agency'), 'caidat', 'agency'),
    commandButton(t('settings.button.lists'), 'danhmuc'),
  ]
  turn.reply(
    message(
      [...(await settingsWords(turn)), t(may ? 'settings.more' : 'settings.refused')].join('\n'),
      may ? buttons : [],
    ),
  )
}

const begin = (dialog: string) =>
  defineAction(z.object({}), async (turn) =>
    (await mayChangeLists(turn)) ? turn.begin(dialog, {}) : turn.say('settings.refused'),
  )

/** The agency's settings: what they are, and a way to change each. */
export default defineCommand({
  order: 12,
  usage: 'settings.usage',
  menu: 'settings.menu',
  aliases: ['cài đặt', 'lịch làm việc', 'giờ làm việc', 'bậc nhắc'],
  allow: only('admin'),
  run: show,
  actions: {
    days: begin('lichlamviec'),
    hours: begin('giolamviec'),
    ladders: begin('bacnhac'),
    digests: begin('lichtonghop'),
    agency: begin('coquan'),
  },
})
