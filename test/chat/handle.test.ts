import { afterEach, expect, test } from 'vitest'
import { goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
afterEach(() => office.close())

const now = '2024-03-27T09:12:00+07:00'
const texts = (heard: { text: string }[]) => heard.map(({ text }) => text).join('\n')

test('the same update delivered five times is handled once, also after a restart', async () => {
  const commune = await openCommune()
  office = commune.office
  await goes(commune.lan, ...toPreview)
  const send = office.channel.delivered(commune.lan.chat).at(-1)?.message.buttons[0]
  const press = { kind: 'button' as const, token: send?.token ?? '' }
  const first = await commune.lan.does(press, 'same')
  expect(texts(first)).toContain('DK-2024-0001')
  for (let time = 0; time < 3; time += 1) expect(await commune.lan.does(press, 'same')).toEqual([])
  await office.restart()
  expect(await commune.lan.does(press, 'same')).toEqual([])
  expect(await registrations(office)).toHaveLength(1)
})

test('five at once as well', async () => {
  office = await openOffice({ now })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã' })
  await Promise.all(Array.from({ length: 5 }, () => lan.does({ kind: 'text', text: '/ngonngu' }, 'same')))
  expect(office.channel.delivered(lan.chat)).toHaveLength(1)
})

test('the same update id in two chats of two bots is two updates', async () => {
  office = await openOffice({ now })
  const incoming = { channel: office.channel.name, chat: 'a', sender: 'a', displayName: null, language: null }
  const event = { updateId: '1', incoming: { ...incoming, what: { kind: 'text' as const, text: 'xin chào' } } }
  expect(await office.channel.takeDown({ bot: 'one', ...event })).toBe(true)
  expect(await office.channel.takeDown({ bot: 'one', ...event })).toBe(false)
  expect(await office.channel.takeDown({ bot: 'two', ...event })).toBe(true)
  await office.settle()
})

test('updates of one chat are answered in their order', async () => {
  office = await openOffice({ now })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã' })
  const commands = ['/trogiup hanchot', '/trogiup dangky', '/trogiup kehoach', '/trogiup huy', '/ngonngu']
  await Promise.all(commands.map((text, index) => lan.does({ kind: 'text', text }, `in order ${index}`)))
  const heard = office.channel.delivered(lan.chat).map(({ message }) => message.blocks[0]?.text.split('\n')[0])
  const alone: (string | undefined)[] = []
  for (const command of commands) alone.push((await lan.says(command))[0]?.text.split('\n')[0])
  expect(heard).toEqual(alone)
})

test('two heads press the same approval at once: one approves, the other is told kindly', async () => {
  const commune = await openCommune()
  office = commune.office
  const second = await office.person('H’Lan Êban', { unit: 'Hội Nông dân xã', role: 'head', position: 'Phó Chủ tịch' })
  await goes(commune.lan, ...toPreview, '[Gửi]')
  const answers = await Promise.all([commune.head.presses('Duyệt'), second.presses('Duyệt')])
  const said = answers.map(texts)
  expect(said.filter((text) => text.startsWith('Đã duyệt bản đăng ký'))).toHaveLength(1)
  expect(said.every((text) => text.length > 10)).toBe(true)
  const [kept] = await registrations(office)
  expect(kept?.state).toBe('approved')
  const audit = await office.database.store.audit.about(`registration:${kept?.id}`)
  expect(audit.filter(({ action }) => action.includes('approve'))).toHaveLength(1)
  expect(texts(await commune.lan.hears()).match(/Đơn vị đã duyệt/g)).toHaveLength(1)
})

test('a bug is answered with a number that stands in the log, and changes nothing', async () => {
  office = await openOffice({ now, expectBugs: true })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã' })
  const { services } = office.assistant.core
  const { commands } = services
  services.commands = () => {
    throw new Error('a bug')
  }
  const [apology, ...more] = await lan.says('/trogiup')
  services.commands = commands
  expect(more).toEqual([])
  expect(apology?.text).toMatch(/^Chưa thực hiện được, nội dung đồng chí đã nhập vẫn còn\. Mã sự cố [\w]{4};/)
  expect(office.bugs).toHaveLength(1)
  expect(office.bugs[0]).toContain('a bug')
  expect((await office.database.store.inbox.open()).length).toBe(0)
  expect(texts(await lan.says('/trogiup'))).toContain('/hanchot')
})

test('a bug in the middle of a dialog leaves the draft where it stood', async () => {
  const commune = await openCommune()
  office = commune.office
  await goes(commune.lan, '/dangky', '1', '[Tiếp tục]')
  const { dialogs } = office.assistant.core
  const { take } = dialogs
  dialogs.take = async (...given) => {
    await take(...given)
    throw new Error('a bug after the answer was read')
  }
  await expect(commune.lan.says('Việc thứ nhất')).rejects.toThrow('a bug after the answer was read')
  dialogs.take = take
  office.bugs.length = 0
  expect(texts(await commune.lan.says('Việc thứ hai'))).toContain('nhập chỉ tiêu phấn đấu')
  const [receipt] = await goes(commune.lan, '100% hồ sơ đúng hạn', '30/9', '[Gửi]')
  expect(receipt?.text).toContain('Đã gửi bản đăng ký')
  expect((await registrations(office))[0]?.body.items[0]?.work).toBe('Việc thứ hai')
})

test('an update that cannot be read is answered, and the next one is handled', async () => {
  office = await openOffice({ now, expectBugs: true })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã' })
  const row = { channel: office.channel.name, bot: 'test', chat: lan.chat, received_at: 0 }
  await office.database.store.inbox.add({ ...row, update_id: 'odd', body: '{"what":{"kind":"dance"}}' })
  await office.restart()
  await office.settle()
  expect(office.bugs).toHaveLength(1)
  expect(await office.database.store.inbox.open()).toEqual([])
  expect(texts(await lan.says('/trogiup'))).toContain('/hanchot')
})

test('a store that cannot be written to leaves the update open for the next start', async () => {
  office = await openOffice({ now, expectBugs: true })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã' })
  const { database } = office.assistant.core
  const { transaction } = database
  let wrote = 0
  database.transaction = (work) => (wrote++ === 0 ? transaction(work) : Promise.reject(new Error('disk full')))
  expect(await lan.says('/trogiup')).toEqual([])
  database.transaction = transaction
  expect(await office.database.store.inbox.open()).toHaveLength(1)
  await office.restart()
  expect(texts(await lan.hears())).toContain('/hanchot')
})
