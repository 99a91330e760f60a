import { describe, expect, test } from 'vitest'
import { registrationPaper } from '../../src/papers/registration-paper.ts'
import { linesOf, tableOf } from './open-paper.ts'
import { campaign, names, ofPerson, ofUnit, peopleOf, plan, sealed, texts, unsealed, yearly } from './sample-papers.ts'

const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const blanks = (words: string) => words.replace(/[\s\u00a0]+/g, ' ')
const read = async (...args: Parameters<typeof registrationPaper>) =>
  linesOf(await registrationPaper(...args)).map(blanks)
const registration = { ...ofUnit, body: { ...campaign, people: peopleOf(2) } }

describe('a sealed agency', () => {
  test('writes a letter, its contents and people in appendices, and leaves number and day to the clerk', async () => {
    expect(await read(texts, registration, sealed)).toEqual([
      ...['ỦY BAN NHÂN DÂN', 'XÃ EA SƯƠNG', 'Số: /UBND-VHXH'],
      ...['V/v đăng ký thi đua chào', 'mừng ngày thành lập xã'],
      ...[nation, 'Độc lập - Tự do - Hạnh phúc', 'Ea Sương, ngày tháng năm 2024'],
      'Kính gửi: Hội đồng Thi đua - Khen thưởng xã (qua Văn phòng xã)',
      'Thực hiện Kế hoạch số 08/KH-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân xã Ea Sương về việc phát động thi đua lập thành tích chào mừng ngày thành lập xã, Phòng Văn hóa - Xã hội xã đăng ký thi đua chào mừng ngày thành lập xã, gồm 02 nội dung, 02 chỉ tiêu, 02 cá nhân (có các Phụ lục kèm theo).',
      'Hình thức khen thưởng đăng ký: Giấy khen của Chủ tịch UBND xã.',
      'Phòng Văn hóa - Xã hội xã kính đề nghị Hội đồng Thi đua - Khen thưởng xã xem xét, tổng hợp./.',
      ...['Nơi nhận:', '- Như trên;', '- Lưu: VT, VHXH.'],
      ...['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Quốc Hưng'],
      ...['Phụ lục I', 'NỘI DUNG ĐĂNG KÝ THI ĐUA'],
      ...['(Kèm theo Công văn số /UBND-VHXH', 'ngày tháng năm 2024 của Phòng Văn hóa - Xã hội xã)'],
      ...['STT', 'Nội dung, lĩnh vực đăng ký', 'Công việc thực hiện', 'Chỉ tiêu', 'Thời gian hoàn thành'],
      ...['1', 'Cải cách hành chính', 'Giải quyết hồ sơ một cửa', '100% hồ sơ được giải quyết đúng hạn', '15/09/2024'],
      ...['2', 'Chuyển đổi số', 'Hướng dẫn dịch vụ công', '80% hồ sơ nộp trực tuyến', '01/10/2024'],
      ...['Phụ lục II', 'DANH SÁCH CÁ NHÂN CÙNG ĐĂNG KÝ 2 NỘI DUNG THI ĐUA'],
      ...['(Kèm theo Công văn số /UBND-VHXH', 'ngày tháng năm 2024 của Phòng Văn hóa - Xã hội xã)'],
      ...['STT', 'Họ và tên', 'Chức vụ, đơn vị công tác', 'Ghi chú'],
      ...['1', 'Nguyễn Thị Ánh Nguyệt', 'Công chức, Phòng Kinh tế', '2', 'H’Linh Niê Kđăm', 'Công chức, Phòng Kinh tế'],
    ])
  })

  test('has one appendix without a number where nobody is listed', async () => {
    const lines = await read(texts, { ...ofUnit, body: { ...campaign, people: [] } }, sealed)
    expect(lines.filter((line) => /^Phụ lục/.test(line))).toEqual(['Phụ lục'])
    expect(lines.some((line) => line.endsWith('(có Phụ lục kèm theo).'))).toBe(true)
  })

  test('leaves all after the stroke blank where the house has not said its abbreviation', async () => {
    const lines = await read(texts, registration, { ...sealed, symbol: null })
    expect(lines).toContain('Số: /')
  })
})

test('a list of people in one content has the columns that councils know', async () => {
  const body = {
    ...campaign,
    items: campaign.items.slice(0, 1),
    people: [{ ...peopleOf(1)[0], title: 'Lao động tiên tiến' }],
  }
  const bytes = await registrationPaper(texts, { ...ofUnit, body: { ...body, people: body.people as never } }, sealed)
  expect(tableOf(bytes, 1)).toEqual([
    [
      'STT',
      'Họ và tên',
      'Chức vụ, đơn vị công tác',
      'Nội dung, lĩnh vực đăng ký',
      'Chỉ tiêu',
      'Thời gian hoàn thành',
      'Danh hiệu, hình thức đăng ký',
      'Ghi chú',
    ],
    [
      '1',
      'Nguyễn Thị Ánh Nguyệt',
      'Công chức, Phòng Kinh tế',
      'Cải cách hành chính',
      '100% hồ sơ được giải quyết đúng hạn',
      '15/09/2024',
      'Lao động tiên tiến',
      '',
    ],
  ])
})

test('a yearly registration ticks the collective’s title and lists titles and initiatives', async () => {
  const bytes = await registrationPaper(texts, { ...ofUnit, body: yearly }, sealed)
  expect(tableOf(bytes, 0)[1]).toEqual([
    '1',
    'Phòng Văn hóa - Xã hội xã',
    '',
    'x',
    '',
    'Giấy khen của Chủ tịch UBND xã',
    '',
  ])
  expect(tableOf(bytes, 1)[0]).toEqual([
    'STT',
    'Họ và tên',
    'Chức vụ, đơn vị công tác',
    'Danh hiệu đăng ký',
    'Hình thức khen thưởng',
    'Tên sáng kiến, đề tài',
    'Ghi chú',
  ])
  expect(tableOf(bytes, 1)[2]).toEqual([
    '2',
    'H’Linh Niê Kđăm',
    'Công chức, Phòng Kinh tế',
    'Lao động tiên tiến',
    '',
    'Số hóa sổ hồ sơ',
    '',
  ])
  expect(linesOf(bytes).some((line) => line.includes('gồm 01 tập thể, 03 cá nhân'))).toBe(true)
})

test('a title that lists have no column for is not lost', async () => {
  const bytes = await registrationPaper(
    texts,
    { ...ofUnit, body: { ...yearly, title: 'Thôn, tổ dân phố văn hóa' } },
    sealed,
  )
  expect(tableOf(bytes, 0)[1]?.at(-1)).toBe('Thôn, tổ dân phố văn hóa')
})

test('a unit without a seal has no number, no clerk’s office, and its tables in the text', async () => {
  const lines = await read(texts, registration, unsealed)
  expect(lines.slice(0, 8)).toEqual([
    ...['UBND XÃ EA SƯƠNG', 'PHÒNG VĂN HÓA - XÃ HỘI', nation, 'Độc lập - Tự do - Hạnh phúc'],
    ...['Ea Sương, ngày tháng năm 2024', 'BẢN ĐĂNG KÝ', 'Thi đua chào mừng ngày thành lập xã'],
    'Kính gửi: Hội đồng Thi đua - Khen thưởng xã (qua Văn phòng xã)',
  ])
  expect(lines).toContain('1. Nội dung đăng ký thi đua')
  expect(lines).toContain('- Lưu: Phòng Văn hóa - Xã hội xã.')
  expect(lines.filter((line) => /^Số:|VT|^Phụ lục/.test(line))).toEqual([])
})

test('an individual signs beside the head’s confirmation, and keeps no copy for the clerk', async () => {
  const lines = await read(texts, ofPerson, sealed)
  expect(lines.slice(0, 3)).toEqual([nation, 'Độc lập - Tự do - Hạnh phúc', 'Ea Sương, ngày tháng năm 2024'])
  expect(lines).toContain('Họ và tên: H’Linh Niê Kđăm')
  expect(lines).toContain('Chức vụ, đơn vị công tác: Công chức Kế toán, Phòng Kinh tế xã')
  expect(lines).toContain('Danh hiệu thi đua đăng ký: Chiến sĩ thi đua cơ sở.')
  expect(lines.slice(-6)).toEqual([
    ...[
      'XÁC NHẬN CỦA ĐƠN VỊ',
      'TRƯỞNG PHÒNG',
      'Đỗ Văn Thành',
      'NGƯỜI ĐĂNG KÝ',
      '(Ký, ghi rõ họ tên)',
      'H’Linh Niê Kđăm',
    ],
  ])
  expect(lines.filter((line) => /Nơi nhận|Lưu|^Số:/.test(line))).toEqual([])
})

test('who confirms and where is left blank where it is not known', async () => {
  const lines = await read(texts, { ...ofPerson, place: null, confirmer: null }, null)
  expect(lines).toContain('……………, ngày tháng năm 2024')
  expect(lines.slice(-4)).toEqual(['XÁC NHẬN CỦA ĐƠN VỊ', 'NGƯỜI ĐĂNG KÝ', '(Ký, ghi rõ họ tên)', 'H’Linh Niê Kđăm'])
})

test.each([
  ['the Party or a mass organisation', { ...sealed, shape: 'plain' as const }],
  ['a unit of which nothing is known yet', null],
])('%s gets the content alone: no national name, no number, nobody who signs', async (_, issuer) => {
  const lines = await read(texts, registration, issuer)
  expect(lines.slice(0, 2)).toEqual(['NỘI DUNG ĐĂNG KÝ', 'Thi đua chào mừng ngày thành lập xã'])
  expect(lines.filter((line) => /CỘNG HÒA|^Số:|Nơi nhận|CHỦ TỊCH|ngày tháng/.test(line))).toEqual([])
  expect(lines).toContain('2. Danh sách cá nhân cùng đăng ký 2 nội dung thi đua')
})

test('every letter of every name arrives as it was given', async () => {
  const people = names.map((name) => ({ name, position: 'Công chức' }))
  const bytes = await registrationPaper(texts, { ...ofUnit, body: { ...campaign, people } }, sealed)
  expect(
    tableOf(bytes, 1)
      .slice(1)
      .map((row) => row[1]),
  ).toEqual(names)
})

test('decomposed letters are composed; signs of XML and of machines do no harm', async () => {
  const typed = ['Lê Thị Hằng'.normalize('NFD'), 'Nguyễn <b> & "Văn" \u0007 An\uffff', '=HYPERLINK("x")']
  const people = typed.map((name) => ({ name, position: '' }))
  const bytes = await registrationPaper(texts, { ...ofUnit, body: { ...campaign, people } }, sealed)
  expect(
    tableOf(bytes, 1)
      .slice(1)
      .map((row) => row[1]),
  ).toEqual([...['Lê Thị Hằng', 'Nguyễn <b> & "Văn"   An ', '=HYPERLINK("x")']])
})

test('a plan without number and day is named by what is known of it', async () => {
  const bare = { ...plan, title: null, number: null, issuer: null, issuedOn: null, shortName: '120 năm' }
  const lines = await read(texts, { ...registration, plan: bare }, unsealed)
  expect(
    lines.some((line) =>
      line.startsWith('Thực hiện Kế hoạch 120 năm, Phòng Văn hóa - Xã hội xã đăng ký thi đua 120 năm,'),
    ),
  ).toBe(true)
})

test('an appendix of more than forty pages is written within two seconds', async () => {
  const body = { ...campaign, items: campaign.items.slice(0, 1), people: peopleOf(300) }
  const before = process.threadCpuUsage()
  const bytes = await registrationPaper(texts, { ...ofUnit, body }, sealed)
  const { user, system } = process.threadCpuUsage(before)
  const spentMs = Math.round((user + system) / 1000)
  console.info(`300 people, 40 pages and more: ${spentMs} ms of processor, ${bytes.length} bytes`)
  expect(spentMs).toBeLessThan(2_000)
})
