import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMemoryChannel, type MemoryChannel } from '../../src/channels/memory.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'

const hourMs = 3_600_000
const stuck = { state: 'retry' as const, afterMs: hourMs, reason: '502' }

let office: Office
let spare: MemoryChannel
let admin: Speaker
let lan: Speaker
let count: number

beforeEach(async () => {
  spare = createMemoryChannel('spare')
  count = 0
  office = await openOffice({ now: '2024-04-05T08:00:00+07:00', channels: [spare] })
  admin = await office.person('Trần Thị Bình', { unit: 'Văn phòng', role: 'admin' })
  lan = await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế' })
})
afterEach(() => office.close())

async function queue(to: Speaker, text: string) {
  const body = JSON.stringify({ type: 'message', message: { blocks: [{ kind: 'text', text }], buttons: [] } })
  const now = office.clock.now()
  const row = { key: `test:${count++}`, kind: 'receipt', body, due_at: now, created_at: now, person_id: to.id }
  await office.database.store.outbox.add(row)
}

/** A message that its channel does not take for an hour. */
async function getStuck() {
  office.channel.fail(lan.chat, stuck)
  await queue(lan, 'Biên nhận')
  await lan.hears()
}

/** The channel takes it again. */
async function unstick() {
  const { outbox } = office.database.store
  const row = await outbox.byKey(`test:${count - 1}`)
  await outbox.putBack(Number(row?.id), 0)
}

const heard = async (speaker: Speaker) => (await speaker.hears()).map(({ text }) => text)

test('ten minutes after a message was due the admins are told, once as long as it lasts', async () => {
  await getStuck()
  await office.moveTo('2024-04-05T08:09:00+07:00')
  expect(await heard(admin)).toEqual([])
  await office.moveTo('2024-04-05T08:12:00+07:00')
  expect(await heard(admin)).toEqual([expect.stringContaining('1 tin chờ gửi, tin lâu nhất đã chờ 12 phút')])
  await office.moveTo('2024-04-05T08:30:00+07:00')
  await office.moveTo('2024-04-05T09:30:00+07:00')
  expect(await heard(admin)).toEqual([])
})

test('when the outbox has been drained, the next time is told anew', async () => {
  await getStuck()
  await office.moveTo('2024-04-05T08:12:00+07:00')
  expect(await heard(admin)).toHaveLength(1)
  await unstick()
  expect(await heard(lan)).toEqual(['Biên nhận'])
  await office.moveTo('2024-04-05T08:20:00+07:00')
  await getStuck()
  await office.moveTo('2024-04-05T08:35:00+07:00')
  expect(await heard(admin)).toEqual([expect.stringContaining('đã chờ 15 phút')])
})

test('whoever has another channel hears it there, past what waits on the first', async () => {
  const { accounts } = office.database.store
  const other = await accounts.seen({ channel: 'spare', chat: 'bình', sender: 'bình', language: null, at: 0 })
  await accounts.link(other.id, admin.id, 0)
  office.channel.fail(admin.chat, stuck, stuck, stuck)
  await queue(admin, 'Tin khác')
  await admin.hears()
  await office.moveTo('2024-04-05T08:12:00+07:00')
  expect(await heard(admin)).toEqual([])
  expect(spare.delivered('bình').map(({ message }) => message.blocks[0]?.text)).toEqual([
    expect.stringContaining('Tin của hệ thống đang gửi chậm'),
  ])
})

test('what waits for the office to open, or for a channel’s quota, is not late', async () => {
  await office.moveTo('2024-04-05T18:00:00+07:00')
  await queue(lan, 'Biên nhận')
  expect(await heard(lan)).toEqual([])
  await office.moveTo('2024-04-08T07:30:00+07:00')
  expect(await heard(lan)).toEqual(['Biên nhận'])
  office.channel.fail(lan.chat, { ...stuck, reason: 'channel: 429' })
  await queue(lan, 'Tin khác')
  await lan.hears()
  await office.moveTo('2024-04-08T09:00:00+07:00')
  expect((await heard(admin)).filter((text) => text.includes('gửi chậm'))).toEqual([])
})

test('in /tiendo admins see how much waits and for how long, and what did not arrive, by cause; others do not', async () => {
  const head = await office.person('Y Bhôk Niê', { unit: 'Phòng Kinh tế', role: 'head' })
  office.channel.fail(lan.chat, { state: 'blocked', reason: '403' })
  await queue(lan, 'một')
  await lan.hears()
  office.channel.fail(head.chat, { state: 'failed', reason: '400 new' }, stuck)
  await queue(head, 'hai')
  await queue(head, 'ba')
  await head.hears()
  await office.moveTo('2024-04-05T08:07:00+07:00')
  const [said] = await admin.says('/tiendo')
  expect(said?.text).toContain('1 tin đang chờ gửi, tin lâu nhất đã chờ 7 phút.')
  expect(said?.text).toContain('theo nguyên nhân: người nhận đã chặn hệ thống 1 tin, kênh từ chối 1 tin.')
  await unstick()
  expect((await head.says('/tiendo')).map(({ text }) => text).join('\n')).not.toContain('nguyên nhân')
})
