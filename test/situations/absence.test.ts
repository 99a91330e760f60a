import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const deputyOf = (office: Commune['office']) =>
  office.person('H’Linh Êban', { unit: 'Hội Nông dân xã', role: 'official', position: 'Phó Chủ tịch' })

test('the head goes on a trip: the deputy is asked, approves and gets the digest meanwhile; after it all is as before', async () => {
  commune = await openCommune('2024-03-27T09:12:00+07:00')
  const { office, head, lan } = commune
  const deputy = await deputyOf(office)
  const noted = await goes(
    head,
    '/nguoithay',
    '[Báo vắng]',
    '[Tôi]',
    'từ 28/3 đến 5/4',
    '[Công tác]',
    '[đồng chí H’Linh Êban, Phó Chủ tịch]',
  )
  expect(text(noted)).toBe(
    '✓ Đã ghi: đồng chí vắng từ thứ Năm 28/03 đến thứ Sáu 05/04/2024.\nĐã hỏi đồng chí H’Linh Êban, Phó Chủ tịch nhận thay; việc được chuyển khi người thay đồng ý.',
  )
  const [asked] = await deputy.hears()
  expect(asked?.text).toBe(
    'Đồng chí Y Bhôk Niê vắng từ thứ Năm 28/03 đến thứ Sáu 05/04/2024 và đề nghị đồng chí nhận thay: nhận nhắc việc và duyệt trong thời gian này.',
  )
  // Before the first day of absence the deputy approves nothing.
  await deputy.presses('Nhận thay')
  expect(text(await deputy.says('/duyet'))).toMatch(/^Chỉ trưởng đơn vị/)
  await office.moveTo('2024-03-28T08:00:00+07:00')
  const receipt = await goes(lan, ...toPreview, '[Gửi]')
  expect(text(receipt)).toContain('chờ đồng chí Phó Chủ tịch Hội Nông dân xã duyệt')
  expect(text(await head.hears())).not.toContain('Nguyễn Thị Lan')
  expect(text(await goes(deputy, '/duyet', '[Duyệt]'))).toContain('Đã duyệt bản đăng ký DK-2024-0001')
  await office.moveTo('2024-04-01T08:00:00+07:00')
  expect(text(await head.hears())).toBe('')
  expect(text(await deputy.hears())).toContain('Hội Nông dân xã, thứ Hai 01/04/2024')
  await office.moveTo('2024-04-06T08:00:00+07:00')
  expect(text(await deputy.says('/duyet'))).toMatch(/^Chỉ trưởng đơn vị/)
})

test('who stands in does not approve their own paper: it goes up', async () => {
  commune = await openCommune()
  const { office, head } = commune
  const deputy = await deputyOf(office)
  await goes(
    head,
    '/nguoithay',
    '[Báo vắng]',
    '[Tôi]',
    'từ 27/3 đến 5/4',
    '[Công tác]',
    '[đồng chí H’Linh Êban, Phó Chủ tịch]',
  )
  await deputy.presses('Nhận thay')
  await goes(deputy, '/dangky', '[Cho cá nhân]', ...toPreview.slice(1), '[Gửi]')
  expect(text(await deputy.says('/duyet'))).toBe('Không có bản nào chờ đồng chí.')
  expect(text(await commune.admin.says('/duyet'))).toContain('DK-2024-0001')
})

test('maternity leave: one notice before the last safe day, the reason shown to nobody, not counted, still free to register', async () => {
  commune = await openCommune('2024-03-25T09:00:00+07:00')
  const { office, head, lan, plan } = commune
  const noted = await goes(
    head,
    '/nguoithay',
    '[Báo vắng]',
    'Nguyễn Thị Lan',
    '6 tháng từ 25/3/2024',
    '[Thai sản]',
    '[Không cử ai]',
  )
  expect(text(noted)).toContain('chỉ có một thông báo trước ngày gửi chậm nhất, không nhắc hằng ngày')
  expect(text(await lan.hears())).not.toMatch(/thai/i)
  expect(text(await commune.clerk.says('/nguoithay'))).not.toMatch(/Lan|thai/i)
  const heard: string[] = []
  for (const day of ['2024-03-26', '2024-04-02', '2024-04-05', '2024-04-08', '2024-04-09', '2024-04-10']) {
    await office.moveTo(`${day}T08:00:00+07:00`)
    if ((await lan.hears()).length > 0) heard.push(day)
  }
  expect(heard).toEqual(['2024-04-08'])
  const obligations = await office.database.store.obligations.find({ deadlineIds: [plan.deadlineId], personId: lan.id })
  expect(obligations.find(({ personId }) => personId === lan.id)).toMatchObject({ away: true, state: 'open' })
  expect(text(await goes(lan, ...toPreview, '[Gửi]'))).toContain('Đã gửi bản đăng ký')
})

test('who stands in for a colleague is reminded of the colleague’s paper', async () => {
  commune = await openCommune('2024-03-25T09:00:00+07:00')
  const { office, lan, clerk } = commune
  await goes(lan, '/nguoithay', '[Báo vắng]', 'từ 25/3 đến 30/4', '[Nghỉ ốm]', '[đồng chí Lê Thị Hoa]')
  await clerk.presses('Nhận thay')
  expect(text(await lan.hears())).toMatch(/^Đồng chí Lê Thị Hoa đã nhận thay đồng chí/)
  await office.moveTo('2024-03-26T08:00:00+07:00')
  expect(text(await clerk.hears())).toContain('bản đăng ký của Hội Nông dân xã, đồng chí Nguyễn Thị Lan')
  expect(text(await lan.hears())).toBe('')
})

test.each([
  ['the same days twice are refused', 'từ 1/4 đến 8/4', 'Đã có lần vắng từ thứ Năm 28/03 đến thứ Sáu 05/04/2024'],
  ['days that are over are refused', 'từ 1/3/2024 đến 5/3/2024', 'đã qua rồi'],
  ['what is no day is asked again', 'mấy hôm nữa', 'chưa rõ từ ngày nào'],
])('%s', async (_say, typed, answer) => {
  commune = await openCommune()
  await goes(commune.lan, '/nguoithay', '[Báo vắng]', 'từ 28/3 đến 5/4', '[Công tác]', '[Không cử ai]')
  expect(text(await goes(commune.lan, '/nguoithay', '[Báo vắng]', typed))).toContain(answer)
})

test('back early: the stand-in is told and approves no more', async () => {
  commune = await openCommune()
  const { office, head } = commune
  const deputy = await deputyOf(office)
  await goes(
    head,
    '/nguoithay',
    '[Báo vắng]',
    '[Tôi]',
    'từ 27/3 đến 5/4',
    '[Công tác]',
    '[đồng chí H’Linh Êban, Phó Chủ tịch]',
  )
  await deputy.presses('Nhận thay')
  expect(text(await deputy.says('/duyet'))).toBe('Không có bản nào chờ đồng chí.')
  expect(text(await goes(head, '/nguoithay', '[Kết thúc 1]'))).toContain('Đã kết thúc lần vắng')
  expect(text(await deputy.hears())).toContain('không còn nhận việc thay nữa')
  expect(text(await deputy.says('/duyet'))).toMatch(/^Chỉ trưởng đơn vị/)
})

test('a stand-in who declines: another is asked', async () => {
  commune = await openCommune()
  const { office, head } = commune
  const deputy = await deputyOf(office)
  await goes(
    head,
    '/nguoithay',
    '[Báo vắng]',
    '[Tôi]',
    'từ 28/3 đến 5/4',
    '[Công tác]',
    '[đồng chí H’Linh Êban, Phó Chủ tịch]',
  )
  await deputy.presses('Không nhận')
  const [told] = await head.hears()
  expect(told?.text).toContain('không nhận thay được')
  expect(told?.buttons).toEqual(['Cử người khác', 'Kết thúc sớm'])
  expect(text(await head.presses('Cử người khác'))).toContain('Vắng từ ngày nào đến ngày nào?')
})

test('who only stands in for somebody has nothing of theirs to put off or report', async () => {
  commune = await openCommune('2024-03-25T09:00:00+07:00')
  const { office, lan } = commune
  const friend = await office.person('Lê Văn Ba', { unit: 'Hội Nông dân xã', role: 'official' })
  await goes(friend, ...toPreview, '[Gửi]')
  await goes(lan, '/nguoithay', '[Báo vắng]', 'từ 25/3 đến 30/4', '[Nghỉ ốm]', '[đồng chí Lê Văn Ba]')
  await friend.presses('Nhận thay')
  await office.moveTo('2024-03-26T08:00:00+07:00')
  const [reminder] = await friend.hears()
  expect(reminder?.text).toContain('Hệ thống chưa ghi nhận bản đăng ký của đồng chí Nguyễn Thị Lan')
  expect(reminder?.buttons).toEqual(['Xem quy định'])
})
