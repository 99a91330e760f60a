import { afterEach, expect, test } from 'vitest'
import { file, type LoadOffice, last, openLoadOffice, reviewAll, throughAudiences } from '../dialogs/load-office.ts'
import { planText } from '../dialogs/plan-texts.ts'

let opened: LoadOffice
afterEach(() => opened.office.close())

/** An office above asks the one hamlet that has sent nothing, by a day of its own. */
const urging = `ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ EA MẪU                    Độc lập - Tự do - Hạnh phúc
Số: 52/UBND-VP              Ea Mẫu, ngày 27 tháng 3 năm 2024
V/v đôn đốc đăng ký thi đua

Kính gửi: Thôn 1.

Thực hiện Kế hoạch số 18/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân xã, đến nay Thôn 1 chưa gửi bản đăng ký thi đua.
Ủy ban nhân dân xã đề nghị Thôn 1 gửi bản đăng ký thi đua về Văn phòng HĐND và UBND xã trước ngày 05/4/2024.

Nơi nhận:                                    TM. ỦY BAN NHÂN DÂN
- Như trên;                                     CHỦ TỊCH
- Lưu: VT.
                                              Nguyễn Văn Hùng
`

async function publish(text: string, name: string) {
  const { admin } = opened
  const named = await reviewAll(admin, text)
  expect(named.text).toContain('đặt tên ngắn')
  await throughAudiences(admin, last(await admin.says(name)))
  return last(await admin.presses('Công bố'))
}

test('a plan that came close to its deadline: what is left is said, and a draft that asks for more time is offered', async () => {
  opened = await openLoadOffice('2024-03-21T08:00:00+07:00')
  await opened.admin.says('/themkehoach')
  const summary = last(await opened.admin.sends(file(planText())))
  expect(summary.text).toContain('còn 1 ngày (1 ngày làm việc)')
  expect(summary.buttons).toContain('Soạn đề nghị')
})

test('the same document twice changes nothing, and nobody is told twice', async () => {
  opened = await openLoadOffice('2024-03-11T08:00:00+07:00')
  const { admin, hamletHead } = opened
  await publish(planText(), 'thi đua đường làng')
  await hamletHead.hears()
  await admin.says('/themkehoach')
  const asked = last(await admin.sends(file(planText(), 'gui-lai.txt')))
  expect(asked.text).toContain('nội dung trùng từng chữ')
  expect(last(await admin.presses('Gửi trùng')).text).toContain('không có gì thay đổi')
  expect(await hamletHead.hears()).toEqual([])
})

test('a letter of urging from above sets its day only for the unit it names', async () => {
  opened = await openLoadOffice('2024-03-28T08:00:00+07:00')
  const { admin, hamletHead, farmers, economist } = opened
  const done = await publish(urging, 'đôn đốc đăng ký')
  expect(done.text).toContain('Đã công bố')
  expect(last(await hamletHead.hears()).text).toContain('05/04/2024')
  expect(await farmers.hears()).toEqual([])
  expect(await economist.hears()).toEqual([])
  expect(admin.id).not.toBe('')
})
