import { afterEach, describe, expect, test } from 'vitest'
import { goes } from './commune.ts'
import { kept, openReporting, type Reporting, register } from './reporting-commune.ts'

let commune: Reporting
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const toPreview = ['/baocao', '98', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]']
const one = async () => (await kept(commune))[0]
const auditOf = async () =>
  (await commune.office.database.store.audit.about(`report:${(await one())?.id}`)).map(({ action }) => action)

async function sent() {
  commune = await openReporting()
  await register(commune, commune.lan, 1)
  return goes(commune.lan, ...toPreview, '[Gửi]')
}

test('the head finds it under /duyet beside registrations, approves, and the admin takes it in', async () => {
  await sent()
  const [registration] = await commune.head.says('/duyet')
  expect(registration?.text).toContain('2 bản đăng ký, báo cáo chờ đồng chí.')
  const [card] = await commune.head.presses('Tiếp theo')
  expect(card?.text).toContain('Đồng chí Nguyễn Thị Lan (Hội Nông dân xã) gửi báo cáo BC-2024-0001')
  expect(card?.text).toContain('Kết quả: 98%, đạt 98% chỉ tiêu')
  expect(text(await commune.head.presses('Duyệt'))).toContain('Đã duyệt báo cáo BC-2024-0001')
  expect(text(await commune.lan.hears())).toContain(
    'Đơn vị đã duyệt báo cáo BC-2024-0001 (đồng chí Y Bhôk Niê), chờ bộ phận thường trực tiếp nhận.\nKế hoạch yêu cầu báo cáo bằng văn bản',
  )
  expect(text(await commune.admin.hears())).toContain('đã duyệt báo cáo BC-2024-0001')
  const [toTakeIn] = await commune.admin.says('/duyet')
  expect(toTakeIn?.buttons.slice(0, 2)).toEqual(['Nhận cả bản ký', 'Tiếp nhận'])
  await commune.admin.presses('Nhận cả bản ký')
  expect(text(await commune.lan.hears())).toContain('✓ Đã tiếp nhận báo cáo BC-2024-0001 của đồng chí')
  expect(await one()).toMatchObject({ state: 'received', paper: 'received' })
  expect(await auditOf()).toEqual(['report.submit', 'report.approve', 'report.receive'])
})

test('returned with a reason it is open again, and /baocao takes it up', async () => {
  await sent()
  const [asked] = await commune.head.presses('Đề nghị sửa')
  expect(asked?.text).toContain('Báo cáo BC-2024-0001 cần hoàn thiện điều gì?')
  await commune.head.presses('Thiếu minh chứng')
  const [told] = await commune.lan.hears()
  expect(told?.text).toBe(
    'Báo cáo BC-2024-0001 cần hoàn thiện: “chưa có minh chứng”. Đồng chí sửa và gửi lại chậm nhất thứ Sáu 18/10/2024.',
  )
  const mine = await commune.office.database.store.obligations.find({ personId: commune.lan.id })
  expect(mine.find(({ kind }) => kind === 'report')?.state).toBe('returned')
  const [preview] = await commune.lan.says('/baocao')
  expect(preview?.text).toContain('Kết quả: 98%, đạt 98% chỉ tiêu')
  await goes(commune.lan, '[Sửa]', '[Kết quả]', '99')
  const [receipt] = await commune.lan.presses('Gửi lại')
  expect(receipt?.text).toContain('Đã gửi lại báo cáo (lần 2) lúc 09:00 thứ Hai 14/10/2024')
  const { reports } = commune.office.database.store
  expect((await reports.versions((await one())?.id ?? '')).map(({ version }) => version)).toEqual([1, 2])
})

test('changed after approval it waits again, and the admin hears of it', async () => {
  await sent()
  await commune.head.presses('Duyệt')
  await commune.admin.hears()
  await goes(commune.lan, '[Sửa]', '[Gửi lại]')
  expect((await one())?.state).toBe('waiting')
  expect(text(await commune.admin.hears())).toContain('đã sửa báo cáo BC-2024-0001 sau khi duyệt')
})

test('withdrawn after a question, the deadline is open and takes another report', async () => {
  await sent()
  const [asked] = await commune.lan.presses('Rút báo cáo')
  expect(asked?.text).toContain('đồng chí báo cáo lại được đến hết thứ Sáu 18/10')
  expect(text(await commune.lan.presses('Rút báo cáo'))).toContain('Đã rút báo cáo BC-2024-0001')
  expect(text(await commune.head.hears())).toContain('đã được rút')
  await goes(commune.lan, ...toPreview, '[Gửi]')
  expect((await kept(commune)).map(({ code, state }) => `${code} ${state}`)).toEqual([
    'BC-2024-0001 withdrawn',
    'BC-2024-0002 waiting',
  ])
})

test('two people at once: one result and one explanation', async () => {
  await sent()
  await commune.head.presses('Duyệt')
  expect(text(await commune.head.pressesOld('Duyệt', 1))).toContain('Báo cáo BC-2024-0001 hiện là “Đơn vị đã duyệt”')
  expect(await auditOf()).toEqual(['report.submit', 'report.approve'])
})

test('a button from before a change does nothing', async () => {
  await sent()
  await commune.head.hears()
  await goes(commune.lan, '[Sửa]', '[Gửi lại]')
  expect(text(await commune.head.pressesOld('Duyệt', 1))).toContain('đã được sửa và gửi lại')
  expect((await one())?.state).toBe('waiting')
})

test("nobody approves their own: a head's goes to the admin", async () => {
  commune = await openReporting()
  await register(commune, commune.head, 1)
  const [receipt] = await goes(commune.head, '/baocao', '[Chọn 1]', ...toPreview.slice(1), '[Gửi]')
  expect(receipt?.text).toContain('chờ bộ phận thường trực xem xét, tiếp nhận.')
  expect(text(await commune.head.says('/duyet'))).not.toContain('BC-2024')
  expect(text(await commune.admin.says('/duyet'))).toContain('DK-2024-0001')
  expect(text(await commune.admin.presses('Tiếp theo'))).toContain('BC-2024-0001')
  await commune.admin.presses('Tiếp nhận')
  expect((await one())?.state).toBe('received')
})

test('the only admin’s own waits until there is another, and says so', async () => {
  commune = await openReporting()
  const { admin, office } = commune
  const answered = ['1', '[Tiếp tục]', 'Đã xong', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]']
  const [receipt] = await goes(admin, '/baocao', ...answered, '[Gửi]')
  expect(receipt?.text).toContain('không ai tự tiếp nhận bản của mình')
  const { id, version } = (await one()) ?? { id: '', version: 0 }
  const args = { kind: 'report', id, version, signed: false }
  const said = { blocks: [], buttons: [{ label: 'Tiếp nhận', action: { topic: 'duyet', name: 'receive', args } }] }
  const queued = await office.assistant.core.tokens.mint(said, { personId: admin.id })
  expect(text(await admin.does({ kind: 'button', token: queued.buttons[0]?.token ?? '' }))).toContain(
    'Báo cáo BC-2024-0001 hiện là “Chờ duyệt” nên việc này không thực hiện',
  )
  expect((await one())?.state).toBe('waiting')
  const second = await office.person('Phạm Văn Em', { unit: 'UBND xã Ea Mẫu', role: 'admin' })
  await second.says('/duyet')
  await second.presses('Tiếp nhận')
  expect((await one())?.state).toBe('received')
})

describe('the signed paper', () => {
  test('is reported sent by its author, once', async () => {
    await sent()
    await commune.head.presses('Duyệt')
    await commune.admin.hears()
    await commune.lan.presses('Xem lại')
    expect(text(await commune.lan.presses('Đã gửi bản ký'))).toContain('bản ký của BC-2024-0001 báo đã gửi')
    expect(text(await commune.admin.hears())).toContain('báo đã gửi')
    expect(text(await commune.lan.presses('Đã gửi bản ký'))).toContain('đã được báo gửi từ trước')
  })
})

test('/cuatoi lists it beside the registration', async () => {
  await sent()
  expect(text(await commune.lan.says('/cuatoi'))).toContain(
    'Đồng chí có 1 báo cáo.\n1. BC-2024-0001, thi đua 120 năm thành lập tỉnh: Chờ duyệt',
  )
})

test('strangers to it see nothing', async () => {
  await sent()
  const other = await commune.office.person('Người khác', { unit: 'Thôn 1', parent: 'UBND xã Ea Mẫu' })
  await commune.lan.presses('Xem lại')
  const said = {
    blocks: [],
    buttons: [{ label: 'Xem', action: { topic: 'baocao', name: 'view', args: { id: (await one())?.id } } }],
  }
  const queued = await commune.office.assistant.core.tokens.mint(said, { personId: other.id })
  expect(text(await other.does({ kind: 'button', token: queued.buttons[0]?.token ?? '' }))).toContain(
    'Không có báo cáo này trong phạm vi đồng chí được xem.',
  )
})
