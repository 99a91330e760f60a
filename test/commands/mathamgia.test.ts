import { createCanvas, loadImage } from '@napi-rs/canvas'
import { create } from 'qrcode'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { agency, codeIn, invitation, said, setUpCommune } from './commune.ts'

let office: Office
let hanh: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  hanh = await setUpCommune(office)
})
afterEach(() => office.close())

test('an invitation: unit, role, code with its expiry; the newcomer gives name and position, the admin is told', async () => {
  await office.person('Đỗ Văn Thành', { unit: 'Phòng Kinh tế', parent: agency.name, role: 'head' })
  await office.person('Bùi Văn Sơn', { unit: 'Hội Nông dân xã', parent: agency.name, role: 'head' })
  expect((await hanh.says('/mathamgia'))[0]?.buttons).toContain('Hội Nông dân xã')
  expect(said(await hanh.says('nong dan'))).toMatch(
    /bước 2\/2: Vai trò\nVai trò của người nhận mã tại Hội Nông dân xã\?/,
  )
  const shown = await hanh.says('1')
  expect(said(shown)).toMatch(
    /^Mã tham gia: \S{4}-\S{4}\nDành cho: Cán bộ, công chức, Hội Nông dân xã\. Mã dùng một lần, hết hạn lúc \d\d:\d\d .+\/\d{4}\./,
  )
  expect(shown[0]?.buttons).toEqual(['Mã QR', 'Cấp thêm mã', 'Đơn vị khác'])

  const lan = office.stranger('Lan')
  const joined = await lan.does({ kind: 'start', code: codeIn(shown) })
  expect(said(joined)).toMatch(
    /✓ Đã ghi nhận vai trò của đồng chí: Cán bộ, công chức, Hội Nông dân xã\.[\s\S]*họ và tên đầy đủ/,
  )
  expect(said(await lan.says('2024'))).toMatch(/“2024” chưa phải họ và tên/)
  await lan.says('  Nguyễn  Thị <b>Lan</b> ')
  const greeted = await lan.says('Phó Chủ tịch')
  expect(said(greeted)).toMatch(/✓ Đã ghi hồ sơ: đồng chí Nguyễn Thị <b>Lan<\/b>, Phó Chủ tịch\./)
  expect(said(greeted)).toMatch(
    /Kính chào đồng chí\. Đây là Trợ lý Thi đua của UBND xã Suối Đá, hệ thống trả lời tự động\./,
  )
  expect(greeted[0]?.buttons).toEqual(['Xem thời hạn', 'Đăng ký', 'Xem hướng dẫn'])
  expect(said(await hanh.hears())).toMatch(
    /Đã dùng mã tham gia do đồng chí cấp: đồng chí Nguyễn Thị <b>Lan<\/b>, Phó Chủ tịch \(Cán bộ, công chức, Hội Nông dân xã\)/,
  )
  expect(said(await hanh.presses('Xem người dùng'))).toMatch(/Nguyễn Thị <b>Lan<\/b>/)
})

test('“Cấp thêm mã” makes another code, each for one person', async () => {
  await office.person('Đỗ Văn Thành', { unit: 'Phòng Kinh tế', parent: agency.name, role: 'head' })
  const first = await invitation(hanh, '1', 'Trưởng đơn vị')
  const second = codeIn(await hanh.presses('Cấp thêm mã'))
  expect(second).not.toBe(first)
  await office.stranger('A').says(first)
  expect(said(await office.stranger('B').says(first))).toMatch(
    /đã được dùng[\s\S]*liên hệ Văn phòng HĐND và UBND xã, điện thoại 0260 123 4567/,
  )
  expect(said(await office.stranger('C').says(second))).toMatch(/Trưởng đơn vị, UBND xã Suối Đá/)
})

test('two who type one code at once: one comes in', async () => {
  await office.person('Đỗ Văn Thành', { unit: 'Phòng Kinh tế', parent: agency.name, role: 'head' })
  const code = await invitation(hanh, '1', '1')
  const answers = await Promise.all(['A', 'B'].map((name) => office.stranger(name).says(code)))
  expect(answers.filter((heard) => /✓/.test(said(heard)))).toHaveLength(1)
  expect(answers.filter((heard) => /đã được dùng/.test(said(heard)))).toHaveLength(1)
})

test('a code for a unit that is gone no longer works', async () => {
  await office.person('Đỗ Văn Thành', { unit: 'Phòng Kinh tế', parent: agency.name, role: 'head' })
  const { store } = office.database
  const root = (await store.units.all())[0]?.id ?? ''
  const id = await store.units.add({ parentId: root, name: 'Thôn 9', relation: 'subordinate' })
  const code = await invitation(hanh, 'Thôn 9', '1')
  await store.units.remove(id)
  expect(said(await office.stranger('Khách').says(code))).toMatch(/Mã “.+” chưa đúng/)
})

test('channels that have links bring theirs, with the code, and the page of the invitation its own', async () => {
  office.channel.joinLink = (code) => `https://t.me/thidua_bot?start=${code}`
  await hanh.says('mời')
  const shown = await hanh.presses('Trưởng đơn vị')
  expect(said(shown)).toContain(`Hoặc mở liên kết Kênh memory: https://t.me/thidua_bot?start=${codeIn(shown)}`)
  expect(said(shown)).toContain(`Hoặc mở trang mời: https://thidua.example.vn/moi/${codeIn(shown)}`)
})

test('“Mã QR” shows the invitation as a picture with its code in words, while it is open and the unit is in charge', async () => {
  office.channel.joinLink = (code) => `https://t.me/thidua_bot?start=${code}`
  office.channel.homeLink = () => 'https://t.me/thidua_bot'
  await hanh.says('mời')
  const code = codeIn(await hanh.presses('Trưởng đơn vị'))
  const [shown] = await hanh.presses('Mã QR')
  expect(shown?.text).toContain(`Mã tham gia: ${code}\nNgười nhận dùng máy ảnh`)
  expect(shown?.attachment).toBe(`${code}.png`)
  const picture = office.channel.delivered(hanh.chat).at(-1)?.file
  expect(
    Buffer.from(picture ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  expect(await readQr(picture ?? new Uint8Array())).toEqual(modulesOf(`https://t.me/thidua_bot?start=${code}`))
  await office.stranger('A').says(code)
  expect(said(await hanh.presses('Mã QR'))).toContain('đã được dùng hoặc đã hết hạn')
})

test('without a messenger’s link the picture leads to the page, or says the code', async () => {
  await hanh.says('mời')
  const code = codeIn(await hanh.presses('Trưởng đơn vị'))
  await hanh.presses('Mã QR')
  const picture = office.channel.delivered(hanh.chat).at(-1)?.file
  expect(await readQr(picture ?? new Uint8Array())).toEqual(modulesOf(`https://thidua.example.vn/moi/${code}`))
})

const modulesOf = (words: string) => {
  const { size, data } = create(words, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from(data.slice(row * size, (row + 1) * size), (on) => (on ? '█' : ' ')).join(''),
  )
}

/** The dots of a picture drawn with eight pixels a dot and a quiet zone of four. */
async function readQr(png: Uint8Array): Promise<string[]> {
  const image = await loadImage(Buffer.from(png))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const size = image.width / 8 - 8
  const isDark = (row: number, column: number) =>
    (context.getImageData((column + 4) * 8 + 4, (row + 4) * 8 + 4, 1, 1).data[0] ?? 255) < 128
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (isDark(row, column) ? '█' : ' ')).join(''),
  )
}
