import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agencyKey } from '../../src/domain/agency.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { type GroupChat, openGroup } from './group.ts'
import { type Office, openOffice, type Speaker } from './office.ts'

const commune = 'UBND xã Ea Mẫu'
const room = 'Phòng Kinh tế'
const inCommune = { parent: commune }

let office: Office
let admin: Speaker
let head: Speaker
let other: Speaker
let lan: Speaker
let group: GroupChat

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  office.channel.homeLink = () => 'https://t.me/thidua_bot'
  office.channel.groupLink = (code) => `https://t.me/thidua_bot?startgroup=${code}`
  admin = await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin' })
  head = await office.person('Vũ Thị Ngọc', { ...inCommune, unit: room, role: 'head' })
  other = await office.person('Y Bhôk Niê', { ...inCommune, unit: 'Thôn 1', role: 'head' })
  lan = await office.person('Nguyễn Thị Lan', { ...inCommune, unit: room })
  const { settings } = office.database.store
  await settings.set(agencyKey, { name: commune, office: 'Văn phòng xã', phone: '0262 123 4567' })
  group = openGroup(office, '-5', 'Phòng Kinh tế trao đổi')
})
afterEach(() => office.close())

const bound = async (chat = group.chat) => {
  const { accounts, groups, units } = office.database.store
  const account = await accounts.bySender('memory', chat)
  const found = account && (await groups.of(account.id))
  return found ? { unit: (await units.byId(found.unitId))?.name, title: found.title } : null
}
const unitId = async (name: string) =>
  (await office.database.store.units.all()).find((unit) => unit.name === name)?.id ?? ''

/** The plan of the commune binds these units. */
async function bindUnits(...names: string[]) {
  const ids = await Promise.all(names.map(unitId))
  return seedPlan(office.database.store, { unitIds: ids })
}

describe('binding a group', () => {
  test('its unit’s head types /nhom in it and presses once', async () => {
    expect(await group.says(head, '/nhom')).toEqual([
      'Nhóm này chưa gắn với đơn vị nào. Gắn với Phòng Kinh tế?\n[Gắn nhóm này]',
    ])
    expect((await group.presses(head, 'Gắn nhóm này'))[0]).toContain('✓ Đã gắn nhóm này với Phòng Kinh tế.')
    expect(await bound()).toEqual({ unit: room, title: 'Phòng Kinh tế trao đổi' })
  })

  test('an admin of several units types the unit’s name', async () => {
    expect((await group.says(admin, '/nhom'))[0]).toContain('/nhom và tên đơn vị')
    expect((await group.says(admin, '/nhom phong'))[0]).toContain('✓ Đã gắn nhóm này với Phòng Kinh tế')
    expect((await group.says(admin, '/nhom kho bac'))[0]).toContain('“kho bac” chưa khớp đơn vị nào')
  })

  test('nobody else’s press on the button counts, and rights are asked again', async () => {
    await group.says(head, '/nhom')
    expect(await group.presses(lan, 'Gắn nhóm này')).toEqual([
      'Chỉ trưởng đơn vị và bộ phận thường trực gắn được nhóm với đơn vị.',
    ])
    expect((await group.presses(other, 'Gắn nhóm này'))[0]).toContain('trưởng của chính đơn vị đó')
    expect(await bound()).toBeNull()
  })

  test('an official may not', async () => {
    expect(await group.says(lan, '/nhom')).toEqual([
      'Chỉ trưởng đơn vị và bộ phận thường trực gắn được nhóm với đơn vị.',
    ])
  })

  test('a head of another unit cannot take it away, an admin of both can', async () => {
    await group.says(head, '/nhom phong kinh te')
    expect((await group.says(other, '/nhom Thôn 1'))[0]).toContain('Nhóm này đang gắn với Phòng Kinh tế')
    expect((await group.says(admin, '/nhom Thôn 1'))[0]).toContain('✓ Đã gắn nhóm này với Thôn 1')
  })

  test('the code of the private chat works once, by its link, and only for who has the right', async () => {
    await head.says('/nhom')
    const [given] = await head.presses('Gắn nhóm')
    const code = /startgroup=(\S+)/.exec(given?.text ?? '')?.[1] ?? ''
    expect(given?.text).toContain(`Mã gắn nhóm của Phòng Kinh tế: ${code}. Mã dùng một lần, hết hạn lúc`)
    const opens = { kind: 'start', code } as const
    expect((await group.does(other, opens))[0]).toContain('trưởng của chính đơn vị đó')
    expect(await bound()).toBeNull()
    expect((await group.does(head, opens))[0]).toContain('✓ Đã gắn nhóm này với Phòng Kinh tế')
    const second = openGroup(office, '-6', 'Nhóm khác')
    expect((await second.does(head, opens))[0]).toContain('Mã gắn nhóm chưa đúng, đã dùng hoặc hết hạn')
    expect((await second.says(head, `/nhom ${code}`))[0]).toContain('đã dùng hoặc hết hạn')
    expect(await bound('-6')).toBeNull()
  })

  test('a code binds nobody to a role, and an invitation binds no group', async () => {
    await admin.says('/mathamgia')
    await admin.says('Thôn 1')
    const [invitation] = await admin.says('Trưởng đơn vị')
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(invitation?.text ?? '')?.[0] ?? ''
    expect((await group.says(head, `/nhom ${code}`))[0]).toContain('Mã gắn nhóm chưa đúng')
    await head.says('/nhom')
    const groupCode = /startgroup=(\S+)/.exec((await head.presses('Gắn nhóm'))[0]?.text ?? '')?.[1] ?? ''
    expect((await office.stranger('khach').says(groupCode))[0]?.text).toContain('chưa đúng')
  })

  test('an anonymous admin is nobody, and is told kindly how', async () => {
    expect((await group.says(null, '/nhom Phòng Kinh tế'))[0]).toContain('gửi ẩn danh nên hệ thống không biết')
    expect(await bound()).toBeNull()
    for (let time = 0; time < 5; time++) await group.says(null, '/nhom')
    expect(await group.says(null, '/nhom')).toEqual([])
  })

  test('it is taken away in the group or in the private chat, by who is in charge', async () => {
    await group.says(head, '/nhom phong kinh te')
    expect(await group.presses(other, 'Bỏ gắn')).toEqual([
      'Chỉ bộ phận thường trực và trưởng của chính đơn vị đó gắn hoặc bỏ gắn được nhóm.',
    ])
    const [list] = await admin.says('/nhom')
    expect(list?.text).toContain('1. “Phòng Kinh tế trao đổi”: Phòng Kinh tế')
    expect((await admin.presses('Bỏ gắn 1'))[0]?.text).toContain('Đã bỏ gắn nhóm “Phòng Kinh tế trao đổi”')
    expect(await bound()).toBeNull()
    expect((await other.says('/nhom'))[0]?.text).toContain('Chưa có nhóm nào')
  })
})

describe('what becomes of a group', () => {
  beforeEach(async () => {
    await group.says(head, '/nhom phong kinh te')
  })

  test('its title is followed', async () => {
    await group.rename('Phòng Kinh tế – nội bộ')
    expect(await bound()).toMatchObject({ title: 'Phòng Kinh tế – nội bộ' })
  })

  test('a supergroup is the same group under another id, told twice', async () => {
    await group.does(null, { kind: 'moved', chat: '-1005' })
    await group.does(null, { kind: 'moved', chat: '-1005' })
    const moved = openGroup(office, '-1005', 'Phòng Kinh tế trao đổi')
    expect((await moved.says(head, '/nhom'))[0]).toContain('Nhóm này gắn với Phòng Kinh tế')
    expect(await bound()).toBeNull()
  })

  test('also where somebody spoke in the supergroup before the move was told', async () => {
    const moved = openGroup(office, '-1005', 'Phòng Kinh tế trao đổi')
    expect((await moved.says(head, '/nhom'))[0]).toContain('chưa gắn')
    await group.does(null, { kind: 'moved', chat: '-1005' })
    expect(await bound('-1005')).toMatchObject({ unit: room })
  })

  test('out of it nothing is sent; back in it goes on, and no person counts as having blocked', async () => {
    await bindUnits(room)
    expect(await group.does(head, { kind: 'blocked' })).toEqual([])
    expect((await head.says('/nhom'))[0]?.text).toContain('hệ thống không còn trong nhóm')
    await office.moveTo('2024-04-08T09:00:00+07:00')
    expect(group.hears()).toEqual([])
    expect((await office.database.store.accounts.bySender('memory', head.chat))?.blocked_at).toBeNull()
    expect((await group.does(head, { kind: 'returned' }))[0]).toContain('Nhóm này gắn với Phòng Kinh tế')
  })
})

describe('what a group is answered', () => {
  test('before it has a unit: how to give it one', async () => {
    expect((await group.does(head, { kind: 'returned' }))[0]).toContain('gõ /nhom')
    expect((await group.says(lan, '/hanchot'))[0]).toContain('Nhóm này chưa gắn với đơn vị nào')
  })

  test('the unit’s deadlines and plans, with a way to one’s own', async () => {
    await bindUnits(room, 'Thôn 1')
    await group.says(head, '/nhom phong kinh te')
    expect(await group.says(lan, '/hanchot')).toEqual([
      [
        'Phòng Kinh tế có 1 việc có thời hạn phía trước.',
        '1. Đăng ký thi đua 120 năm thành lập tỉnh: trước ngày 10/04, gửi chậm nhất thứ Ba 09/04',
        'Việc của từng người, đề nghị xem tại trò chuyện riêng: https://t.me/thidua_bot',
      ].join('\n'),
    ])
    expect((await group.says(lan, 'kế hoạch'))[0]).toContain('Phòng Kinh tế có 1 kế hoạch đang thực hiện')
  })

  // biome-ignore format: a table keeps its columns
  const personal: [string, string][] = [
    ['registering',              '/dangky'],
    ['what is mine',             '/cuatoi'],
    ['what waits for me',        '/duyet'],
    ['the digest, with numbers', '/tiendo'],
    ['an invitation',            '/mathamgia'],
    ['a registration in one message', '/dk 120 năm\nCải cách hành chính\n100% hồ sơ đúng hạn'],
    ['taking a plan',            '/themkehoach'],
  ]
  test.each(personal)('nothing personal and no dialog: %s', async (_, text) => {
    expect(await group.says(admin, text)).toEqual([
      'Việc này không trả lời trong nhóm. Đề nghị đồng chí mở trò chuyện riêng: https://t.me/thidua_bot',
    ])
    expect(await admin.hears()).toEqual([])
  })

  test('a dialog underway in the private chat takes nothing from the group', async () => {
    await admin.says('/mathamgia')
    await group.says(admin, 'Thôn 1')
    expect((await admin.says('Thôn 1'))[0]?.text).toContain('Vai trò của người nhận mã tại Thôn 1')
  })

  test('a file is not taken', async () => {
    const file = { ref: 'x', name: 'kh.txt', mime: 'text/plain', size: 3 }
    expect((await group.does(admin, { kind: 'file', file, caption: '' }))[0]).toContain('không nhận tệp trong nhóm')
  })

  test('a code typed in a group lets nobody in', async () => {
    const guest = office.stranger('khach')
    await admin.says('/mathamgia')
    await admin.says('Thôn 1')
    const [invitation] = await admin.says('Trưởng đơn vị')
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(invitation?.text ?? '')?.[0] ?? ''
    await group.says(guest, code)
    await group.does(guest, { kind: 'start', code })
    expect((await office.database.store.accounts.bySender('memory', 'khach'))?.person_id ?? null).toBeNull()
  })

  test('a stranger hears one kind sentence a day and sees nothing', async () => {
    await group.says(head, '/nhom phong kinh te')
    const guest = office.stranger('khach')
    const heard = await group.says(guest, '/hanchot')
    expect(heard).toHaveLength(1)
    expect(heard[0]).toContain('Hệ thống chỉ phục vụ người được UBND xã Ea Mẫu cấp mã')
    for (const text of ['/hanchot', '/nhom', 'alo', '/dangky']) expect(await group.says(guest, text)).toEqual([])
  })

  test('let in by an anonymous admin it greets, and hears nobody', async () => {
    expect((await group.does(null, { kind: 'returned' }))[0]).toContain('Để gắn nhóm với một đơn vị')
    const guest = office.stranger('khach')
    expect((await group.does(guest, { kind: 'returned' }))[0]).toContain('Hệ thống chỉ phục vụ người được')
  })

  test('thanks in answer to it are answered once an hour, not each time', async () => {
    expect(await group.says(lan, 'cảm ơn đồng chí')).toHaveLength(1)
    expect(await group.says(lan, 'cảm ơn nhé')).toEqual([])
  })

  test('a group that plays with it falls on deaf ears after ten answers a minute', async () => {
    const heard: string[] = []
    for (let time = 0; time < 14; time++) heard.push(...(await group.says(lan, '/hanchot')))
    expect(heard).toHaveLength(10)
  })
})
