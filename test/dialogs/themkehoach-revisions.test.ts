import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  file,
  type LoadOffice,
  last,
  openLoadOffice,
  reviewAll,
  throughAudiences,
  throughCards,
} from './load-office.ts'
import { extension, planText } from './plan-texts.ts'

let opened: LoadOffice
beforeEach(async () => {
  opened = await openLoadOffice('2024-03-05T08:00:00+07:00')
  const { admin, hamletHead, farmers, economist } = opened
  await reviewAll(admin, planText())
  await throughAudiences(admin, last(await admin.says('đường làng xanh')))
  await admin.presses('Công bố')
  for (const person of [hamletHead, farmers, economist]) await person.hears()
})
afterEach(() => opened.office.close())

const words = async (speaker: LoadOffice['admin']) => (await speaker.hears()).map(({ text }) => text).join('\n')

/** The registration moves, the report is gone, a dossier is new. */
const revised = planText([
  ['trước ngày 25/3/2024', 'trước ngày 05/4/2024'],
  [
    /^2\. Cán bộ, công chức.*$/mu,
    '2. Hội Nông dân xã nộp hồ sơ đề nghị khen thưởng về Văn phòng HĐND và UBND xã chậm nhất ngày 30/9/2024.',
  ],
])

describe('a revision', () => {
  it('that moves one, drops one and adds one: the diff says so, and each hears only what concerns them', async () => {
    const { admin, hamletHead, farmers, economist, office } = opened
    await admin.says('/themkehoach')
    await admin.sends(file(revised))
    await admin.presses('Bản thay thế')
    const preview = await throughAudiences(admin, await throughCards(admin))
    expect(preview.text).toMatch(/Đổi thời hạn: .*trước ngày 05\/04\/2024; thời hạn cũ trước ngày 25\/03\/2024/u)
    expect(preview.text).toMatch(/Thêm: .*chậm nhất ngày 30\/09\/2024/u)
    expect(preview.text).toMatch(/Bỏ: .*chậm nhất ngày 15\/09\/2024/u)
    expect(preview.buttons.slice(0, 2)).toEqual(['Cập nhật', 'Thử lịch nhắc'])
    await admin.presses('Cập nhật')
    const [hamlet, union, economy] = [await words(hamletHead), await words(farmers), await words(economist)]
    expect(hamlet).toContain('được gia hạn: trước ngày 05/04/2024')
    expect(hamlet).not.toMatch(/có thêm việc|không còn yêu cầu/u)
    expect(union).toContain('được gia hạn: trước ngày 05/04/2024')
    expect(union).toContain('Kế hoạch đường làng xanh có thêm việc: gửi hồ sơ đề nghị khen thưởng')
    expect(economy).toContain('Kế hoạch đường làng xanh không còn yêu cầu: gửi báo cáo')
    expect(economy).not.toContain('gia hạn')
    const [plan] = await office.database.store.plans.list()
    const live = await office.database.store.plans.deadlinesOf(plan?.id ?? '')
    expect(live.map(({ deadline }) => [deadline.kind, deadline.on])).toEqual([
      ['registration', '2024-04-05'],
      ['commendation_dossier', '2024-09-30'],
      ['final_review', '2024-10-31'],
    ])
  })

  it('reminders follow the day that moved', async () => {
    const { admin, farmers, office } = opened
    await admin.says('/themkehoach')
    await admin.sends(file(revised))
    await admin.presses('Bản thay thế')
    await throughAudiences(admin, await throughCards(admin))
    await admin.presses('Cập nhật')
    await farmers.hears()
    await office.moveTo('2024-04-02T08:00:00+07:00')
    const heard = await words(farmers)
    expect(heard).toContain('trước ngày 05/04')
    expect(heard).not.toContain('trước ngày 25/03')
  })
})

describe('an extension', () => {
  it('moves only what it names, cites its clause, and leaves the others in peace', async () => {
    const { admin, hamletHead, economist } = opened
    await admin.says('/themkehoach')
    await admin.sends(file(extension, 'gia-han.txt'))
    await admin.presses('Cập nhật kế hoạch')
    await throughAudiences(admin, await throughCards(admin))
    await admin.presses('Cập nhật')
    expect(await words(hamletHead)).toContain('Căn cứ: khoản 1 Mục I văn bản số 31/KH-UBND.')
    expect(await words(economist)).toBe('')
  })
})

describe('a sentence pasted for what is missing, read by the real reader', () => {
  it.each([
    ['Các thôn gửi danh sách đề nghị khen thưởng về UBND xã chậm nhất ngày 20/9/2024.', 'chậm nhất ngày 20/09/2024'],
    ['Phòng Kinh tế báo cáo kết quả trước ngày 15 hằng tháng.', 'ngày 15'],
    ['Sơ kết phong trào trong quý II năm 2024.', 'trong quý II/2024'],
    ['Hội Nông dân xã gửi báo cáo trước 16 giờ 00 phút ngày 30/8/2024.', 'trước 16:00 ngày 30/08/2024'],
    ['trước 15/9/2024: nộp danh sách', 'trước ngày 15/09/2024'],
  ])('%s', async (sentence, when) => {
    const { admin } = opened
    await admin.says('/themkehoach')
    await admin.sends(file(planText([['Số: 18/KH-UBND', 'Số: 44/KH-UBND']])))
    let heard = last(await admin.presses('Rà từng mốc'))
    while (!heard.buttons.includes('Đủ rồi')) heard = last(await admin.presses('Đúng'))
    const card = last(await admin.says(sentence))
    expect(card.text).toContain('do đồng chí thêm')
    expect(card.text).toContain(when)
  })
})
