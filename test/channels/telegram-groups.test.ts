import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTelegramChannel, type TelegramChannel } from '../../src/channels/telegram.ts'
import type { Incoming } from '../../src/chat/incoming.ts'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'

let server: TelegramServer
let channel: TelegramChannel
let taken: { updateId: string; incoming: Incoming }[]

const until = (say: () => unknown) => vi.waitFor(() => expect(say()).toBeTruthy(), { timeout: 5_000, interval: 10 })
const nothing = () => ({ vi: [], en: [] })

beforeEach(async () => {
  server = await startTelegramServer()
  taken = []
  channel = createTelegramChannel({
    ...{ token: server.token, apiRoot: server.root, webhook: null, menu: nothing, groupMenu: nothing },
    notice: () => {},
    broke: (_, error) => {
      throw error
    },
  })
  await channel.start(async ({ updateId, incoming }) => {
    taken.push({ updateId, incoming })
    return true
  })
  await until(() => server.polled)
})
afterEach(async () => {
  await channel.stop()
  await server.stop()
})

const group = { id: -5, type: 'group', title: 'Phòng Kinh tế' }
const lan = { id: 7, is_bot: false, first_name: 'Lan' }
const me = { id: 123456, is_bot: true, first_name: 'Thi đua', username: 'thidua_test_bot' }
const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }

/** What becomes of a message in the group; null: it is none of the bot's business. */
async function reads(message: object): Promise<Incoming | null> {
  const before = taken.length
  server.brings({ message: { message_id: 1, date: 1, chat: group, from: lan, ...message } })
  server.says(7, 'sau')
  await until(() => taken.at(-1)?.incoming.chat === '7' && taken.length > before)
  return taken.length === before + 2 ? (taken.at(-2)?.incoming ?? null) : null
}

// biome-ignore format: a table keeps its columns
const heard: [string, object, object | null][] = [
  ['a command',                            { text: '/hanchot' },                                          { kind: 'text', text: '/hanchot' }],
  ['a command for this bot',               { text: '/hanchot@ThiDua_Test_Bot tháng 11' },                 { kind: 'text', text: '/hanchot@ThiDua_Test_Bot tháng 11' }],
  ['a command for another bot',            { text: '/hanchot@khac_bot' },                                 null],
  ['the bot by name',                      { text: 'nhờ @thidua_test_bot hạn chót' },                     { kind: 'text', text: 'nhờ   hạn chót' }],
  ['a longer name that begins like it',    { text: '@thidua_test_bot2 hạn chót' },                        null],
  ['an address with its name',             { text: 'x@thidua_test_bot' },                                 null],
  ['an answer to the bot',                 { text: 'hạn chót', reply_to_message: { message_id: 3, from: me } },  { kind: 'text', text: 'hạn chót' }],
  ['an answer to a colleague',             { text: 'hạn chót', reply_to_message: { message_id: 3, from: lan } }, null],
  ['talk that the bot sees as an admin',   { text: 'bao giờ hết hạn đăng ký' },                           null],
  ['a command inside a sentence',          { text: 'gõ /hanchot đi' },                                    null],
  ['a file among colleagues',              { document: { file_id: 'f', file_name: 'mat.pdf' } },          null],
  ['a file for the bot, of which nothing is kept', { caption: '@thidua_test_bot', document: { file_id: 'f', file_name: 'a.pdf' } }, { kind: 'unsupported' }],
  ['the link that brings it in',           { text: '/start@thidua_test_bot K7QF-2M9P' },                  { kind: 'start', code: 'K7QF-2M9P' }],
  ['another title',                        { new_chat_title: 'Tên mới' },                                 { kind: 'titled' }],
  ['a supergroup from now on',             { migrate_to_chat_id: -1001234567890 },                        { kind: 'moved', chat: '-1001234567890' }],
  ['somebody who came in',                 { new_chat_members: [lan] },                                   null],
]
test.each(heard)('in a group: %s', async (_, message, what) => {
  const incoming = await reads(message)
  if (what === null) expect(incoming).toBeNull()
  else expect(incoming).toMatchObject({ chat: '-5', sender: '-5', displayName: null, what, group: { by: '7' } })
})

test('the title stands beside, the new one with its change', async () => {
  expect((await reads({ text: '/hanchot' }))?.group?.title).toBe('Phòng Kinh tế')
  expect((await reads({ new_chat_title: 'Tên mới' }))?.group?.title).toBe('Tên mới')
})

// biome-ignore format: a table keeps its columns
const nobody: [string, object][] = [
  ['an anonymous admin',            { from: anonymous, sender_chat: group }],
  ['one without the sender’s chat', { from: anonymous }],
  ['a channel that is linked',      { from: { id: 777000, is_bot: false, first_name: 'Telegram' }, sender_chat: { id: -100, type: 'channel' } }],
  ['another bot',                   { from: { id: 9, is_bot: true, first_name: 'Bot' } }],
]
test.each(nobody)('nobody is known behind %s', async (_, from) => {
  expect((await reads({ text: '/nhom', ...from }))?.group?.by).toBeNull()
})

describe('the bot’s own coming and going', () => {
  const member = (before: object, now: object, chat: object = group) =>
    server.brings({ my_chat_member: { chat, from: lan, date: 1, old_chat_member: before, new_chat_member: now } })
  const is = (status: string, more: object = {}) => ({ status, user: me, ...more })

  test('added, promoted (of no concern), removed; a person’s block is a person’s', async () => {
    member(is('left'), is('member'))
    member(is('member'), is('administrator'))
    member(is('administrator'), is('restricted', { is_member: true }))
    member(is('member'), is('kicked'))
    member(is('member'), is('kicked'), { id: 7, type: 'private' })
    await until(() => taken.length === 3)
    expect(taken.map(({ incoming: { chat, what, group: where } }) => [chat, what.kind, where !== undefined])).toEqual([
      ['-5', 'returned', true],
      ['-5', 'blocked', true],
      ['7', 'blocked', false],
    ])
  })

  test('let in by an anonymous admin: by nobody', async () => {
    const change = { old_chat_member: is('left'), new_chat_member: is('member') }
    server.brings({ my_chat_member: { chat: group, from: anonymous, date: 1, ...change } })
    await until(() => taken.length === 1)
    expect(taken[0]?.incoming).toMatchObject({ what: { kind: 'returned' }, group: { by: null } })
  })

  test('a press in a group is the presser’s, of an old message too', async () => {
    const press = { id: 'q1', from: lan, chat_instance: 'x', data: 'nhom.abc.0' }
    server.brings({ callback_query: { ...press, message: { message_id: 1, date: 0, chat: group } } })
    await until(() => taken.length === 1)
    expect(taken[0]?.incoming).toMatchObject({
      ...{ chat: '-5', sender: '-5', what: { kind: 'button', token: 'nhom.abc.0' } },
      group: { title: 'Phòng Kinh tế', by: '7' },
    })
  })
})

const say = { blocks: [{ kind: 'text' as const, text: 'Xã Ea Mẫu: 14/20' }], buttons: [] }
const how = { edits: null, file: null, address: null, lastHeardAt: null, pace: async () => {} }
const upgraded = {
  ...{ method: 'sendMessage', code: 400, movedTo: -1001234567890 },
  description: 'Bad Request: group chat was upgraded to a supergroup chat',
}

describe('a group that has become a supergroup', () => {
  test('is followed at the first refused sending, and that is taken down', async () => {
    server.faults.push(upgraded)
    expect(await channel.send('-5', say, how)).toMatchObject({ state: 'sent' })
    expect(server.of('sendMessage').map(({ payload }) => payload.chat_id)).toEqual([-1001234567890])
    expect(taken).toMatchObject([
      { updateId: 'moved:-5', incoming: { chat: '-5', what: { kind: 'moved', chat: '-1001234567890' } } },
    ])
  })

  test('once: a second move of the same sending is given up', async () => {
    server.faults.push(upgraded, upgraded)
    expect(await channel.send('-5', say, how)).toMatchObject({ state: 'failed' })
    expect(server.of('sendMessage')).toEqual([])
  })
})

test('it has a link into groups, one to its own chat, and a short menu for groups', async () => {
  await until(() => server.of('setMyCommands').length === 6)
  expect(channel.groupLink?.('K7QF-2M9P')).toBe('https://t.me/thidua_test_bot?startgroup=K7QF-2M9P')
  expect(channel.homeLink?.()).toBe('https://t.me/thidua_test_bot')
  expect(server.of('setMyCommands').map(({ payload }) => (payload.scope as { type: string }).type)).toEqual([
    ...Array.from({ length: 3 }, () => 'all_private_chats'),
    ...Array.from({ length: 3 }, () => 'all_group_chats'),
  ])
})

test('a chat gets a menu of its own, and the common one again', async () => {
  await channel.setMenu?.('7', [{ command: 'hanchot', description: 'Thời hạn' }])
  await channel.setMenu?.('7', null)
  expect(server.calls.slice(-2)).toMatchObject([
    { method: 'setMyCommands', payload: { scope: { type: 'chat', chat_id: 7 }, commands: [{ command: 'hanchot' }] } },
    { method: 'deleteMyCommands', payload: { scope: { type: 'chat', chat_id: 7 } } },
  ])
})

test('menus that Telegram refuses keep nobody from being heard', async () => {
  await channel.stop()
  await server.stop()
  server = await startTelegramServer()
  server.faults.push({ method: 'setMyCommands', code: 429, description: 'Too Many Requests', retryAfter: 60 })
  const noticed: string[] = []
  channel = createTelegramChannel({
    ...{ token: server.token, apiRoot: server.root, webhook: null, menu: nothing },
    notice: (what) => noticed.push(what),
    broke: () => {},
  })
  await channel.start(async ({ updateId, incoming }) => {
    taken.push({ updateId, incoming })
    return true
  })
  server.says(7, 'còn đây')
  await until(() => taken.length === 1)
  expect(noticed).toEqual(['Telegram took no menu'])
})
