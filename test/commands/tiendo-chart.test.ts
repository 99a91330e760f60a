import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/domain/plan.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { linesOf } from '../papers/open-paper.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
let admin: Speaker
let head: Speaker
let village: Speaker

const commune = 'UBND xã Ea Mẫu'
const school = 'Trường Tiểu học Kim Đồng'

const idOf = async (name: string) =>
  (await office.database.store.units.all()).find((unit) => unit.name === name)?.id ?? ''

/** A plan whose deadline binds these units, each with its people. */
async function bind(names: string[], shortName: string, deadline: Partial<Deadline> = {}) {
  const unitIds = await Promise.all(names.map(idOf))
  return seedPlan(office.database.store, { shortName, deadline, unitIds })
}

beforeEach(async () => {
  office = await openOffice({ now: '2024-04-08T08:00:00+07:00' })
  admin = await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin', position: 'Công chức Văn phòng' })
  head = await office.person('Vũ Thị Ngọc', { unit: school, parent: commune, role: 'head', position: 'Hiệu trưởng' })
  await office.person('Nguyễn Văn An', { unit: 'Tổ 1', parent: school, position: 'Giáo viên' })
  await office.person('Trần Thị Bình', { unit: 'Tổ 2', parent: school })
  village = await office.person('Y Blok Niê', { unit: 'Buôn Kô Tam', parent: commune, role: 'head' })
})
afterEach(() => office.close())

describe('the picture', () => {
  beforeEach(async () => {
    await bind([school, 'Tổ 1', 'Tổ 2', 'Buôn Kô Tam'], 'thi đua 120 năm thành lập tỉnh')
  })

  test('comes behind a button, with the numbers in words and words for whoever cannot see it', async () => {
    await head.says('/tiendo')
    const heard = await head.presses('Xem biểu đồ')
    const shown = heard.at(-1)
    expect(heard[0]).toMatchObject({ text: 'Đang vẽ biểu đồ, xong sẽ gửi vào đây.', buttons: [] })
    expect(shown?.attachment).toBe('bieu-do-tien-do.png')
    expect(shown?.text).toBe(
      [
        'Trường Tiểu học Kim Đồng, thứ Hai 08/04/2024, đã ghi nhận:',
        'Việc 1. Đăng ký thi đua 120 năm thành lập tỉnh: 0/3 người, gửi chậm nhất thứ Ba 09/04',
        'Việc 2. Đăng ký thi đua 120 năm thành lập tỉnh: 0/3 đơn vị, gửi chậm nhất thứ Ba 09/04',
      ].join('\n'),
    )
    expect(shown?.buttons).toEqual(['Xem bằng chữ', 'Nền tối'])
    const sent = office.channel.delivered(head.chat).at(-1)?.message.attachment
    expect(sent?.alt).toMatch(/^Biểu đồ tiến độ của Trường Tiểu học Kim Đồng, thứ Hai 08\/04\/2024: 2 việc, 3 đơn vị/)
    const bytes = await office.files.bytes(sent?.hash ?? '')
    expect(Buffer.from(bytes?.subarray(1, 4) ?? []).toString()).toBe('PNG')
  })

  test('is drawn on a dark ground too, and back', async () => {
    await head.says('/tiendo')
    await head.presses('Xem biểu đồ')
    const light = office.channel.delivered(head.chat).at(-1)?.message.attachment?.hash
    const dark = (await head.presses('Nền tối')).at(-1)
    expect(dark?.buttons).toEqual(['Xem bằng chữ', 'Nền sáng'])
    expect(office.channel.delivered(head.chat).at(-1)?.message.attachment?.hash).not.toBe(light)
    // The ground is kept for the next time.
    await head.says('/tiendo')
    expect((await head.presses('Xem biểu đồ')).at(-1)?.buttons).toEqual(['Xem bằng chữ', 'Nền sáng'])
    await head.presses('Nền sáng')
    expect(office.channel.delivered(head.chat).at(-1)?.message.attachment?.hash).toBe(light)
  })

  test('what was begun before goes on as if nothing had been drawn', async () => {
    await head.says('/tiendo')
    await head.says('/dangky')
    expect((await head.presses('Xem biểu đồ')).at(-1)?.attachment).toBe('bieu-do-tien-do.png')
    expect((await head.says('1'))[0]?.text).toContain('Đăng ký thi đua, bước')
  })

  test('many units come in pages, in the order of the admin', async () => {
    for (let number = 1; number <= 20; number++)
      await office.person(`Người ${number}`, { unit: `Thôn ${number}`, parent: commune })
    await bind(
      Array.from({ length: 20 }, (_, index) => `Thôn ${index + 1}`),
      'nông thôn mới',
    )
    await admin.says('/tiendo')
    const first = (await admin.presses('Xem biểu đồ')).at(-1)
    expect(first?.buttons).toEqual(['Xem bằng chữ', 'Trang sau', 'Nền tối'])
    const second = (await admin.presses('Trang sau')).at(-1)
    expect(second?.buttons).toEqual(['Xem bằng chữ', 'Nền tối'])
    const [words] = await admin.presses('Xem bằng chữ')
    expect(words?.text).toMatch(/13\. Thôn 11: việc 3 \(0\/1\), việc 4 \(0\/1\)[\s\S]*Trang 2\/2\.$/)
  })
})

describe('by unit', () => {
  beforeEach(async () => {
    await bind([school, 'Tổ 1', 'Tổ 2', 'Buôn Kô Tam'], 'thi đua 120 năm thành lập tỉnh')
  })

  test('an admin sees the sums of each part, and opens one that has parts', async () => {
    const [digest] = await admin.says('/tiendo')
    expect(digest?.text).toContain('Đủ ở 0/2 đơn vị, bộ phận.')
    await admin.presses('Xem biểu đồ')
    const [words] = await admin.presses('Xem bằng chữ')
    expect(words?.text.split('\n').slice(-3)).toEqual([
      'THEO ĐƠN VỊ',
      '1. Trường Tiểu học Kim Đồng: việc 1 (0/3), việc 2 (0/3)',
      '2. Buôn Kô Tam: việc 1 (0/1), việc 2 (0/1)',
    ])
    expect(words?.text).not.toMatch(/Nguyễn Văn An|Y Blok/)
    expect(words?.buttons).toEqual(['Xem biểu đồ', 'Mở 1'])
    const [inside] = await admin.presses('Mở 1')
    expect(inside?.text.split('\n').slice(-3)).toEqual([
      '1. Trường Tiểu học Kim Đồng: việc 1 (0/1), việc 2 (0/1)',
      '2. Tổ 1: việc 1 (0/1), việc 2 (0/1)',
      '3. Tổ 2: việc 1 (0/1), việc 2 (0/1)',
    ])
  })

  test('a head sees nothing beside their own subtree', async () => {
    await village.says('/tiendo')
    await village.presses('Xem biểu đồ')
    const [words] = await village.presses('Xem bằng chữ')
    expect(words?.text).toContain('1. Buôn Kô Tam: việc 1 (0/1), việc 2 (0/1)')
    expect(words?.text).not.toContain('Trường')
  })
})

test('the list has the names by deadline and unit, the message only numbers', async () => {
  await bind([school, 'Tổ 1', 'Tổ 2'], 'thi đua 120 năm thành lập tỉnh')
  const superior = { unit: 'Phòng Nội vụ', parent: school, relation: 'superior' as const }
  await office.person('Hồ Văn Cấp', superior)
  await bind(['Phòng Nội vụ'], 'việc của cấp trên')
  await head.says('/tiendo')
  const [heard] = await head.presses('Xem danh sách')
  expect(heard?.text).toBe(
    'Danh sách hệ thống chưa ghi nhận: 3 người, 3 đơn vị. Danh sách có họ tên, chỉ dùng trong nội bộ.',
  )
  expect(heard?.attachment).toBe('danh-sach-chua-ghi-nhan.docx')
  const hash = office.channel.delivered(head.chat).at(-1)?.message.attachment?.hash ?? ''
  const lines = linesOf((await office.files.bytes(hash)) as Uint8Array)
  const words = lines.join('\n')
  expect(words).toContain(
    'Đăng ký thi đua 120 năm thành lập tỉnh: trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04/2024',
  )
  expect(words).toMatch(/Vũ Thị Ngọc, Hiệu trưởng[\s\S]*Tổ 1[\s\S]*Nguyễn Văn An, Giáo viên[\s\S]*Tổ 2/)
  expect(words).not.toMatch(/Hồ Văn Cấp|việc của cấp trên|chưa nộp|quá hạn/)
})

test('where no picture can be shown, the units stand in the message', async () => {
  await office.close()
  office = await openOffice({
    now: '2024-04-08T08:00:00+07:00',
    can: { buttons: false, filesOut: false, photos: null },
  })
  head = await office.person('Vũ Thị Ngọc', { unit: school, parent: commune, role: 'head', position: 'Hiệu trưởng' })
  await bind([school], 'thi đua 120 năm thành lập tỉnh')
  const heard = await head.says('tien do')
  const number = /^(\d)\. Xem biểu đồ$/m.exec(heard[0]?.text ?? '')?.[1] ?? ''
  const drawn = await head.says(number)
  expect(drawn[0]?.text).toBe('Đang vẽ biểu đồ, xong sẽ gửi vào đây.')
  expect(drawn.at(-1)?.text).toMatch(/đã ghi nhận:\n[\s\S]*THEO ĐƠN VỊ\n1\. Trường Tiểu học Kim Đồng: /)
})
