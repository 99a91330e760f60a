import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/reading/read-document.ts'

const clausesOf = (body: string) => readDocument(`KẾ HOẠCH\nGiữ sạch đường làng\n${body}`).clauses
const sectionsOf = (body: string) => clausesOf(body).map(({ section, text }) => `${section}| ${text}`)

// biome-ignore format: a table keeps its columns
const outlines: { say: string; body: string; expect: string[] }[] = [
  { say: 'chapter, number, letter', body: 'I. NỘI DUNG\n1. Trồng cây\na) Dọc đường làng.\nb) Quanh trường.', expect: ['I| I. NỘI DUNG', 'I.1| 1. Trồng cây', 'I.1.a| a) Dọc đường làng.', 'I.1.b| b) Quanh trường.'] },
  { say: 'a composite number takes the place of its beginning', body: 'V. THỜI GIAN\n2. Trách nhiệm\n2.1. Phòng Một làm trước.\n2.2. Phòng Hai làm sau.', expect: ['V| V. THỜI GIAN', 'V.2| 2. Trách nhiệm', 'V.2.1| 2.1. Phòng Một làm trước.', 'V.2.2| 2.2. Phòng Hai làm sau.'] },
  { say: 'numbers alone', body: '1. MỤC ĐÍCH\n1.1. Sạch đường.\n2. NỘI DUNG\n2.1. Quét rác.', expect: ['1| 1. MỤC ĐÍCH', '1.1| 1.1. Sạch đường.', '2| 2. NỘI DUNG', '2.1| 2.1. Quét rác.'] },
  { say: 'numbers below numbers: capitals tell them apart', body: '1. MỤC ĐÍCH\n1. Sạch đường.\n2. Sạch ngõ.\n2. NỘI DUNG\n1. Quét rác.', expect: ['1| 1. MỤC ĐÍCH', '1.1| 1. Sạch đường.', '1.2| 2. Sạch ngõ.', '2| 2. NỘI DUNG', '2.1| 1. Quét rác.'] },
  { say: 'dashes and pluses add nothing', body: 'II. NỘI DUNG\n1. Việc làm:\n- Việc lớn:\n+ Việc nhỏ.', expect: ['II| II. NỘI DUNG', 'II.1| 1. Việc làm:', 'II.1| - Việc lớn:', 'II.1| + Việc nhỏ.'] },
  { say: 'articles, clauses, points', body: 'Chương I\nQUY ĐỊNH CHUNG\nĐiều 6. Trách nhiệm\n1. Các xã:\na) Lập danh sách;\nb) Gửi danh sách.\nĐiều 7. Hiệu lực', expect: ['| Chương I QUY ĐỊNH CHUNG', 'Đ6| Điều 6. Trách nhiệm', 'Đ6.1| 1. Các xã:', 'Đ6.1.a| a) Lập danh sách;', 'Đ6.1.b| b) Gửi danh sách.', 'Đ7| Điều 7. Hiệu lực'] },
  { say: 'an appendix', body: 'I. NỘI DUNG\n1. Quét đường.\nPHỤ LỤC II\nI. BIỂU MẪU\n1. Mẫu đăng ký.', expect: ['I| I. NỘI DUNG', 'I.1| 1. Quét đường.', 'PL2| PHỤ LỤC II', 'PL2.I| I. BIỂU MẪU', 'PL2.I.1| 1. Mẫu đăng ký.'] },
  { say: 'capital letters above Roman numbers', body: 'A. PHẦN CHUNG\nI. CƠ CẤU\n1. Trưởng nhóm.\nB. PHẦN RIÊNG\n1. Thành viên.', expect: ['A| A. PHẦN CHUNG', 'A.I| I. CƠ CẤU', 'A.I.1| 1. Trưởng nhóm.', 'B| B. PHẦN RIÊNG', 'B.1| 1. Thành viên.'] },
  { say: 'an unnumbered heading has the path of its parent', body: 'III. TỔ CHỨC\n1. Các phòng\nPHÒNG MỘT\n- Quét sân.', expect: ['III| III. TỔ CHỨC', 'III.1| 1. Các phòng', 'III.1| PHÒNG MỘT', 'III.1| - Quét sân.'] },
  { say: 'the closing belongs to the chapter, not to the last item', body: 'III. TỔ CHỨC\n1. Phòng Một quét sân.\nTrong quá trình thực hiện, có gì khó thì báo lại./.', expect: ['III| III. TỔ CHỨC', 'III.1| 1. Phòng Một quét sân.', 'III| Trong quá trình thực hiện, có gì khó thì báo lại./.'] },
]

// biome-ignore format: a table keeps its columns
const joins: { say: string; body: string; expect: string[] }[] = [
  { say: 'hard wraps are joined', body: '1. Các thôn quét dọn đường làng vào sáng thứ\n\nBảy và báo lại với\n\nỦy ban.', expect: ['1. Các thôn quét dọn đường làng vào sáng thứ Bảy và báo lại với Ủy ban.'] },
  { say: 'a page number inside a sentence goes', body: '1. Các thôn quét dọn\n\n5\n\nđường làng.', expect: ['1. Các thôn quét dọn đường làng.'] },
  { say: 'a dash of a name at the head of a line is no item', body: '1. Gửi Sở Lao động - Thương binh hoặc Ban Lao\nđộng\n- Thương binh của xã.', expect: ['1. Gửi Sở Lao động - Thương binh hoặc Ban Lao động - Thương binh của xã.'] },
  { say: 'a number that its word wants is no marker', body: '1. Bắt đầu từ ngày\n12. Hết tháng thì thôi.', expect: ['1. Bắt đầu từ ngày 12. Hết tháng thì thôi.'] },
  { say: 'a reference torn at the line end is no chapter', body: '1. Làm theo khoản 2 Mục\nII Kế hoạch trước.', expect: ['1. Làm theo khoản 2 Mục II Kế hoạch trước.'] },
  { say: 'a chapter torn in two is one', body: 'III. TIÊU CHUẨN, HÌNH THỨC, THỦ\nTỤC VÀ HỒ SƠ\n- Giấy khen.', expect: ['III. TIÊU CHUẨN, HÌNH THỨC, THỦ TỤC VÀ HỒ SƠ', '- Giấy khen.'] },
  { say: 'a heading ends where its text begins', body: '1. Thời gian\nTừ đầu năm đến hết mùa mưa.', expect: ['1. Thời gian', 'Từ đầu năm đến hết mùa mưa.'] },
  { say: 'markup goes, also inside words', body: '### **II. NỘI DUNG**\n\n- Nộp chậm nhấ**t ngày 5** &nbsp;hằng tháng.<br>', expect: ['II. NỘI DUNG', '- Nộp chậm nhất ngày 5 hằng tháng.'] },
  { say: 'a marker alone waits for its words', body: '**1.****\n**Các thôn quét đường.', expect: ['1. Các thôn quét đường.'] },
]

describe('outline', () => {
  it.each(outlines)('$say', ({ body, expect: expected }) => expect(sectionsOf(body)).toEqual(expected))

  it('gives each clause the headings above it', () => {
    const clauses = clausesOf('IV. TỔ CHỨC\n3. Giao Phòng Một chủ trì việc sau:\n- Báo cáo kết quả.')
    expect(clauses.at(-1)?.headings).toEqual(['TỔ CHỨC', 'Giao Phòng Một chủ trì việc sau:'])
  })
})

describe('joining of lines', () => {
  it.each(joins)('$say', ({ body, expect: expected }) =>
    expect(clausesOf(body).map(({ text }) => text)).toEqual(expected),
  )
})

describe('parts of a document', () => {
  it('sets head, title, body and foot apart', () => {
    const doc = readDocument(
      'UBND XÃ A\nSố: 5/KH-UBND\nKẾ HOẠCH\nQuét đường làng\ndịp đầu xuân\nCăn cứ tình hình, xã làm như sau:\nI. VIỆC\n1. Quét đường./.\nNơi nhận:\n- Các thôn;\nCHỦ TỊCH\nLê Văn Tám',
    )
    expect(doc).toMatchObject({
      type: 'plan',
      title: 'Quét đường làng dịp đầu xuân',
      head: ['UBND XÃ A', 'Số: 5/KH-UBND'],
    })
    expect(doc.clauses.map(({ text }) => text)).toEqual([
      'Căn cứ tình hình, xã làm như sau:',
      'I. VIỆC',
      '1. Quét đường./.',
    ])
    expect(doc.foot).toEqual(['Nơi nhận:', '- Các thôn;', 'CHỦ TỊCH', 'Lê Văn Tám'])
  })

  it('takes a signature before the recipients for the foot', () => {
    const doc = readDocument(
      'KẾ HOẠCH\nQuét đường\nI. VIỆC\n1. Quét đường./.\nCHỦ TỊCH\nLê Văn Tám\nNơi nhận:\n- Các thôn.',
    )
    expect(doc.clauses.at(-1)?.text).toBe('1. Quét đường./.')
    expect(doc.foot).toEqual(['CHỦ TỊCH', 'Lê Văn Tám', 'Nơi nhận:', '- Các thôn.'])
  })

  it('knows a spaced type word and one that has lost letters', () => {
    expect(readDocument('K Ế  H O Ạ C H\nQuét đường').type).toBe('plan')
    expect(readDocument('QUYẾT Đ NH\nVề quét đường').type).toBe('regulation')
  })

  it('takes no form below numbered lines for the type of the document', () => {
    const doc = readDocument('Điều 4. Báo cáo\n1. Các thôn nộp báo cáo theo mẫu.\nBÁO CÁO\nKết quả quét đường')
    expect(doc).toMatchObject({ type: null, title: null, head: [] })
  })

  it('takes page numbers and running heads out of sentences', () => {
    const page = (number: number) => `1. Các thôn cùng\n${number}\nTrang tin của xã Đồi Thông\nquét dọn đường làng.\n`
    const doc = readDocument(`KẾ HOẠCH\nQuét đường\nI. VIỆC\n${page(2)}${page(3)}${page(4)}`)
    expect(doc.clauses.slice(1).map(({ text }) => text)).toEqual(Array(3).fill('1. Các thôn cùng quét dọn đường làng.'))
  })

  it('goes on with the regulation that stands behind its decision', () => {
    const doc = readDocument(
      'QUYẾT ĐỊNH\nVề quét đường\nĐiều 1. Ban hành Quy định./.\nNơi nhận:\n- Các thôn;\nCHỦ TỊCH\nLê Văn Tám\nQUY ĐỊNH\nĐiều 1. Phạm vi\n1. Cả xã.',
    )
    expect(doc.clauses.map(({ section }) => section)).toEqual(['Đ1', '', 'Đ1', 'Đ1.1'])
  })
})

describe('any text at all', () => {
  it('is read without an exception, each clause standing in the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'KẾ HOẠCH',
        'I. ',
        '1. ',
        '- ',
        'Nơi nhận:',
        'Điều ',
        '2.1',
        '**',
        '|',
        '<b',
        '“',
        '(',
        '\n',
        '\n\n',
        '5',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text, clauses } = readDocument(pieces.join(''))
        const squeezed = text.replace(/\s+/g, ' ')
        return clauses.every((clause) => squeezed.includes(clause.text))
      }),
      { numRuns: 500 },
    )
  })
})
