import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { mayChangeLists } from '../src/chat/known-lists.ts'
import { button, commandButton, message } from '../src/chat/message.ts'
import { settingsWords } from '../src/chat/settings-words.ts'
import { isSpelling } from '../src/chat/spellings.ts'
import type { Turn } from '../src/chat/turn.ts'

/** What can be changed, and the dialog that changes it. */
const dialogs = {
  days: 'lichlamviec',
  hours: 'giolamviec',
  ladders: 'bacnhac',
  digests: 'lichtonghop',
  agency: 'coquan',
} as const
type Section = keyof typeof dialogs
const sections = Object.keys(dialogs) as Section[]

const labelOf = ({ texts }: Turn, section: Section) => texts.t(`settings.button.${section}`)
const sectionOf = (tail: string, turn: Turn) => sections.find((one) => isSpelling(tail, [labelOf(turn, one)]))

async function change(turn: Turn, section: Section): Promise<void> {
  if (await mayChangeLists(turn)) await turn.begin(dialogs[section], {})
  else turn.say('settings.refused')
}

async function show(turn: Turn): Promise<void> {
  const { t } = turn.texts
  const may = await mayChangeLists(turn)
  const words = [...(await settingsWords(turn)), t(may ? 'settings.more' : 'settings.refused')].join('\n')
  const buttons = [
    ...sections.map((section) => button(labelOf(turn, section), 'caidat', section)),
    commandButton(t('settings.button.lists'), 'danhmuc'),
  ]
  turn.reply(message(words, may ? buttons : []))
}

const begin = (section: Section) => defineAction(z.object({}), (turn) => change(turn, section))

/** The agency's settings: what they are, and a way to change each. */
export default defineCommand({
  order: 12,
  usage: 'settings.usage',
  menu: 'settings.menu',
  aliases: ['cài đặt'],
  allow: only('admin'),
  understands: (tail, turn) => sectionOf(tail, turn) !== undefined,
  run(turn, tail) {
    const section = sectionOf(tail, turn)
    return section ? change(turn, section) : show(turn)
  },
  actions: {
    days: begin('days'),
    hours: begin('hours'),
    ladders: begin('ladders'),
    digests: begin('digests'),
    agency: begin('agency'),
  },
})
