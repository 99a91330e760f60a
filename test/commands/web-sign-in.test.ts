import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPairings } from '../../src/store/pairings.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { agency, said, setUpCommune } from './commune.ts'

let office: Office
let hanh: Speaker
let mai: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  hanh = await setUpCommune(office)
  mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', parent: agency.name })
})
afterEach(() => office.close())

const realNow = () => Date.now()
const pairings = () => createPairings(office.database.store, realNow)

async function waitingPage() {
  const secret = await pairings().open('Chrome, Windows')
  return { secret, ...(await pairings().look(secret)) }
}

test('a page that waits is let in from a chat, which names the same number', async () => {
  const { secret, code = '', number = '' } = await waitingPage()
  const asked = await mai.says(code.toLowerCase())
  expect(said(asked)).toMatch(/^Đăng nhập web trên Chrome, Windows lúc \d\d:\d\d thứ .*\?\nChỉ đồng ý khi/)
  expect(said(asked)).toContain(`hiện số ${number}.`)
  expect(asked[0]?.buttons).toEqual(['Đồng ý', 'Từ chối'])
  expect(said(await mai.presses('Đồng ý'))).toMatch(/^✓ Đã đồng ý/)
  const sender = await pairings().take(secret)
  const account = await office.database.store.accounts.bySender('web', sender ?? '')
  expect(account?.person_id).toBe(mai.id)
  expect(said(await mai.presses('Đồng ý'))).toMatch(/đã hết hiệu lực/)
})

test('the second page of a person comes into the same chat', async () => {
  const enter = async () => {
    const { secret, code = '' } = await waitingPage()
    await mai.says(code)
    await mai.presses('Đồng ý')
    return pairings().take(secret)
  }
  expect(await enter()).toBe(await enter())
})

test('refused, the page stays outside', async () => {
  const { secret, code = '' } = await waitingPage()
  await mai.says(code)
  expect(said(await mai.presses('Từ chối'))).toMatch(/^Đã từ chối/)
  expect(await pairings().look(secret)).toMatchObject({ state: 'refused' })
  expect(await pairings().take(secret)).toBeNull()
})

test('a code typed in the middle of a dialog is one all the same, and the dialog goes on', async () => {
  await mai.says('/cuatoi')
  await mai.presses('Sửa hồ sơ')
  const { code = '' } = await waitingPage()
  expect(said(await mai.says(code))).toMatch(/^Đăng nhập web trên/)
  await mai.says('Nguyễn Thị Ngọc Mai')
  await mai.says('Công chức Địa chính')
  expect(said(await mai.presses('Bỏ qua'))).toMatch(/^✓ Đã ghi hồ sơ: đồng chí Nguyễn Thị Ngọc Mai/)
})

test('a stranger cannot let a page in', async () => {
  const { secret, code = '' } = await waitingPage()
  const heard = await office.stranger('người lạ').says(code)
  expect(said(heard)).toMatch(/chưa liên kết với hồ sơ nào/)
  expect(heard[0]?.buttons).toEqual([])
  expect(await pairings().look(secret)).toMatchObject({ state: 'open' })
})

test('“của tôi” lists the browsers and signs out of all of them', async () => {
  const { secret, code = '' } = await waitingPage()
  await mai.says(code)
  await mai.presses('Đồng ý')
  const sessions = createSessions(office.database.store, realNow)
  const token = await sessions.make((await pairings().take(secret)) ?? '', 'Chrome, Windows')
  expect((await mai.says('/cuatoi'))[0]?.buttons).toContain('Phiên web')
  expect(said(await mai.presses('Phiên web'))).toMatch(
    /^Đồng chí đang đăng nhập web trên 1 trình duyệt\.\n1\. Chrome, Windows, dùng lần cuối/,
  )
  expect(said(await mai.presses('Đăng xuất hết'))).toBe('✓ Đã đăng xuất web trên 1 trình duyệt.')
  expect(await sessions.find(token)).toBeNull()
  expect((await mai.says('/cuatoi'))[0]?.buttons).not.toContain('Phiên web')
})

test('who has left is signed out of the web at once', async () => {
  const { secret, code = '' } = await waitingPage()
  await mai.says(code)
  await mai.presses('Đồng ý')
  const sessions = createSessions(office.database.store, realNow)
  const token = await sessions.make((await pairings().take(secret)) ?? '', 'Chrome, Windows')
  expect(await sessions.find(token)).not.toBeNull()
  await hanh.says('/nguoidung Mai')
  await hanh.presses('Đã nghỉ')
  await hanh.presses('Xác nhận')
  expect(await sessions.find(token)).toBeNull()
})
