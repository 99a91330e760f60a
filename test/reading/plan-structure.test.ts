import { describe, expect, it } from 'vitest'
import { citedDocuments } from '../../src/reading/cited-documents.ts'
import { readAnniversaries } from '../../src/reading/read-anniversaries.ts'
import { readAssignments } from '../../src/reading/read-assignments.ts'
import { readCommendations } from '../../src/reading/read-commendations.ts'
import { readContents } from '../../src/reading/read-contents.ts'
import { readCriteria } from '../../src/reading/read-criteria.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { readFoot } from '../../src/reading/read-foot.ts'
import { readHead } from '../../src/reading/read-head.ts'
import { readMotto } from '../../src/reading/read-motto.ts'
import { structureWarnings } from '../../src/reading/structure-warnings.ts'
import { readPartners, readUnitPhrase } from '../../src/reading/unit-phrase.ts'

const clausesOf = (body: string) => readDocument(`KẾ HOẠCH\nGiữ sạch đường làng\n${body}`).clauses

// biome-ignore format: a table keeps its columns
const citations = [
  { say: 'a plan with its day',           text: 'Kế hoạch số 41/KH-UBND ngày 03/4/2025 của UBND tỉnh về việc trồng cây', expect: ['41/KH-UBND 2025-04-03 UBND tỉnh'] },
  { say: 'a Party paper, day in words',   text: 'Chỉ thị số 09-CT/HU ngày 14 tháng 5 năm 2024 của Huyện ủy về quét đường', expect: ['09-CT/HU 2024-05-14 Huyện ủy'] },
  { say: 'a decree with its year',        text: 'Nghị định số 33/2024/NĐ-CP của Chính phủ quy định về cây xanh', expect: ['33/2024/NĐ-CP null Chính phủ'] },
  { say: 'a number torn at a line end',   text: 'Nghị quyết số 88- NQ/TW ngày 01/02/2023 của Bộ Chính trị', expect: ['88-NQ/TW 2023-02-01 Bộ Chính trị'] },
  { say: 'the same paper twice is one',   text: 'Kế hoạch số 41/KH-UBND; theo Kế hoạch số 41/KH-UBND ngày 03/4/2025', expect: ['41/KH-UBND 2025-04-03 null'] },
  { say: 'its own number is none',        text: 'kèm theo Kế hoạch số 7/KH-XA ngày 01/01/2025', expect: [] },
  { say: 'days, shares and ways are none', text: 'từ 01/3 đến 30/9/2025, trực 24/24 giờ, 02 lĩnh vực/công việc, tăng 8-10%', expect: [] },
]

// biome-ignore format: a table keeps its columns
const units = [
  { say: 'an order to one body',    words: 'Giao Phòng Một chủ trì, phối hợp với Phòng Hai và các đơn vị liên quan theo dõi.', unit: 'Phòng Một', partners: ['Phòng Hai', 'các đơn vị liên quan'] },
  { say: 'a request',               words: 'Đề nghị Hội Nông dân xã vận động hội viên.', unit: 'Hội Nông dân xã', partners: [] },
  { say: 'a list of bodies',        words: 'Các thôn, các tổ chức hội ở xã và trường học thực hiện nghiêm.', unit: 'Các thôn, các tổ chức hội ở xã và trường học', partners: [] },
  { say: 'circumstances come first', words: 'Căn cứ chức năng được giao, các phòng tổ chức thực hiện.', unit: 'các phòng', partners: [] },
  { say: 'an "and" inside a name',  words: 'Văn phòng phối hợp với Văn phòng HĐND và UBND xã, các thôn kiểm tra.', unit: 'Văn phòng', partners: ['Văn phòng HĐND và UBND xã', 'các thôn'] },
  { say: 'a task names nobody',     words: 'Tăng cường tuyên truyền trên loa.', unit: null, partners: [] },
  { say: 'a closing names nobody',  words: 'Trong quá trình thực hiện, nếu có vướng mắc, các thôn phản ánh về xã.', unit: null, partners: [] },
]

// biome-ignore format: a table keeps its columns
const awards = [
  { say: 'one of each line',            body: '1. Hình thức khen thưởng\n- Giấy khen của Giám đốc Sở.\n- Kỷ niệm chương.', expect: ['Giấy khen của Giám đốc Sở', 'Kỷ niệm chương'] },
  { say: 'one award, two givers',       body: '1. Hình thức khen thưởng:\n- Giấy khen của Chủ tịch UBND huyện; Chủ tịch UBND xã.', expect: ['Giấy khen của Chủ tịch UBND huyện', 'Giấy khen của Chủ tịch UBND xã'] },
  { say: 'two awards in a sentence',    body: '1. Hình thức khen thưởng: Đề nghị Bằng khen của Chủ tịch UBND tỉnh và Giấy khen của Giám đốc Sở cho các tập thể.', expect: ['Bằng khen của Chủ tịch UBND tỉnh', 'Giấy khen của Giám đốc Sở'] },
  { say: 'an award named elsewhere',    body: '1. Nội dung\n- Treo Giấy khen ở nơi trang trọng.', expect: [] },
]

// biome-ignore format: a table keeps its columns
const anniversaries = [
  { say: 'two years in brackets',      text: 'kỷ niệm 80 năm ngày truyền thống (12/5/1945 - 12/5/2025)', expect: [['ngày truyền thống', '2025-05-12']] },
  { say: 'one year and the age',       text: 'chào mừng 50 năm Ngày thành lập xã (01/7/1975)', expect: [['Ngày thành lập xã', '2025-07-01']] },
  { say: 'a span of work is none',     text: 'đợt cao điểm (01/3/2025 - 30/9/2025)', expect: [] },
  { say: 'a term is none',             text: 'nhiệm kỳ (2020 - 2025)', expect: [] },
]

describe('cited documents', () => {
  it.each(citations)('$say', ({ text, expect: expected }) => {
    const found = citedDocuments(clausesOf(text), '7/KH-XA')
    expect(found.map(({ number, date, issuer }) => `${number} ${date} ${issuer}`)).toEqual(expected)
  })
})

describe('who is told to do it', () => {
  it.each(units)('$say', ({ words, unit, partners }) => {
    const phrase = readUnitPhrase(words)
    expect(phrase?.unit ?? null).toBe(unit)
    expect(readPartners(phrase?.rest ?? '')).toEqual(partners)
  })

  it('reads the assigning section, each further body and a lead given elsewhere', () => {
    const found = readAssignments(
      clausesOf(
        'I. TIÊU CHUẨN\n1. Thang điểm: Phòng Ba chủ trì, phối hợp với các thôn xây dựng.\nII. TỔ CHỨC THỰC HIỆN\n1. Trưởng đài truyền thanh đưa tin; cán bộ chuyên môn phối hợp với các hội phổ biến.\n2. Phòng Hai\n- Lập danh sách.\n- Gửi danh sách.',
      ),
    )
    expect(found.map(({ unit, section }) => `${section} ${unit}`)).toEqual([
      'I.1 Phòng Ba',
      'II.1 Trưởng đài truyền thanh',
      'II.1 cán bộ chuyên môn',
      'II.2 Phòng Hai',
    ])
    expect(found.at(-1)?.text).toContain('Lập danh sách.')
  })
})

describe('commendations', () => {
  it.each(awards)('$say', ({ body, expect: expected }) =>
    expect(readCommendations(clausesOf(body)).map(({ name }) => name)).toEqual(expected),
  )
})

describe('anniversaries', () => {
  it.each(anniversaries)('$say', ({ text, expect: expected }) =>
    expect(readAnniversaries([{ text }]).map(({ name, date }) => [name, date])).toEqual(expected),
  )
})

describe('contents and criteria', () => {
  it('takes the deepest section on nội dung, lead-ins left out', () => {
    const body =
      'II. NỘI DUNG KẾ HOẠCH\n1. Thời gian: cả năm.\n2. Nội dung thi đua\na) Quét đường.\nb) Thi đua các nội dung sau:\n- Trồng cây.\n- Khơi cống.'
    expect(readContents(clausesOf(body)).map(({ section, text }) => `${section} ${text}`)).toEqual([
      'II.2.a Quét đường.',
      'II.2.b Trồng cây.',
      'II.2.b Khơi cống.',
    ])
  })

  it('takes the tasks where nothing is headed nội dung, and never what is changed', () => {
    expect(readContents(clausesOf('I. NHIỆM VỤ\n1. Quét đường.')).map(({ section }) => section)).toEqual(['I.1'])
    expect(readContents(clausesOf('I. NỘI DUNG ĐIỀU CHỈNH\n1. Lùi ngày nộp.'))).toEqual([])
  })

  it('knows headings that have lost letters', () => {
    const clauses = clausesOf(
      'I. N I DUNG THI ĐUA\n1. Quét đường.\nII. T  CH C TH C HIỆN\n1. Giao Phòng Một chủ trì quét đường.',
    )
    expect(readContents(clauses).map(({ section }) => section)).toEqual(['I.1'])
    expect(readAssignments(clauses).map(({ unit, section }) => `${section} ${unit}`)).toEqual(['II.1 Phòng Một'])
  })

  it('keeps criteria by group', () => {
    const body =
      'III. TIÊU CHUẨN, HỒ SƠ\n1. Tiêu chuẩn\na) Đối với tập thể:\n- Đường sạch.\nb) Đối với cá nhân (kể cả học sinh): Chăm làm.\nc) Hộ gia đình\nCó thùng rác.'
    expect(readCriteria(clausesOf(body)).map(({ group, section, text }) => `${section} ${group}: ${text}`)).toEqual([
      'III.1.a tập thể: Đường sạch.',
      'III.1.b cá nhân: Chăm làm.',
      'III.1.c Hộ gia đình: Có thùng rác.',
    ])
  })

  it('takes no reference to another plan for a criterion', () => {
    expect(readCriteria(clausesOf('III. TIÊU CHUẨN THI ĐUA\nThực hiện theo Mục II Kế hoạch số 9/KH-UBND.'))).toEqual([])
  })

  it('reads theme and slogan from their sections or from a sentence', () => {
    expect(
      readMotto(
        clausesOf('I. CHỦ ĐỀ\nTiếp tục chủ đề “Làng sạch” của năm ngoái.\nII. VIỆC\n1. Khẩu hiệu: Sạch từ ngõ.'),
      ),
    ).toEqual({ theme: 'Làng sạch', slogan: 'Sạch từ ngõ' })
    expect(readMotto(clausesOf('I. VIỆC\n1. Quét đường với chủ đề “Xuân xanh”.'))).toEqual({
      theme: 'Xuân xanh',
      slogan: null,
    })
  })
})

describe('head', () => {
  it.each([
    {
      say: 'two columns',
      head: [
        'UBND TỈNH A SAN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'SỞ CÂY XANH          Độc lập - Tự do - Hạnh phúc',
        'Số: 12 /KH-SCX      Ea M’Lang, ngày 05 tháng 3 năm 2025',
      ],
      expect: { number: '12/KH-SCX', issuer: 'SỞ CÂY XANH', place: 'Ea M’Lang', issuedOn: '2025-03-05', year: 2025 },
    },
    {
      say: 'torn lines',
      head: [
        'ỦY BAN NHÂN DÂN',
        'TỈNH A SAN',
        'CỘNG HÒA XÃ',
        'HỘI CHỦ NGHĨA VIỆT NAM',
        'Số:',
        '7/KH-UBND',
        'A San, ngày',
        '19 tháng 11 năm 2025',
      ],
      expect: {
        number: '7/KH-UBND',
        issuer: 'ỦY BAN NHÂN DÂN TỈNH A SAN',
        place: 'A San',
        issuedOn: '2025-11-19',
        year: 2025,
      },
    },
    {
      say: 'number and day left blank',
      head: ['Số:      /KH-XA', 'Đồi Thông, ngày    tháng 9 năm 2026'],
      expect: { number: null, issuer: null, place: 'Đồi Thông', issuedOn: null, year: 2026 },
    },
    {
      say: 'a day that does not exist',
      head: ['Đồi Thông, ngày 31 tháng 9 năm 2026'],
      expect: { number: null, issuer: null, place: 'Đồi Thông', issuedOn: null, year: 2026 },
    },
  ])('$say', ({ head, expect: expected }) => expect(readHead(head)).toEqual(expected))
})

describe('warnings of structure', () => {
  it.each([
    { say: 'a chapter skipped', body: 'I. VIỆC\n1. Quét.\nIII. NGƯỜI\n1. Thôn.', expect: ['section_skipped III'] },
    {
      say: 'a chapter twice',
      body: 'I. VIỆC\n1. Quét.\nI. NGƯỜI\n1. Thôn.\nII. CÙNG\n1. Xã.\nII. CÙNG',
      expect: ['section_repeated II'],
    },
    { say: 'chapters in order', body: 'I. VIỆC\n1. Quét.\nII. NGƯỜI\n1. Thôn.', expect: [] },
  ])('$say', ({ body, expect: expected }) => {
    const doc = readDocument(`KẾ HOẠCH\nGiữ sạch đường làng\n${body}`)
    expect(structureWarnings(doc, readHead(doc.head)).map(({ code, section }) => `${code} ${section}`)).toEqual(
      expected,
    )
  })
})

describe('foot', () => {
  it.each([
    {
      say: 'columns side by side',
      foot: [
        'Nơi nhận:                 KT. CHỦ TỊCH',
        '- Các thôn;            PHÓ CHỦ TỊCH',
        '- Lưu: VT.          Lê Thị Tám',
      ],
      signer: { name: 'Lê Thị Tám', position: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH' },
      recipients: ['Các thôn', 'Lưu: VT'],
    },
    {
      say: 'columns with one space between',
      foot: ['Nơi nhận: CHỦ TỊCH', '- TT. Đảng ủy;', '- Cán bộ xã; Lê Thị Tám', '- Lưu: VT.'],
      signer: { name: 'Lê Thị Tám', position: 'CHỦ TỊCH' },
      recipients: ['TT. Đảng ủy', 'Cán bộ xã', 'Lưu: VT'],
    },
    {
      say: 'a recipient on two lines, a position on two',
      foot: ['Nơi nhận:', '- Ban chỉ đạo phong trào', 'của xã;', 'TM. ỦY BAN', 'NHÂN DÂN', 'CHỦ TỊCH', 'Y Bhăm Niê'],
      signer: { name: 'Y Bhăm Niê', position: 'TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH' },
      recipients: ['Ban chỉ đạo phong trào của xã'],
    },
    { say: 'nobody has signed', foot: ['Nơi nhận:', '- Các thôn.'], signer: null, recipients: ['Các thôn'] },
  ])('$say', ({ foot, signer, recipients }) =>
    expect(readFoot(foot)).toEqual({ signer, recipients, issuedOnGuess: null }),
  )

  it('takes the day of the last digital signature for a guess', () => {
    expect(readFoot(['Lê Thị Tám', '2025-03-08T16:00:00+0700', 'Giờ ký: 10/03/2025 08:15']).issuedOnGuess).toBe(
      '2025-03-10',
    )
  })
})
