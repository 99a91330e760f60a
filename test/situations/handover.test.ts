import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const union = { unit: 'Hội Nông dân xã', role: 'official' as const }

test('retirement: the successor goes on with what waits, past papers keep the old name, the account is locked from its day', async () => {
  commune = await openCommune('2024-03-27T09:12:00+07:00')
  const { office, head, lan, admin } = commune
  const next = await office.person('Ama Thương', { ...union, position: 'Ủy viên' })
  await goes(lan, ...toPreview, '[Gửi]')
  const asked = await goes(
    admin,
    ...[
      '/bangiao',
      'Y Bhôk Niê',
      '[Trưởng đơn vị, Hội Nông dân xã]',
      '[Nghỉ hưu]',
      '[đồng chí Ama Thương, Ủy viên]',
      '1/4',
    ],
  )
  expect(text(asked).split('\n')[0]).toBe(
    'Đồng chí Y Bhôk Niê, Chủ tịch bàn giao cho đồng chí Ama Thương, Ủy viên từ thứ Hai 01/04/2024: Trưởng đơn vị, Hội Nông dân xã.',
  )
  expect(text(await admin.presses('Bàn giao'))).toContain('có hiệu lực từ thứ Hai 01/04/2024')
  expect(text(await next.says('/duyet'))).toMatch(/^Chỉ trưởng đơn vị/)
  await office.moveTo('2024-04-01T08:00:00+07:00')
  const told = text(await next.hears())
  expect(told).toContain('Đồng chí nhận bàn giao từ đồng chí Y Bhôk Niê: Trưởng đơn vị, Hội Nông dân xã.')
  expect(told).toContain('Chờ đồng chí xem xét: 1 bản.')
  expect(text(await goes(next, '/duyet', '[Duyệt]'))).toContain('Đã duyệt bản đăng ký DK-2024-0001')
  expect(text(await head.says('/duyet'))).toContain('mã')
  expect(await registrations(office)).toHaveLength(1)
})

test('a head leaves without a successor: the deputy takes over', async () => {
  commune = await openCommune()
  const { office, head, lan } = commune
  const deputy = await office.person('H’Linh Êban', { ...union, position: 'Phó Chủ tịch' })
  await goes(lan, ...toPreview, '[Gửi]')
  const done = await goes(head, '/bangiao', '[Chuyển công tác]', '[Chưa có ai]', '[thứ Tư 27/03/2024]', '[Bàn giao]')
  expect(text(done)).toContain('✓ Đã bàn giao của đồng chí Y Bhôk Niê, Chủ tịch, có hiệu lực ngay.')
  expect(text(await deputy.hears())).toContain('Đồng chí nhận bàn giao')
  expect(text(await deputy.says('/duyet'))).toContain('DK-2024-0001')
})

test('without deputy the papers go up', async () => {
  commune = await openCommune()
  const { head, lan, admin } = commune
  await goes(lan, ...toPreview, '[Gửi]')
  await goes(head, '/bangiao', '[Chuyển công tác]', '[Chưa có ai]', '[thứ Tư 27/03/2024]', '[Bàn giao]')
  expect(text(await admin.says('/duyet'))).toContain('DK-2024-0001')
})

test('the focal point who typed the unit’s paper retires: the head hears what is asked of it', async () => {
  commune = await openCommune()
  const { office, clerk, head, admin } = commune
  const { registrations: kept, people } = office.database.store
  await goes(clerk, '/dangky', '[Cho Hội Nông dân xã]', ...toPreview.slice(1))
  await clerk.says('Nguyễn Văn A; Trần Thị B')
  await goes(clerk, '[Gửi]').catch(() => goes(clerk, '[Tiếp tục]', '[Gửi]'))
  await goes(head, '/duyet', '[Duyệt]')
  await people.leave(clerk.id, office.clock.now())
  await head.hears()
  await goes(admin, '/duyet', '[Đề nghị sửa]', '[Thiếu ngày]')
  expect((await kept.inState('returned')).length).toBe(1)
  expect(text(await head.hears())).toContain('cần hoàn thiện: “chưa có ngày hoàn thành”')
})

test('the last admin cannot go without a successor', async () => {
  commune = await openCommune()
  const done = await goes(
    commune.admin,
    ...[
      '/bangiao',
      '[Tôi]',
      '[Thường trực thi đua, UBND xã Ea Mẫu]',
      '[Lý do khác]',
      '[Chưa có ai]',
      '[thứ Tư 27/03/2024]',
      '[Bàn giao]',
    ],
  )
  expect(text(done)).toContain('vai trò thường trực cuối cùng')
})
