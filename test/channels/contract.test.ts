import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Incoming } from '../../src/chat/incoming.ts'
import type { QueuedMessage } from '../../src/chat/message.ts'
import { openMemoryPlatform } from './memory-platform.ts'
import type { Doing, Platform } from './platform.ts'
import { openTelegramPlatform } from './telegram-platform.ts'
import { openWebPlatform } from './web-platform.ts'

const platforms = [
  { name: 'memory', openPlatform: openMemoryPlatform },
  { name: 'web', openPlatform: openWebPlatform },
  { name: 'telegram', openPlatform: openTelegramPlatform },
]

const note = (text: string, ...labels: string[]): QueuedMessage => ({
  blocks: [{ kind: 'text', text }],
  buttons: labels.map((label, index) => ({ label, token: `hanchot.abc.${index}` })),
})

describe.each(platforms)('the channel $name', ({ name, openPlatform }) => {
  let platform: Platform
  let taken: { updateId: string; incoming: Incoming }[]

  beforeEach(async () => {
    platform = await openPlatform()
    taken = []
    await platform.channel.start(async ({ updateId, incoming }) => {
      taken.push({ updateId, incoming })
      return true
    })
    await vi.waitFor(() => expect(platform.channel.ready()).toBe(true))
  })
  afterEach(() => platform.end())

  const hears = async (doing: Doing): Promise<Incoming> => {
    await platform.does(doing)
    await vi.waitFor(() => expect(taken).toHaveLength(1))
    return (taken[0] as { incoming: Incoming }).incoming
  }

  test('says its name, and names it in what it hands on', async () => {
    expect(platform.channel.name).toBe(name)
    expect(await hears({ says: 'hạn chót' })).toMatchObject({ channel: name, chat: '7', sender: '7' })
  })

  test('hands on words as they were typed', async () => {
    expect((await hears({ says: 'DK <kế hoạch> *100%* & “xong”' })).what).toEqual({
      kind: 'text',
      text: 'DK <kế hoạch> *100%* & “xong”',
    })
  })

  test('hands on that a chat was opened with a code', async () => {
    expect((await hears({ opens: 'K7QF-2M9P' })).what).toEqual({ kind: 'start', code: 'K7QF-2M9P' })
  })

  test('hands on the token of a button', async () => {
    await platform.send(note('Đồng chí chọn', 'Duyệt', 'Xem'))
    expect((await hears({ presses: 'hanchot.abc.1' })).what).toEqual({ kind: 'button', token: 'hanchot.abc.1' })
  })

  test('hands on a file by a reference under which its bytes are fetched', async () => {
    const bytes = Buffer.from('KẾ HOẠCH số 18')
    const { what } = await hears({ sends: 'Kế hoạch số 18.txt', bytes })
    if (what.kind !== 'file') throw new Error(`A file became ${what.kind}.`)
    expect(what.file).toMatchObject({ name: 'Kế hoạch số 18.txt', size: bytes.length })
    expect(Buffer.from(await platform.channel.download(what.file)).equals(bytes)).toBe(true)
  })

  test('the same event delivered again is known by the same id', async () => {
    const { again } = await platform.does({ says: 'một' })
    await vi.waitFor(() => expect(taken).toHaveLength(1))
    await again()
    await platform.does({ says: 'hai' })
    await vi.waitFor(() => expect(taken.at(-1)?.incoming.what).toEqual({ kind: 'text', text: 'hai' }))
    expect(new Set(taken.map(({ updateId }) => updateId)).size).toBe(2)
  })

  test('shows words, quotations and buttons in their order, and says under which id', async () => {
    const message = note('Gửi chậm nhất thứ Ba 09/04', 'Đăng ký', 'Xem việc 1', 'Xem lịch')
    const quoted: QueuedMessage = {
      ...message,
      blocks: [...message.blocks, { kind: 'quote', text: 'trước ngày 10/4' }],
    }
    const outcome = await platform.send(quoted)
    expect(outcome).toEqual({ state: 'sent', externalId: expect.any(String) })
    expect(await platform.seen()).toEqual([
      {
        text: 'Gửi chậm nhất thứ Ba 09/04\ntrước ngày 10/4',
        labels: ['Đăng ký', 'Xem việc 1', 'Xem lịch'],
        file: null,
      },
    ])
  })

  test('signs of HTML and Markdown stay signs', async () => {
    await platform.send(note('<b>Nguyễn</b> & *Văn* _A_ [x](y) `z` "q"'))
    expect((await platform.seen())[0]?.text).toBe('<b>Nguyễn</b> & *Văn* _A_ [x](y) `z` "q"')
  })

  test('a text of any length arrives whole', async () => {
    const lines = Array.from({ length: 400 }, (_, line) => `Dòng ${line + 1}: đăng ký thi đua & “báo cáo”.`)
    expect((await platform.send(note(lines.join('\n'), 'Xem'))).state).toBe('sent')
    const seen = await platform.seen()
    expect(seen.map(({ text }) => text).join('\n')).toBe(lines.join('\n'))
    expect(seen.at(-1)?.labels).toEqual(['Xem'])
  })

  test('a file goes out whole and under its name', async () => {
    const message = { ...note('Bản gốc'), attachment: { hash: 'h', name: 'Kế hoạch.txt', mime: 'text/plain' } }
    await platform.send(message, { file: Buffer.from('nội dung') })
    expect(await platform.seen()).toMatchObject([
      { text: 'Bản gốc', file: { name: 'Kế hoạch.txt', bytes: 'nội dung' } },
    ])
  })

  test('a message that replaces another stands in its place', async () => {
    const first = await platform.send(note('Đang đọc tệp'))
    await platform.send(note('Tin khác'))
    expect(platform.channel.can.edit).toBe(true)
    await platform.send(note('Đã đọc xong'), { edits: first.state === 'sent' ? first.externalId : null })
    expect((await platform.seen()).map(({ text }) => text)).toEqual(['Đã đọc xong', 'Tin khác'])
  })

  test('gives a link to join exactly where it can open a chat by one', () => {
    const link = platform.channel.joinLink('K7QF-2M9P')
    if (platform.channel.can.deepLinks) expect(link).toMatch(/^https:\/\/.+K7QF-2M9P$/)
    else expect(link).toBeNull()
  })

  test('is not ready once it has stopped', async () => {
    await platform.channel.stop()
    expect(platform.channel.ready()).toBe(false)
  })
})
