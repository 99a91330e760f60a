import { expect, test } from 'vitest'
import { type Command, defineCommand, everyone } from '../../src/chat/command.ts'
import { createRegistry } from '../../src/chat/registry.ts'
import type { Turn } from '../../src/chat/turn.ts'
import { createTexts } from '../../src/texts/texts.ts'

const command = (menu: Command['menu'], more: Partial<Command> = {}): Command =>
  defineCommand({ menu, usage: 'chat.help.usage', aliases: [], allow: everyone, run: () => {}, ...more } as Command)

const registry = createRegistry(
  {
    hanchot: command('deadlines.menu', {
      aliases: ['hc', 'hạn chót'],
      understands: (tail) => /tháng|thang/.test(tail),
    }),
    huy: command('chat.cancel.menu', { aliases: ['hủy'] }),
    dangky: command('register.menu', { aliases: ['đăng ký', 'dk'] }),
    trogiup: command('chat.help.menu'),
  },
  createTexts(),
)
const turn = {} as Turn
const read = async (text: string, onlySlash = false) => {
  const found = await registry.read(text, turn, { onlySlash })
  return found && `${found.name}|${found.tail}`
}

// biome-ignore format: a table keeps its columns
const typed = [
  { say: 'the name',                                     text: '/hanchot',                expect: 'hanchot|' },
  { say: 'with capitals and a space',                    text: ' / HanChot ',             expect: 'hanchot|' },
  { say: 'with the name of the bot, as in a group',      text: '/hanchot@thidua_bot 30',  expect: 'hanchot|30' },
  { say: 'with marks',                                   text: 'hạn chót',                expect: 'hanchot|' },
  { say: 'without marks',                                text: 'han chot',                expect: 'hanchot|' },
  { say: 'an alias',                                     text: 'hc',                      expect: 'hanchot|' },
  { say: 'as the menu calls it in Vietnamese',           text: 'đăng ký thi đua',         expect: 'dangky|' },
  { say: 'as the menu calls it in English',              text: 'help',                    expect: 'trogiup|' },
  { say: 'the longest spelling wins',                    text: '/đăng ký thi đua 120',    expect: 'dangky|120' },
  { say: 'the old placing of tone marks',                text: 'huỷ',                     expect: 'huy|' },
  { say: 'words after a slash command are its own',      text: '/hanchot tháng 11',       expect: 'hanchot|tháng 11' },
  { say: 'bare words that the command understands',      text: 'hạn chót tháng 11',       expect: 'hanchot|tháng 11' },
  { say: 'bare words that it does not are speech',       text: 'hạn chót là gì',          expect: null },
  { say: 'a wrong mark is another word',                 text: 'hẩn chót',                expect: null },
  { say: 'speech',                                       text: 'xin chào đồng chí',       expect: null },
  { say: 'nothing',                                      text: '',                        expect: null },
  { say: 'a lone slash',                                 text: '/',                       expect: null },
  { say: 'a date is no command',                         text: '/10/4',                   expect: null },
  { say: 'signs after the name are no tail',             text: '/hanchot: – 30',          expect: 'hanchot|– 30' },
]
test.each(typed)('$say: $text', async ({ text, expect: wanted }) => expect(await read(text)).toBe(wanted))

test('inside a dialog only a slash makes a command', async () => {
  expect(await read('hạn chót', true)).toBeNull()
  expect(await read('/hạn chót', true)).toBe('hanchot|')
})
