import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MenuEntry } from '../../src/channels/channel.ts'
import { createMemoryChannel } from '../../src/channels/memory.ts'
import { systemClock } from '../../src/clock.ts'
import { agencyKey } from '../../src/domain/agency.ts'
import { createMenuKeeper, type MenuKeeper } from '../../src/jobs/menus.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'

let office: Office
let keeper: MenuKeeper
let given: { chat: string; menu: MenuEntry[] | null }[]
let refusals: unknown[]
let refuses: (chat: string) => boolean

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  ;[given, refusals, refuses] = [[], [], () => false]
  keeper = open()
})
afterEach(async () => {
  await keeper.stop()
  await office.close()
})

function open(): MenuKeeper {
  const setMenu = async (chat: string, menu: MenuEntry[] | null) => {
    if (refuses(chat)) throw new Error('429')
    given.push({ chat, menu })
  }
  return createMenuKeeper({
    ...office.assistant.core,
    ...{ channels: [{ ...createMemoryChannel(), setMenu }], realClock: systemClock },
    refused: (error) => refusals.push(error),
    gapsMs: { quiet: 0, round: 0, pace: 0 },
  })
}

/** What has been given since, after the keeper was woken. */
async function afterWaking() {
  given.length = 0
  keeper.wake()
  await keeper.idle()
  return given.map(({ chat, menu }) => ({ chat, commands: menu?.map(({ command }) => command) ?? null }))
}
const namesOf = (speaker: Speaker) => given.find(({ chat }) => chat === speaker.chat)?.menu ?? []

test('each is given what they may ask for, in their language, once', async () => {
  const admin = await office.person('Lê Thị Hạnh', { unit: 'UBND xã', role: 'admin' })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế', parent: 'UBND xã', language: 'en' })
  const menus = await afterWaking()
  expect(menus).toHaveLength(2)
  const [ofAdmin, ofLan] = [admin, lan].map(({ chat }) => menus.find((menu) => menu.chat === chat)?.commands)
  expect(ofAdmin).toEqual(expect.arrayContaining(['hanchot', 'mathamgia', 'nhom']))
  expect(ofLan).toContain('hanchot')
  for (const command of ['mathamgia', 'donvi', 'nhom', 'hoi', 'nhac']) expect(ofLan).not.toContain(command)
  expect(namesOf(admin)[0]).toEqual({ command: 'hanchot', description: 'Thời hạn' })
  expect(namesOf(lan)[0]?.description).not.toBe('Thời hạn')

  expect(await afterWaking()).toEqual([])
  await lan.says('/hanchot')
  expect(await afterWaking()).toEqual([])
})

test('what was given is remembered across a restart', async () => {
  await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế' })
  await afterWaking()
  await keeper.stop()
  await office.restart()
  keeper = open()
  expect(await afterWaking()).toEqual([])
})

test('a role that is given and one that ends, and another language, change it', async () => {
  const admin = await office.person('Lê Thị Hạnh', { unit: 'UBND xã', role: 'admin' })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế', parent: 'UBND xã' })
  await office.database.store.settings.set(agencyKey, { name: 'UBND xã', office: 'Văn phòng', phone: '0262 123 4567' })
  await afterWaking()
  await lan.says('/ngonngu english')
  expect(await afterWaking()).toMatchObject([{ chat: lan.chat }])
  await admin.says('/nguoidung Nguyễn Thị Lan')
  await admin.presses('Thêm vai trò')
  await admin.says('phong kinh te')
  await admin.presses('Trưởng đơn vị')
  const [changed] = await afterWaking()
  expect(changed?.commands).toContain('tiendo')
  await admin.says('/nguoidung Nguyễn Thị Lan')
  await admin.presses('Đã nghỉ')
  await admin.presses('Xác nhận')
  expect(await afterWaking()).toEqual([{ chat: lan.chat, commands: null }])
  expect(await afterWaking()).toEqual([])
})

test('a refusal is noted, holds up nobody else, and is tried again no sooner than an hour later', async () => {
  const an = await office.person('Nguyễn Văn An', { unit: 'Phòng Kinh tế' })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế' })
  refuses = (chat) => chat === an.chat
  expect(await afterWaking()).toMatchObject([{ chat: lan.chat }])
  expect(refusals).toHaveLength(1)
  expect(await afterWaking()).toEqual([])
  expect(refusals).toHaveLength(1)
})

test('where all are refused it stops after three, and the rest are tried the next time', async () => {
  for (let number = 0; number < 6; number++) await office.person(`Người ${number}`, { unit: 'Phòng Kinh tế' })
  refuses = () => true
  await afterWaking()
  expect(refusals).toHaveLength(3)
  refuses = () => false
  expect(await afterWaking()).toHaveLength(3)
})
