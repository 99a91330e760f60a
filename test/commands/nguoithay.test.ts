import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test.each(['/nguoithay', 'cử người thay', 'nguoi thay', 'báo vắng'])('“%s” says that nobody is away', async (typed) => {
  commune = await openCommune()
  const [said] = await commune.lan.says(typed)
  expect(said?.text).toContain('Chưa có ai báo vắng')
  expect(said?.buttons).toEqual(['Báo vắng'])
})

test('who has nobody in their charge is not asked whose absence, and sees nobody else’s', async () => {
  commune = await openCommune()
  expect(text(await goes(commune.lan, '/nguoithay', '[Báo vắng]'))).toContain('Vắng từ ngày nào đến ngày nào?')
  await goes(commune.lan, 'từ 28/3 đến 5/4', '[Nghỉ phép]', '[Không cử ai]')
  expect(text(await commune.lan.says('/nguoithay'))).toContain('1. Đồng chí: từ thứ Năm 28/03 đến thứ Sáu 05/04/2024')
  expect(text(await commune.clerk.says('/nguoithay'))).toContain('Chưa có ai báo vắng')
  expect(text(await commune.head.says('/nguoithay'))).toContain('1. Đồng chí Nguyễn Thị Lan')
})

test('who is away in these days cannot stand in', async () => {
  commune = await openCommune()
  await goes(commune.clerk, '/nguoithay', '[Báo vắng]', 'từ 1/4 đến 3/4', '[Nghỉ ốm]', '[Không cử ai]')
  const [asked] = await goes(commune.lan, '/nguoithay', '[Báo vắng]', 'từ 2/4 đến 8/4', '[Công tác]')
  expect(asked?.buttons).not.toContain('đồng chí Lê Thị Hoa')
  expect(asked?.buttons).toContain('Không cử ai')
})

test('a stand-in who leaves meanwhile gets nothing', async () => {
  commune = await openCommune()
  const { office, head, clerk } = commune
  await goes(head, '/nguoithay', '[Báo vắng]', '[Tôi]', 'từ 28/3 đến 5/4', '[Công tác]', '[đồng chí Lê Thị Hoa]')
  await clerk.hears()
  await goes(head, '/nguoithay', '[Kết thúc 1]')
  expect(text(await clerk.presses('Nhận thay'))).toBe('Lần vắng này đã kết thúc hoặc không còn.')
  expect((await office.database.store.absences.lent()).length).toBe(0)
})

test('an answer is given once', async () => {
  commune = await openCommune()
  const { head, clerk } = commune
  await goes(head, '/nguoithay', '[Báo vắng]', '[Tôi]', 'từ 28/3 đến 5/4', '[Công tác]', '[đồng chí Lê Thị Hoa]')
  await clerk.presses('Nhận thay')
  expect(text(await clerk.presses('Không nhận'))).toBe('Đồng chí đã trả lời rồi.')
})
