import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/reading/read-document.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { threadMs } from '../thread-ms.ts'

const sections = (raw: string) => readDocument(raw).clauses.map(({ section, text }) => [section, text.slice(0, 30)])

describe('shapes of documents that plans of a province seldom have', () => {
  it('a lead-in keeps the section that it stands in, whatever lead-in stood before', () => {
    const raw =
      'KẾ HOẠCH\nPhát động thi đua\n\nỦy ban nhân dân xã ban hành kế hoạch như sau:\n\nI. MỤC ĐÍCH\n1. Làm cho sạch đường.\nII. THỜI GIAN\n1. Địa bàn: toàn xã.\n2. Thời gian tổ chức\nPhong trào được chia làm 02 đợt:\n- Đợt 1 vào mùa xuân.\n- Đợt 2 vào mùa thu.\n'
    expect(
      sections(raw)
        .slice(-3)
        .map(([section]) => section),
    ).toEqual(['II.2', 'II.2', 'II.2'])
  })

  it.each([
    ['a gap behind it', 'Kính gửi: Trưởng các phòng\n\nSở đề nghị các phòng thực hiện:\n1. Gửi báo cáo.\n'],
    [
      'no gap behind it',
      'Kính gửi: Trưởng các phòng\nThực hiện chương trình, Sở đề nghị các phòng:\n1. Gửi báo cáo.\n',
    ],
    ['two lines of it', 'Kính gửi: Trưởng các phòng,\nđơn vị thuộc Sở\n\nSở đề nghị các phòng:\n1. Gửi báo cáo.\n'],
    ['several with stops', 'Kính gửi:\n- Các phòng;\n- Các xã.\nSở đề nghị các phòng:\n1. Gửi báo cáo.\n'],
  ])('a letter keeps its first sentence behind its addressee: %s', (_say, below) => {
    const { clauses } = readDocument(`Số: 12/SX-VP\nV/v gửi báo cáo\n\n${below}`)
    expect(clauses.length).toBe(2)
    expect(clauses[0]?.text).toMatch(/đề nghị các phòng.*:$/)
    expect(clauses[1]?.text).toBe('1. Gửi báo cáo.')
  })

  it('numbers of the Party: I-, 1-, a-', () => {
    const raw =
      'KẾ HOẠCH\nkiểm tra\n-----\nI- MỤC ĐÍCH\n1- Đánh giá đúng.\n2- Không phiền hà.\nII- TỔ CHỨC THỰC HIỆN\n1- Chi bộ\na- Gửi báo cáo trước ngày 10/3/2026.\n'
    expect(sections(raw).map(([section]) => section)).toEqual(['I', 'I.1', 'I.2', 'II', 'II.1', 'II.1.a'])
  })

  it('a day in a sentence is no number of the Party', () => {
    const raw = 'KẾ HOẠCH\nkiểm tra\n\nI- THỜI GIAN\nTổ chức vào các ngày\n15- 16/10/2026 tại xã.\n'
    expect(sections(raw).map(([section]) => section)).toEqual(['I', 'I'])
  })

  it('a span that bodies are given a task for is no time of the campaign', () => {
    const raw =
      'KẾ HOẠCH\nkiểm tra\n\nI. THỜI GIAN VÀ PHƯƠNG PHÁP\n- Từ ngày 13/5/2026 đến ngày 17/5/2026, các đơn vị có trách nhiệm tự kiểm tra.\n'
    const { deadlines, period } = readPlan(raw).draft
    expect(period?.start ?? null).toBe(null)
    expect(deadlines.map(({ from, on }) => [from, on])).toEqual([['2026-05-13', '2026-05-17']])
  })

  it('a body without any heading gives its clauses', () => {
    const raw =
      'THÔNG BÁO\nVề lịch trực\n\nNgày 12/5/2026, cơ quan họp và thống nhất lịch trực của các phòng trong mùa mưa.\nCác phòng gửi danh sách trước ngày 20/5/2026.\n'
    const { draft } = readPlan(raw)
    expect(draft.title).toBe('Về lịch trực')
    expect(draft.deadlines.map(({ on, section }) => [on, section])).toEqual([['2026-05-20', '']])
  })
})

describe('long and hostile texts are read in bounded time', () => {
  const opening = 'KẾ HOẠCH\nthi đua\n\nI. TỔ CHỨC THỰC HIỆN\n1. '
  it.each([
    ['spaces', ' '.repeat(200_000)],
    ['cells', '| '.repeat(50_000)],
    ['one sentence', 'các đơn vị gửi báo cáo về Văn phòng '.repeat(2800)],
    ['cues without a day', 'trước ngày '.repeat(20_000)],
    ['open quotation marks', '“'.repeat(50_000)],
    ['slashes', '1/'.repeat(50_000)],
  ])('%s', (_say, run) => {
    expect(threadMs(() => readPlan(`${opening}${run} hết\n`))).toBeLessThan(10_000)
  })
})
