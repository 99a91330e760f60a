import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SendOptions } from '../../src/channels/channel.ts'
import type { QueuedMessage } from '../../src/chat/message.ts'
import { openMemoryRig } from './contract/memory-rig.ts'
import type { Rig } from './contract/rig.ts'
import { openTelegramRig } from './contract/telegram-rig.ts'
import { openWebRig } from './contract/web-rig.ts'
import { openZaloBotRig } from './contract/zalo-bot-rig.ts'
import { openZaloOaRig } from './contract/zalo-oa-rig.ts'

/** What every channel must do, written once; what one cannot do stands in its `can`, and is held against it here. */
const channels = [
  { name: 'memory', open: openMemoryRig },
  { name: 'web', open: openWebRig },
  { name: 'telegram', open: openTelegramRig },
  { name: 'zalo-oa', open: openZaloOaRig },
  { name: 'zalo bot', open: openZaloBotRig },
]

const say = (text: string, labels: string[] = [], topic = 'hanchot.abc'): QueuedMessage => ({
  blocks: [{ kind: 'text', text }],
  buttons: labels.map((label, index) => ({ label, token: `${topic}.${index}` })),
})

describe.each(channels)('$name', ({ open }) => {
  let rig: Rig
  beforeEach(async () => {
    rig = await open()
  })
  afterEach(() => rig.close())

  const send = (message: QueuedMessage, options: Partial<SendOptions> = {}) =>
    rig.channel.send(rig.chat, message, {
      ...{ edits: null, file: null, address: null, lastHeardAt: null, pace: async () => {} },
      ...options,
    })
  const whats = () => rig.taken().map(({ what }) => what)
  /** Where there are no buttons, those of a message do no harm to its words. */
  const expectNoButtons = async () => {
    await send(say('Một điều khoản', ['Xem']))
    expect(await rig.shows()).toEqual([{ text: 'Một điều khoản', buttons: [], file: null }])
  }
  const texts = async () => (await rig.shows()).map(({ text }) => text)

  test('what is said comes in with its chat and sender, in one Unicode form', async () => {
    await rig.says('bao giờ hết hạn'.normalize('NFD'))
    expect(rig.taken()).toMatchObject([
      { channel: rig.channel.name, chat: rig.chat, what: { kind: 'text', text: 'bao giờ hết hạn' } },
    ])
    expect(rig.taken()[0]?.sender).not.toBe('')
  })

  test('what is answered is shown, in its order', async () => {
    for (const text of ['một', 'hai', 'ba']) expect(await send(say(text))).toMatchObject({ state: 'sent' })
    expect(await texts()).toEqual(['một', 'hai', 'ba'])
  })

  test('buttons are shown in their order, and a press brings the token of its own', async () => {
    if (!rig.channel.can.buttons) return expectNoButtons()
    await send(say('Một điều khoản', ['Đăng ký', 'Xem nguyên văn', 'Xem bản gốc']))
    expect((await rig.shows())[0]?.buttons).toEqual(['Đăng ký', 'Xem nguyên văn', 'Xem bản gốc'])
    await rig.presses('Xem nguyên văn')
    expect(whats()).toEqual([{ kind: 'button', token: 'hanchot.abc.1' }])
  })

  test('a button of an old message still brings its own token', async () => {
    if (!rig.channel.can.buttons) return expectNoButtons()
    await send(say('cũ', ['Xem'], 'hanchot.old'))
    await send(say('mới', ['Xem'], 'hanchot.new'))
    await rig.presses('Xem', 1)
    await rig.presses('Xem')
    expect(whats()).toEqual([
      { kind: 'button', token: 'hanchot.old.0' },
      { kind: 'button', token: 'hanchot.new.0' },
    ])
  })

  test('a file comes in by name and size, and is downloaded byte for byte', async () => {
    const bytes = new Uint8Array([0, 255, 10, 13, 128, ...Buffer.from('Kế hoạch')])
    await rig.sends({ name: 'Kế hoạch số 18.txt'.normalize('NFD'), bytes })
    const [what] = whats()
    if (!rig.channel.can.filesIn) return expect(what).toEqual({ kind: 'unsupported' })
    expect(what).toMatchObject({ kind: 'file', file: { name: 'Kế hoạch số 18.txt', size: bytes.length }, caption: '' })
    if (what?.kind !== 'file') throw new Error('No file was taken down.')
    expect(Buffer.from(await rig.channel.download(what.file)).equals(bytes)).toBe(true)
  })

  test('a file goes out with its words, its name and its buttons', async () => {
    const bytes = new Uint8Array([1, 2, 3, 0, 255])
    const attachment = { hash: await rig.keeps(bytes), name: 'Bản đăng ký <1>.docx', mime: 'application/octet-stream' }
    await send({ ...say('Bản đăng ký', ['Xem lại']), attachment }, { file: bytes })
    const [shown] = await rig.shows()
    // The renderer has put a link into the words before.
    if (!rig.channel.can.filesOut) return expect(shown).toMatchObject({ text: 'Bản đăng ký', file: null })
    expect(shown).toMatchObject({ text: 'Bản đăng ký', buttons: ['Xem lại'], file: { name: attachment.name } })
    expect(shown?.file && Buffer.from(shown.file.bytes).equals(bytes)).toBe(true)
  })

  test('an edit replaces what it names where the channel can, words and buttons', async () => {
    const first = await send(say('Đang đọc'))
    await send(say('khác'))
    const edits = first.state === 'sent' ? first.externalId : null
    await send(say('Đã đọc xong', ['Xem']), { edits })
    const shown = await rig.shows()
    if (!rig.channel.can.edit) return expect(shown).toHaveLength(3)
    expect(shown.map(({ text }) => text).sort()).toEqual(['khác', 'Đã đọc xong'].sort())
    expect(shown.find(({ text }) => text === 'Đã đọc xong')?.buttons).toEqual(['Xem'])
  })

  test('an edit of what is no longer there is shown all the same', async () => {
    await send(say('Đã đọc xong'), { edits: '999999' })
    expect(await texts()).toEqual(['Đã đọc xong'])
  })

  test('a long text comes whole, in parts no longer than the channel takes, the buttons below the last', async () => {
    const sentence = 'Các đơn vị đăng ký nội dung thi đua 🌾 trước ngày 10/4/2024. '
    const text = sentence.repeat(600).trim()
    expect(await send(say(text, ['Xem']))).toMatchObject({ state: 'sent' })
    const shown = await rig.shows()
    expect(shown.map((one) => one.text).join(' ')).toBe(text)
    // A channel that shows any length shows it in one.
    const { textLength, buttons: hasButtons } = rig.channel.can
    expect(shown.length === 1 || shown.every((one) => one.text.length <= textLength)).toBe(true)
    const below = hasButtons ? 1 : 0
    expect(shown.map(({ buttons }) => buttons.length)).toEqual([...shown.slice(1).map(() => 0), below])
  })

  test('4,096 characters come in whole and go out in one message where it takes as many', async () => {
    const text = `${'Đồng chí ạ '.repeat(400).slice(0, 4095)}.`
    await rig.says(text)
    expect(whats()).toEqual([{ kind: 'text', text }])
    await send(say(text))
    const shown = await texts()
    expect(shown.join(' ')).toBe(text)
    if (rig.channel.can.textLength >= text.length) expect(shown).toHaveLength(1)
  })

  test.each([
    '<b>Nguyễn & Trần</b>',
    'a < b > c',
    '&lt;&amp;nbsp;',
    '*_[x](y)`~',
    'H’Linh "Niê"',
    '\\n \\*',
    '1. x\n   y',
  ])('signs arrive as they were written: %j', async (text) => {
    await rig.says(text)
    await send({ ...say(text, [text.slice(0, 20)]), blocks: [say(text).blocks[0], { kind: 'quote', text }] as never })
    expect(whats()).toEqual([{ kind: 'text', text }])
    const { markup, buttons } = rig.channel.can
    const quoted = markup ? text : `“${text}”`
    expect(await rig.shows()).toMatchObject([
      { text: `${text}\n${quoted}`, buttons: buttons ? [text.slice(0, 20)] : [] },
    ])
  })

  test('the same update five times is taken down once; the next one too', async () => {
    await rig.says('một')
    for (let time = 0; time < 4; time += 1) await rig.repeats()
    await rig.says('hai')
    expect(whats()).toEqual([
      { kind: 'text', text: 'một' },
      { kind: 'text', text: 'hai' },
    ])
  })

  test('a file, and a press, five times as well', async () => {
    const { buttons, filesIn } = rig.channel.can
    await send(say('Xem trước', ['Gửi']))
    if (buttons) await rig.presses('Gửi')
    if (buttons) for (let time = 0; time < 4; time += 1) await rig.repeats()
    await rig.sends({ name: 'a.txt', bytes: new Uint8Array([1]) })
    for (let time = 0; time < 4; time += 1) await rig.repeats()
    expect(whats().map(({ kind }) => kind)).toEqual([...(buttons ? ['button'] : []), filesIn ? 'file' : 'unsupported'])
  })

  test('what one person says is taken down in its order', async () => {
    const said = Array.from({ length: 10 }, (_, index) => `câu ${index}`)
    for (const text of said) await rig.says(text)
    expect(whats()).toEqual(said.map((text) => ({ kind: 'text', text })))
  })

  test('whoever comes with a code brings it, if need be typed', async () => {
    await rig.opens('N3WC-0DE7')
    expect([
      { kind: 'start', code: 'N3WC-0DE7' },
      { kind: 'text', text: 'N3WC-0DE7' },
    ]).toContainEqual(whats().at(-1))
  })

  test('a link for a code is given exactly where the channel has such links', () => {
    const link = rig.channel.joinLink('K7QF-2M9P')
    expect(link !== null).toBe(rig.channel.can.deepLinks)
    if (link) expect(link).toMatch(/^https:.*K7QF-2M9P/)
  })

  test('whoever blocks is told of, cannot be written to, and can again when they return', async () => {
    // In memory and on the web nobody can block: what was sent is kept there until it is read. Zalo does not tell of it.
    if (!rig.blocks || !rig.returns) return expect(await send(say('x'))).toMatchObject({ state: 'sent' })
    await rig.blocks()
    expect(whats().at(-1)).toEqual({ kind: 'blocked' })
    expect(await send(say('x'))).toMatchObject({ state: 'blocked' })
    await rig.returns()
    // Where coming back is the same as coming for the first time, it is heard as that.
    expect(whats().at(-1)?.kind).toMatch(/^(?:returned|start)$/)
    expect(await send(say('y'))).toMatchObject({ state: 'sent' })
  })

  test('it is ready while it listens', async () => {
    await rig.says('một')
    expect(rig.channel.ready()).toBe(true)
  })
})
