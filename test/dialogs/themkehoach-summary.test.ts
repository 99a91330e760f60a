import { afterEach, describe, expect, it } from 'vitest'
import { file, type LoadOffice, last, openLoadOffice, throughCards } from './load-office.ts'
import { planText } from './plan-texts.ts'

let opened: LoadOffice
afterEach(() => opened.office.close())

async function summaryOf(now: string, text: string) {
  opened = await openLoadOffice(now)
  await opened.admin.says('/themkehoach')
  return last(await opened.admin.sends(file(text)))
}

const expired = planText([
  [
    'Căn cứ Kế hoạch số 05/KH-HĐTĐKT',
    'Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ; Kế hoạch số 05/KH-HĐTĐKT',
  ],
])

describe('what was understood', () => {
  it('counts what is clear and what is to be confirmed, and asks about that first, with its reason', async () => {
    const vague = planText([['trong tháng 10/2024', 'vào thứ Hai ngày 15/10/2024']])
    const summary = await summaryOf('2024-03-05T08:00:00+07:00', vague)
    expect(summary.text.split('\n')[0]).toBe(
      'Đã đọc được 3 mốc thời gian: 2 mốc rõ, 1 mốc cần đồng chí xác nhận trước.',
    )
    const card = last(await opened.admin.presses('Rà từng mốc'))
    expect(card.text.split('\n')[0]).toBe('Mốc 1/3, CẦN XÁC NHẬN: thứ và ngày không khớp')
    expect(card.text.split('\n')[1]).toMatch(/^Tổng kết phong trào thi đua, ngày 15\/10\/2024 \(khoản 3 Mục IV\)$/u)
    expect(card.buttons.slice(0, 3)).toEqual(['Nhập ngày', 'Giữ nguyên', 'Bỏ mốc này'])
  })

  it('a legal basis that has expired is to be confirmed, and nobody is blamed', async () => {
    const summary = await summaryOf('2025-08-01T08:00:00+07:00', expired)
    expect(summary.text).toContain(
      'Căn cứ cần xác nhận: văn bản số 98/2023/NĐ-CP đã hết hiệu lực từ ngày 01/07/2025, nay là văn bản số 152/2025/NĐ-CP, sau ngày ban hành kế hoạch.',
    )
    expect(summary.text).not.toMatch(/sai|lỗi|nhầm/u)
  })

  it('the same basis was in force on an earlier day', async () => {
    expect((await summaryOf('2024-03-05T08:00:00+07:00', expired)).text).not.toContain('hết hiệu lực')
  })

  it('what was not found is listed', async () => {
    const summary = await summaryOf('2024-03-05T08:00:00+07:00', planText([[/Nơi nhận:[\s\S]*$/u, '']]))
    expect(summary.text).toContain('Chưa đọc được: người ký, nơi nhận.')
  })
})

it('a deadline by reference asks for that document, and stays unchecked', async () => {
  const refers = planText([
    [
      'trước ngày 25/3/2024.',
      'theo thời gian quy định tại khoản 2 Mục II Kế hoạch số 77/KH-UBND ngày 06/02/2024 của Ủy ban nhân dân tỉnh.',
    ],
  ])
  const summary = await summaryOf('2024-03-05T08:00:00+07:00', refers)
  expect(summary.text).toContain(
    'Có mốc dẫn chiếu, chưa kiểm: đề nghị đồng chí gửi thêm văn bản số 77/KH-UBND ngày 06/02/2024.',
  )
  const card = last(await opened.admin.presses('Rà từng mốc'))
  expect(card.text).toContain(
    'Dẫn chiếu văn bản số 77/KH-UBND ngày 06/02/2024, chưa kiểm; đề nghị đồng chí gửi thêm văn bản này.',
  )
})

it('a plan without a day says so, and what became of whom it names to send to', async () => {
  const undated = planText([
    [
      /^1\. Trưởng các thôn.*$/mu,
      '1. Các thôn tổ chức thực hiện, định kỳ báo cáo kết quả gửi về Phòng Nội vụ huyện Cư Núi.',
    ],
    [/^2\. Cán bộ, công chức.*$/mu, '2. Phòng Kinh tế theo dõi việc thực hiện.'],
    [/^3\. Hội đồng.*$/mu, '3. Hội đồng Thi đua - Khen thưởng xã theo dõi phong trào.'],
    [/2024/gu, '2026'],
  ])
  const summary = await summaryOf('2026-03-05T08:00:00+07:00', undated)
  expect(summary.text).toContain('Kế hoạch không ghi thời hạn có ngày cụ thể.')
  expect(summary.text).toContain(
    'Phòng Nội vụ huyện Cư Núi đã kết thúc hoạt động từ ngày 01/07/2025; nơi nhận thay thế đang chờ bộ phận thường trực xác nhận.',
  )
})

describe('a plan that arrives late', () => {
  it('near its deadline: how much is left, and a draft that asks for more time', async () => {
    const summary = await summaryOf('2024-03-21T08:00:00+07:00', planText())
    expect(summary.text).toContain(
      'Kế hoạch đến ngày thứ Năm 21/03/2024; thời hạn trước ngày 25/03, còn 1 ngày (1 ngày làm việc). Đồng chí có cần dự thảo đề nghị gia hạn không?',
    )
    expect(summary.buttons.slice(0, 2)).toEqual(['Rà từng mốc', 'Soạn đề nghị'])
    const draft = last(await opened.admin.presses('Soạn đề nghị'))
    expect(draft.text).toContain('Kính gửi: Văn phòng HĐND và UBND xã')
    expect(draft.text).toContain('Ngày 21/03/2024, UBND xã Ea Mẫu nhận được văn bản số 18/KH-UBND')
    expect(draft.text).toContain('Theo khoản 1 Mục IV')
    expect(draft.text).toContain('còn 1 ngày (1 ngày làm việc)')
    expect(last(await opened.admin.presses('Xong')).text).toContain('Đã đọc được 3 mốc thời gian')
    expect((await throughCards(opened.admin)).text).toContain('đặt tên ngắn')
  })

  it('after one of its deadlines', async () => {
    const summary = await summaryOf('2024-04-02T08:00:00+07:00', planText())
    expect(summary.text).toContain(
      'Kế hoạch đến ngày thứ Ba 02/04/2024; thời hạn trước ngày 25/03/2024 đã qua. Đồng chí có cần dự thảo đề nghị gia hạn không?',
    )
    expect(last(await opened.admin.presses('Soạn đề nghị')).text).toContain('tính đến ngày nhận được, thời hạn đã qua')
  })

  it('in good time nothing is offered', async () => {
    const summary = await summaryOf('2024-03-05T08:00:00+07:00', planText())
    expect(summary.buttons).not.toContain('Soạn đề nghị')
  })
})

it('words that were restored stand beside what was found, behind a button', async () => {
  const summary = await summaryOf('2024-03-05T08:00:00+07:00', planText([[/á/gu, ' ']]))
  expect(summary.buttons.slice(0, 2)).toEqual(['Rà từng mốc', 'Chữ khôi phục'])
  const page = last(await opened.admin.presses('Chữ khôi phục'))
  expect(page.text).toMatch(
    /^Đã khôi phục \d+ chữ bị mất \(trang 1\/2\); chữ số giữ nguyên như trong tệp\.\nDòng \d+: /u,
  )
  expect(page.text).toContain('“Ph t”, khôi phục thành “Phát”')
  const next = last(await opened.admin.presses('Trang sau'))
  expect([next.edited, next.text.includes('(trang 2/2)')]).toEqual([true, true])
  expect(last(await opened.admin.presses('Xong')).text).toContain('Đã đọc được')
})
