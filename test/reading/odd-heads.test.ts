import { describe, expect, it } from 'vitest'
import { readPlan } from '../../src/reading/read-plan.ts'

const read = (text: string) => readPlan(text).draft

describe('the head of a letter', () => {
  const head = 'LIÊN HIỆP HỘI TỈNH ĐÔNG LÂM\nVĂN PHÒNG\n'
  const body = 'Văn phòng thông báo như sau:\n1. Báo cáo kết quả gửi về Văn phòng trước ngày 12/6/2026.\n'
  it.each([
    [
      'a subject in quotation marks over two lines',
      `${head}Số: 8/LHH-VP\n“V/v gửi báo cáo\nkết quả đợt 1”\nKính gửi: Các hội thành viên\n\n${body}`,
      { number: '8/LHH-VP', title: 'gửi báo cáo kết quả đợt 1', actor: 'Các hội thành viên' },
    ],
    [
      'a number torn by blanks',
      `${head}Số:  41  / TB – LHH     Đông Lâm, ngày 02 tháng 5 năm 2026\nV/v gửi báo cáo\nKính gửi: Các hội thành viên.\n${body}`,
      { number: '41/TB-LHH', title: 'gửi báo cáo', actor: 'Các hội thành viên' },
    ],
    [
      'the southern spelling, and addressees without dashes',
      `${head}Số: 9/LHH-VP\nV/v gửi báo cáo\nKính gởi: Các hội thành viên;\n   Các trung tâm trực thuộc\n\n${body}`,
      { number: '9/LHH-VP', title: 'gửi báo cáo', actor: 'Các hội thành viên; Các trung tâm trực thuộc' },
    ],
    [
      'bodies that its lead-in asks',
      `${head}Số: 9/LHH-VP\nV/v gửi báo cáo\nKính gửi: Các hội thành viên.\nVăn phòng đề nghị các chi hội, câu lạc bộ thực hiện:\n1. Báo cáo kết quả gửi về Văn phòng trước ngày 12/6/2026.\n`,
      { number: '9/LHH-VP', title: 'gửi báo cáo', actor: 'các chi hội, câu lạc bộ' },
    ],
  ])('with %s', (_say, text, { number, title, actor }) => {
    const { deadlines, ...draft } = read(text)
    expect({ number: draft.number, title: draft.title, actor: deadlines[0]?.actor }).toEqual({ number, title, actor })
    expect(deadlines).toMatchObject([{ on: '2026-06-12', recipient: 'Văn phòng' }])
    expect(deadlines[0]?.confidence).toBeGreaterThanOrEqual(0.9)
  })
})

it('takes the title above a decision whose type word is lost', () => {
  const draft = read(
    'SỞ NỘI VỤ\nSố: 5/QĐ-SNV\nVề việc công nhận cụm thi đua số 4\nGIÁM ĐỐC SỞ NỘI VỤ\nCăn cứ Quyết định số 7/QĐ-UBND ngày 03/02/2026 của UBND tỉnh;\nQUYẾT ĐỊNH:\nĐiều 1. Công nhận cụm thi đua số 4.\n',
  )
  expect(draft.title).toBe('Về việc công nhận cụm thi đua số 4')
  expect(draft.legalBases).toMatchObject([{ number: '7/QĐ-UBND', date: '2026-02-03' }])
})

describe('a table whose cells only a space parts', () => {
  const heading = 'KẾ HOẠCH\nTháng thi đua\n\nI. TIẾN ĐỘ\n'
  const sayRows = (text: string) =>
    read(text).deadlines.map(({ on, actor, recipient, task }) => [on, actor, recipient, task].join(' | '))
  it.each([
    [
      'numbered, the time last',
      'TT Công việc Đơn vị chủ trì Thời hạn\n1 Gửi danh sách về Phòng Nội vụ Các xã, phường Trước ngày 08/5/2026\n2 Sơ kết đợt 1 Phòng Nội vụ 30/6/2026\n',
      [
        '2026-05-08 | Các xã, phường | Phòng Nội vụ | Gửi danh sách về Phòng Nội vụ',
        '2026-06-30 | Phòng Nội vụ |  | Sơ kết đợt 1',
      ],
    ],
    [
      'a row broken over two lines',
      'STT Nội dung Đơn vị thực hiện Thời gian\n1 Đăng ký công trình thanh niên Đoàn các xã Trước ngày\n10/4/2026\n2 Tổng kết Huyện đoàn Tháng 12/2026\n',
      ['2026-04-10 | Đoàn các xã |  | Đăng ký công trình thanh niên', '2026-12-31 | Huyện đoàn |  | Tổng kết'],
    ],
  ])('%s', (_say, rows, said) => {
    expect(sayRows(`${heading}${rows}II. KINH PHÍ\nTừ ngân sách năm 2026.\n`)).toEqual(said)
  })
  it.each([
    [
      'a sentence that begins like a head',
      'Nội dung Đơn vị thực hiện Thời gian tới gồm nhiều việc.\n1 Họp giao ban Phòng Nội vụ 05/6/2026\n',
    ],
    ['a head without rows', 'STT Nội dung Đơn vị thực hiện Thời gian\nKhông có việc nào.\n'],
  ])('is not %s', (_say, rows) => {
    expect(sayRows(`${heading}${rows}`).filter((row) => row.includes('| Phòng Nội vụ |'))).toEqual([])
  })
})
