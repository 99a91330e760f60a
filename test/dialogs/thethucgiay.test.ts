import { afterEach, describe, expect, test } from 'vitest'
import { button } from '../../src/chat/message.ts'
import { agencyKey } from '../../src/domain/agency.ts'
import { paperUnitKey, paperUnitSchema } from '../../src/papers/paper-unit.ts'
import type { Speaker } from '../chat/office.ts'
import { linesOf } from '../papers/open-paper.ts'
import { type Commune, goes, openCommune } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const unitId = async (name: string) =>
  (await commune.office.database.store.units.all()).find((unit) => unit.name === name)?.id ?? ''
const declared = async (name: string) =>
  commune.office.database.store.settings.get(paperUnitKey(await unitId(name)), paperUnitSchema)

/** A commune that is set up. */
async function openSetUp(...options: Parameters<typeof openCommune>) {
  commune = await openCommune(...options)
  const agency = { name: 'UBND xã Ea Mẫu', office: 'Văn phòng – thống kê xã', phone: '' }
  await commune.office.database.store.settings.set(agencyKey, agency)
}

/** Up to the receipt of what the union's focal point registers for the union. */
const forUnion = [
  ...['/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9'],
  ...['Nguyễn Văn A, Chi hội trưởng', '[Gửi]'],
]

/** The lines of the last paper that came to somebody. */
async function lastPaper({ chat }: Speaker): Promise<string[]> {
  const sent = commune.office.channel.delivered(chat).flatMap(({ message }) => message.attachment ?? [])
  const bytes = await commune.office.files.bytes(sent.at(-1)?.hash ?? '')
  return linesOf(bytes ?? new Uint8Array()).map((line) => line.replace(/\s+/g, ' '))
}

/** Presses an old or forged [Khai thể thức] of the union. */
async function pressesDeclare(who: Speaker) {
  const declare = button('Khai', 'thethuc', 'declare', { unitId: await unitId('Hội Nông dân xã'), paper: null })
  const queued = await commune.office.assistant.core.tokens.mint(
    { blocks: [], buttons: [declare] },
    { personId: who.id },
  )
  return who.does({ kind: 'button', token: queued.buttons[0]?.token ?? '' })
}

describe('an admin, from the units', () => {
  test('says how the papers of a sealed committee look; no body stands above its name', async () => {
    await openSetUp()
    const { admin } = commune
    await goes(admin, '/donvi', '[Thể thức giấy tờ]')
    const [kinds] = await admin.presses('UBND xã Ea Mẫu')
    expect(kinds?.text).toBe('Giấy tờ của UBND xã Ea Mẫu thuộc loại nào?')
    expect(kinds?.buttons.slice(0, 3)).toEqual(['Có con dấu', 'Không có con dấu', 'Văn bản Đảng, đoàn thể'])
    const [issuer] = await admin.presses('Có con dấu')
    expect(issuer?.text).toContain('ghi ở đầu văn bản thế nào?')
    expect(issuer?.buttons[0]).toBe('Ủy ban nhân dân / xã Ea Mẫu')
    const [symbol] = await admin.presses('Ủy ban nhân dân / xã Ea Mẫu')
    expect(symbol?.buttons.slice(0, 2)).toEqual(['UBND', 'Bỏ qua'])
    await goes(admin, '[UBND]', 'VHXH')
    const [signing] = await admin.presses('Ea Mẫu')
    expect(signing?.buttons.slice(0, 2)).toEqual([
      'TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH',
      'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH',
    ])
    await admin.presses('TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH')
    expect(text(await admin.says('ThS. Trần Quốc Hưng'))).toBe(
      'Trước họ tên người ký không ghi “ThS.”. Đề nghị đồng chí gõ lại, ví dụ: Trần Quốc Hưng.',
    )
    expect(text(await admin.says('Trần Quốc Hưng')).split('\n')).toEqual([
      'Thể thức giấy tờ của UBND xã Ea Mẫu:',
      '- Loại: Có con dấu',
      '- Cơ quan chủ quản: không ghi',
      '- Tên ở đầu văn bản: Ủy ban nhân dân / xã Ea Mẫu',
      '- Chữ viết tắt trong ký hiệu: UBND',
      '- Bộ phận soạn thảo: VHXH',
      '- Địa danh: Ea Mẫu',
      '- Quyền hạn, chức vụ người ký: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH',
      '- Họ và tên người ký: Trần Quốc Hưng',
    ])
    expect(await declared('UBND xã Ea Mẫu')).toBeNull()
    expect(text(await admin.presses('Lưu thể thức'))).toMatch(/^✓ Đã lưu thể thức giấy tờ của UBND xã Ea Mẫu/)
    const kept = await declared('UBND xã Ea Mẫu')
    expect(kept).toEqual({
      ...{ shape: 'sealed', superior: null, issuer: 'Ủy ban nhân dân\nxã Ea Mẫu', symbol: 'UBND', drafter: 'VHXH' },
      place: 'Ea Mẫu',
      signer: {
        lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
        alsoTitle: null,
        name: 'Trần Quốc Hưng',
      },
    })
    const audit = await commune.office.database.store.audit.about(paperUnitKey(await unitId('UBND xã Ea Mẫu')))
    expect(audit.map(({ by, detail }) => [by, JSON.parse(detail)])).toEqual([[admin.id, { before: null, after: kept }]])
  })

  test('is offered what was said before, and a wrong word changes nothing', async () => {
    await openSetUp()
    const { admin } = commune
    await goes(admin, '/donvi', '[Thể thức giấy tờ]', 'Văn phòng', '[Không có con dấu]')
    expect(text(await admin.says('12345'))).toContain('“12345” chưa dùng được')
    await goes(admin, '[UBND xã Ea Mẫu]', 'Văn phòng HĐND và UBND', '[Ea Mẫu]', 'Q. Chánh Văn phòng', '[Bỏ qua]')
    await admin.presses('Lưu thể thức')
    expect(await declared('Văn phòng – thống kê xã')).toMatchObject({
      ...{ superior: 'UBND xã Ea Mẫu', symbol: null, drafter: null },
      signer: { lines: ['Q. Chánh Văn phòng'], name: null },
    })
    await goes(admin, '[Khai lại]', '[Không có con dấu]', '[UBND xã Ea Mẫu]')
    const [signing] = await goes(admin, '[Văn phòng HĐND và UBND]', '[Ea Mẫu]')
    expect(signing?.buttons.slice(0, 3)).toEqual([
      'Q. Chánh Văn phòng',
      'CHÁNH VĂN PHÒNG',
      'KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG',
    ])
  })
})

describe('below a paper that has the content alone', () => {
  test('the focal point is offered to say it, and the paper is made again in that shape', async () => {
    commune = await openCommune()
    const { clerk } = commune
    await goes(clerk, ...forUnion)
    const [made] = await clerk.presses('Tải bản đăng ký')
    expect(made?.text).toContain('thể thức giấy tờ của đơn vị chưa được khai')
    expect(made?.buttons).toEqual(['Khai thể thức'])
    expect((await lastPaper(clerk))[0]).toBe('NỘI DUNG ĐĂNG KÝ')
    const [kinds] = await clerk.presses('Khai thể thức')
    // A union coordinates: forms of its own come first, and the committee is not above it.
    expect(kinds?.buttons[0]).toBe('Văn bản Đảng, đoàn thể')
    const [superior] = await clerk.presses('Không có con dấu')
    expect(superior?.buttons[0]).toBe('Bỏ qua')
    await goes(clerk, 'Hội Nông dân tỉnh', '[Hội Nông dân xã]', '[Ea Mẫu]', '[TM. BAN THƯỜNG VỤ / CHỦ TỊCH]')
    await clerk.presses('Y Bhôk Niê')
    const [saved] = await clerk.presses('Lưu thể thức')
    expect(saved?.buttons).toEqual(['Tạo lại giấy', 'Khai lại'])
    const [again] = await clerk.presses('Tạo lại giấy')
    expect(again?.buttons).toEqual([])
    const lines = await lastPaper(clerk)
    expect(lines.slice(0, 2)).toEqual(['HỘI NÔNG DÂN TỈNH', 'HỘI NÔNG DÂN XÃ'])
    expect(lines).toContain('Y Bhôk Niê')
  })

  test('the words come once, the button as long as nothing was said', async () => {
    commune = await openCommune()
    const { clerk } = commune
    await goes(clerk, ...forUnion)
    expect(text(await clerk.presses('Tải bản đăng ký'))).toContain('chưa được khai')
    const [second] = await clerk.presses('Tải bản đăng ký')
    expect(second?.text).not.toContain('chưa được khai')
    expect(second?.buttons).toEqual(['Khai thể thức'])
  })

  test('who may not say it is refused, and so is who may no longer', async () => {
    commune = await openCommune()
    const { lan, head } = commune
    expect(text(await pressesDeclare(lan))).toMatch(/^Chỉ lãnh đạo, đầu mối của đơn vị này/)
    await pressesDeclare(head)
    await goes(head, '[Văn bản Đảng, đoàn thể]', '[Bỏ qua]', '[Hội Nông dân xã]', '[Ea Mẫu]')
    await goes(head, '[TM. BAN THƯỜNG VỤ / CHỦ TỊCH]', '[Bỏ qua]')
    const held = { personId: head.id, unitId: await unitId('Hội Nông dân xã'), role: 'head' as const }
    await commune.office.database.store.people.endRole(held)
    await head.presses('Lưu thể thức')
    expect(await declared('Hội Nông dân xã')).toBeNull()
  })
})

test('the same by numbers and words, where there are no buttons', async () => {
  await openSetUp(undefined, {}, { buttons: false, edit: false, filesOut: false })
  const { admin } = commune
  await admin.says('/donvi')
  expect(text(await admin.says('the thuc giay to'))).toContain('1. UBND xã Ea Mẫu')
  expect(text(await admin.says('1'))).toContain('1. Có con dấu\n2. Không có con dấu')
  expect(text(await admin.says('1'))).toContain('1. Ủy ban nhân dân / xã Ea Mẫu')
  await goes(admin, '1', 'ubnd', 'bo qua', 'Phường 1')
  expect(text(await admin.says('TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH'))).toContain('Họ và tên người ký')
  expect(text(await admin.says('bo qua'))).toContain('- Họ và tên người ký: để trống')
  expect(text(await admin.says('luu the thuc'))).toContain('✓ Đã lưu')
  expect(await declared('UBND xã Ea Mẫu')).toMatchObject({
    ...{ symbol: 'UBND', drafter: null, place: 'Phường 1' },
    signer: { lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: null },
  })
})
