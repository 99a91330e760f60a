import { createHash } from 'node:crypto'
import { createWebChannel } from '../../src/channels/web.ts'
import type { What } from '../../src/chat/incoming.ts'
import type { QueuedMessage } from '../../src/chat/message.ts'
import { createMovableClock } from '../../src/clock.ts'
import { instantFrom } from '../../src/domain/day.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createPairings } from '../../src/store/pairings.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { createTexts } from '../../src/texts/texts.ts'
import { createMetrics } from '../../src/web/metrics.ts'
import type { WebOptions } from '../../src/web/options.ts'
import type { DemoPerson } from '../../src/web/room.ts'
import { createWeb } from '../../src/web/web.ts'

const people: DemoPerson[] = [
  { sender: 'demo-official', personId: 'p1', name: 'Nguyễn Thị Lan', role: 'official', position: 'Công chức Văn hóa' },
  { sender: 'demo-head', personId: 'p2', name: 'Y Bhiêng Niê', role: 'head', position: 'Chủ tịch Hội Nông dân xã' },
  { sender: 'demo-admin', personId: 'p3', name: 'Trần <Văn> Bình', role: 'admin', position: 'Văn phòng – thống kê' },
]

const deadlines: QueuedMessage = {
  blocks: [
    {
      kind: 'text',
      text:
        'Đồng chí còn 1 việc có thời hạn: đăng ký nội dung thi đua, gửi chậm nhất thứ Ba 09/04/2024.\n\nTRONG 30 NGÀY TỚI\n' +
        '1. Đăng ký nội dung thi đua – hệ thống chưa ghi nhận\n   Trước ngày 10/04, gửi chậm nhất thứ Ba 09/04, còn 14 ngày (10 ngày làm việc)',
    },
    { kind: 'quote', text: 'Các đơn vị đăng ký bằng văn bản trước ngày 10/4/2024.' },
  ],
  buttons: [
    { label: 'Đăng ký', token: 'hc_register' },
    { label: 'Xem việc 1', token: 'hc_one' },
    { label: 'Xem lịch', token: 'hc_calendar' },
  ],
}

const plain = (text: string): QueuedMessage => ({ blocks: [{ kind: 'text', text }], buttons: [] })

/** How the outbox sends: replacing an earlier message or none, and never waiting. */
export const once = (edits: string | null = null) => ({
  edits,
  file: null,
  address: null,
  lastHeardAt: null,
  pace: async () => {},
})

/** What the stand-in for the chat core answers: enough to see every kind of message. */
function answerTo(what: What): QueuedMessage {
  if (what.kind === 'start')
    return { ...deadlines, blocks: [{ kind: 'text', text: `Kính chào đồng chí. ${what.code ?? ''}` }] }
  if (what.kind === 'button') return plain(`Đã chọn ${what.token}.`)
  if (what.kind === 'file')
    return {
      ...plain(`Đã nhận ${what.file.name}, ${what.file.size} byte.`),
      attachment: { hash: what.file.ref, name: what.file.name, mime: what.file.mime ?? '' },
    }
  if (what.kind === 'text' && what.text === '/hanchot') return deadlines
  return plain(what.kind === 'text' ? `Đã nghe: ${what.text}` : what.kind)
}

/** A server with the real web channel and store, and a stand-in for the chat core that answers at once. */
export async function openSmallOffice({
  now: at = '2024-03-26T08:00:00+07:00',
  ...wish
}: Partial<Omit<WebOptions, 'now'>> & { now?: string } = {}) {
  const database = await openDatabase(sqliteDialect(':memory:'))
  const clock = createMovableClock(instantFrom(at) ?? 0)
  const files = new Map<string, Uint8Array>()
  const heard: { updateId: string; sender: string; language: string | null; what: What }[] = []
  const bugs: unknown[] = []
  const fileBytes = async (hash: string) => files.get(hash) ?? null
  const room = createWebChannel({
    messages: database.store.webMessages,
    async keepFile(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      files.set(hash, bytes)
      return hash
    },
    fileBytes,
    now: clock.now,
    publicUrl: wish.publicUrl ?? null,
  })
  const metrics = createMetrics({
    depth: async () => ({ waiting: 2, oldestDueAt: clock.now() - 5000 }),
    now: clock.now,
  })
  const sessions = createSessions(database.store, clock.now)
  await room.start(async ({ updateId, incoming }) => {
    if (heard.some((one) => one.updateId === updateId)) return false
    heard.push({ updateId, sender: incoming.sender, language: incoming.language, what: incoming.what })
    await room.send(incoming.chat, answerTo(incoming.what), once())
    return true
  })
  const web = createWeb({
    chat: 'demo',
    room,
    people,
    sessions,
    pairings: createPairings(database.store, clock.now),
    joinLinks: (code) => [{ channel: 'telegram', link: `https://t.me/thidua_bot?start=${code}` }],
    menu: async () => [
      { command: '/hanchot', label: 'Thời hạn' },
      { command: '/dangky', label: 'Đăng ký thi đua' },
    ],
    fileBytes,
    clock: {
      async moveTo(to) {
        clock.set(to)
        await room.send('demo-official', plain('Còn 4 ngày (2 ngày làm việc) để đăng ký thi đua.'), once())
        return { sent: 1 }
      },
      nextEvent: async () => clock.now() + 3_600_000,
      opens: () => '07:30',
    },
    now: clock.now,
    realNow: clock.now,
    zone: 'Asia/Ho_Chi_Minh',
    publicUrl: null,
    texts: createTexts(),
    unready: async () => (room.ready() ? [] : ['web']),
    metrics,
    webhooks: [],
    onBug: (error) => {
      bugs.push(error)
      return '4F2A'
    },
    ...wish,
  })
  return { web, room, heard, bugs, clock, files, database, metrics }
}

/** Reads a stream of events until a condition on all that was read so far holds, then hangs up. */
export async function readEvents(response: Response, until: (text: string) => boolean): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!until(text)) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}

type Entry = {
  id: number
  chat: string
  side: string
  clientId: string | null
  replaces: number | null
  blocks: { kind: string; text: string }[]
  buttons: { label: string; token: string }[]
  file: { name: string; href: string } | null
  day: string
  time: string
}

/** The entries in the text of an event stream. */
export const entriesIn = (text: string): Entry[] =>
  [...text.matchAll(/event: entries\ndata: (.*)\n/g)].flatMap(([, data]) => JSON.parse(data ?? '[]') as Entry[])
