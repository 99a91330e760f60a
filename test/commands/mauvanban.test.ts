import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { makeTemplate, rightLines, rightRows, wordsOf } from '../papers/templates/make-template.ts'

let office: Office
let admin: Speaker
let lan: Speaker
beforeAll(async () => {
  office = await openOffice({ now: '2026-02-05T08:00:00+07:00' })
  admin = await office.person('Phạm Thị Hà', { unit: 'UBND xã Ea Sơn', role: 'admin' })
  lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã', parent: 'UBND xã Ea Sơn' })
})
afterAll(() => office.close())

const last = async (heard: ReturnType<Speaker['says']>) => (await heard).at(-1)
const rootId = async () =>
  (await office.database.store.units.all()).find(({ name }) => name === 'UBND xã Ea Sơn')?.id ?? ''
const attachedTo = async (speaker: Speaker) => {
  const hash = office.channel.delivered(speaker.chat).at(-1)?.message.attachment?.hash ?? ''
  return (await office.files.bytes(hash)) ?? new Uint8Array()
}

test('shows which forms are in use, and the tags with their meaning', async () => {
  const list = await last(admin.says('/mauvanban'))
  expect(list?.text).toBe(
    [
      'Mẫu văn bản đang dùng:',
      '1. Bản đăng ký của đơn vị: mẫu có sẵn của hệ thống',
      '2. Bản đăng ký của cá nhân: mẫu có sẵn của hệ thống',
      '3. Báo cáo kết quả: mẫu có sẵn của hệ thống',
    ].join('\n'),
  )
  expect(list?.buttons).toEqual(['Mẫu của đơn vị', 'Mẫu của cá nhân', 'Mẫu báo cáo'])
  expect((await last(admin.presses('Mẫu của đơn vị')))?.buttons).toEqual(['Gửi mẫu', 'Xem các thẻ'])
  const tags = (await last(admin.presses('Xem các thẻ')))?.text
  expect(tags).toContain('{kế hoạch}: kế hoạch, đủ số, ngày, cơ quan ban hành (bắt buộc)')
  expect(tags).toContain(
    '{#nội dung} … {/nội dung}: các nội dung đăng ký, lặp từng dòng (bắt buộc)\n   {STT}: số thứ tự',
  )
})

test('a form with mistakes is answered with each tag and the nearest right one, and is not used', async () => {
  await admin.presses('Gửi mẫu')
  const bytes = await makeTemplate(['{đơn vi xã} {kế hoạch}', '{số điện thoại}'], [['{#nội dung}{STT}', '{chỉ tiêu}']])
  const heard = await last(admin.sends({ name: 'mau.docx', bytes }))
  expect(heard?.text).toBe(
    [
      'Mẫu mau.docx có 4 điểm cần sửa:',
      '1. {đơn vi xã} không phải thẻ của mẫu này; gần nhất là {đơn vị}',
      '2. {số điện thoại} không phải thẻ của mẫu này',
      '3. {#nội dung} chưa được đóng bằng {/nội dung}',
      '4. cần có {đơn vị}',
      'Đề nghị đồng chí sửa rồi gửi lại tệp.',
    ].join('\n'),
  )
  expect(await office.database.store.paperTemplates.ofUnit(await rootId())).toEqual([])
})

test('a right form is previewed with made-up data, then used, and stays when files are swept', async () => {
  const heard = await last(admin.sends({ name: 'mau-dk.docx', bytes: await makeTemplate(rightLines, rightRows) }))
  expect(heard?.text).toContain('Mẫu mau-dk.docx dùng được.')
  expect(heard?.text).toContain('điểm khác thể thức Nghị định 30/2020/NĐ-CP')
  expect(heard?.attachment).toBe('xem-thu-mau-dk.docx')
  expect(heard?.buttons.slice(0, 2)).toEqual(['Dùng mẫu này', 'Gửi mẫu khác'])
  expect(wordsOf(await attachedTo(admin))).toContain('Phòng Văn hóa - Xã hội đăng ký:')

  expect((await last(admin.presses('Dùng mẫu này')))?.text).toBe(
    'Đã lưu mẫu mau-dk.docx; các bản tạo từ nay theo mẫu này.\nBản đăng ký của đơn vị: đang dùng mẫu riêng mau-dk.docx, gửi lúc 08:00 thứ Năm 05/02/2026.',
  )
  const { store } = office.database
  const [own] = await store.paperTemplates.ofUnit(await rootId())
  const kept = await store.fileReferences.all()
  expect(kept).toContain(own?.file_hash)
  await office.files.sweep({ kept, before: Number.POSITIVE_INFINITY })
  await admin.presses('Tải mẫu')
  expect(wordsOf(await attachedTo(admin))).toContain('{địa danh}')
})

test('units below use the form of the nearest above', async () => {
  const units = await office.database.store.units.all()
  const below = units.find(({ name }) => name === 'Hội Nông dân xã')?.id ?? ''
  const found = await office.database.store.paperTemplates.find([below, await rootId()], 'unitRegistration')
  expect(found?.file_name).toBe('mau-dk.docx')
  expect(await office.database.store.paperTemplates.find([below], 'unitRegistration')).toBeNull()
})

test('a form is replaced, and each change is in the audit', async () => {
  await admin.presses('Gửi mẫu')
  await admin.sends({ name: 'mau-moi.docx', bytes: await makeTemplate([...rightLines, 'Bản mới'], rightRows) })
  await admin.presses('Dùng mẫu này')
  const [own, ...others] = await office.database.store.paperTemplates.ofUnit(await rootId())
  expect([own?.file_name, others]).toEqual(['mau-moi.docx', []])

  expect((await last(admin.presses('Gỡ mẫu')))?.text).toBe(
    'Bản đăng ký của đơn vị: gỡ mẫu riêng và dùng lại mẫu có sẵn của hệ thống?',
  )
  expect((await last(admin.presses('Gỡ mẫu này')))?.text).toContain('Đã gỡ mẫu riêng.')
  expect(await office.database.store.paperTemplates.ofUnit(await rootId())).toEqual([])
  const actions = (await office.database.store.audit.about(await rootId())).map(({ action }) => action)
  expect(actions.filter((action) => action.startsWith('paper_template'))).toEqual([
    'paper_template.set',
    'paper_template.set',
    'paper_template.removed',
  ])
})

const words = (text: string) => new TextEncoder().encode(text)

// biome-ignore format: a table keeps its columns
test.each([
  ['a text file',      'mau.txt',  () => words('{đơn vị}'),                                     'Mẫu phải là tệp DOCX'],
  ['a cut-off file',   'mau.docx', async () => (await makeTemplate(rightLines)).slice(0, 3000), 'Tệp bị hỏng'],
])('refuses %s and asks again', async (_say, name, bytes, sentence) => {
  await admin.says('/mauvanban')
  await admin.presses('Mẫu của cá nhân')
  await admin.presses('Gửi mẫu')
  const heard = await last(admin.sends({ name, bytes: await bytes() }))
  expect(heard?.text).toContain(sentence)
  expect(heard?.text).toContain('đề nghị đồng chí gửi tệp mẫu DOCX')
  await admin.says('hủy')
})

test('others are told who can', async () => {
  expect((await last(lan.says('/mauvanban')))?.text).toContain('bộ phận thường trực')
})

test('an admin who is one no longer changes nothing with an old button', async () => {
  const other = await office.person('Lê Văn Ba', { unit: 'UBND xã Ea Sơn', role: 'admin' })
  await other.says('/mauvanban')
  await other.presses('Mẫu báo cáo')
  await office.database.store.people.endRole({ personId: other.id, unitId: await rootId(), role: 'admin' })
  expect((await last(other.presses('Gửi mẫu')))?.text).not.toContain('đề nghị đồng chí gửi tệp mẫu')
})
