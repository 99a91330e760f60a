import type { RegistrationBody, RegistrationItem } from '../../src/domain/registration-body.ts'
import type { ReportItem } from '../../src/domain/report.ts'
import { reportRows, reportTotals } from '../../src/domain/report.ts'
import { callList } from '../../src/papers/call-list.ts'
import { type ChaseProof, chaseProofPaper } from '../../src/papers/chase-proof.ts'
import { extensionRequest } from '../../src/papers/extension-request.ts'
import type { PaperUnit } from '../../src/papers/paper-unit.ts'
import type { PersonRegistration, UnitRegistration } from '../../src/papers/registration-paper.ts'
import { registrationPaper } from '../../src/papers/registration-paper.ts'
import { type ReportToSign, reportPaper } from '../../src/papers/report-paper.ts'
import { type Submission, submissionPaper } from '../../src/papers/submission-paper.ts'
import { type UrgingLetter, urgingLetter } from '../../src/papers/urging-letter.ts'
import { createTexts } from '../../src/texts/texts.ts'

export const texts = createTexts()('vi')

export const plan = {
  shortName: 'thi đua chào mừng ngày thành lập xã',
  title: 'Phát động thi đua lập thành tích chào mừng ngày thành lập xã',
  number: '08/KH-UBND',
  issuer: 'Ủy ban nhân dân xã Ea Sương',
  issuedOn: '2024-02-05',
}

export const sealed: PaperUnit = {
  shape: 'sealed',
  superior: null,
  issuer: 'Ủy ban nhân dân\nxã Ea Sương',
  symbol: 'UBND',
  drafter: 'VHXH',
  place: 'Ea Sương',
  signer: { lines: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch'], alsoTitle: null, name: 'Trần Quốc Hưng' },
}

export const unsealed: PaperUnit = {
  ...sealed,
  shape: 'unsealed',
  superior: 'UBND xã Ea Sương',
  issuer: 'Phòng Văn hóa - Xã hội',
  symbol: null,
  drafter: null,
  signer: { lines: ['Trưởng phòng'], alsoTitle: null, name: 'Vũ Thị Ngọc' },
}

export const council: PaperUnit = {
  ...sealed,
  superior: 'UBND xã Ea Sương',
  issuer: 'Hội đồng Thi đua - Khen thưởng',
  symbol: 'HĐTĐKT',
  drafter: null,
  signer: { lines: ['TM. Hội đồng', 'Chủ tịch'], alsoTitle: 'Chủ tịch Ủy ban nhân dân xã', name: 'Trần Quốc Hưng' },
}

const item = (content: string, work: string, text: string, finishDay: string): RegistrationItem => ({
  contentSection: null,
  content,
  work,
  target: { value: null, unit: null, text },
  finishDay,
})

/** Names with every letter of the Vietnamese alphabet, and of the Ê Đê one where it differs, in both sizes. */
export const names = [
  'Nguyễn Thị Ánh Nguyệt',
  'H’Linh Niê Kđăm',
  'Y Thuận Mlô',
  'Ầu Ẩm Ẫy Ậm Ắc Ẳng Ẵm Ặt',
  'Đỗ Bửu Ủy Vượng',
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ',
  'AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ',
]

export const peopleOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: names[index % names.length] ?? '',
    position: 'Công chức',
    unit: 'Phòng Kinh tế',
  }))

export const campaign: RegistrationBody = {
  shape: 'campaign',
  items: [
    item('Cải cách hành chính', 'Giải quyết hồ sơ một cửa', '100% hồ sơ được giải quyết đúng hạn', '2024-09-15'),
    item('Chuyển đổi số', 'Hướng dẫn dịch vụ công', '80% hồ sơ nộp trực tuyến', '2024-10-01'),
  ],
  people: peopleOf(9),
  note: null,
  commendation: 'Giấy khen của Chủ tịch UBND xã',
  title: null,
  initiative: null,
  attachments: [],
}

export const yearly: RegistrationBody = {
  ...campaign,
  shape: 'yearly',
  items: [],
  title: 'Tập thể lao động xuất sắc',
  people: peopleOf(3).map((person) => ({ ...person, title: 'Lao động tiên tiến', initiative: 'Số hóa sổ hồ sơ' })),
}

const common = { code: 'DK-2024-0137', year: 2024, plan, to: ['Hội đồng Thi đua - Khen thưởng xã (qua Văn phòng xã)'] }
export const ofUnit: UnitRegistration = {
  ...common,
  subject: 'unit',
  unit: 'Phòng Văn hóa - Xã hội xã',
  body: campaign,
}
export const ofPerson: PersonRegistration = {
  ...common,
  subject: 'person',
  person: { name: 'H’Linh Niê Kđăm', position: 'Công chức Kế toán', unit: 'Phòng Kinh tế xã' },
  place: 'Ea Sương',
  confirmer: { lines: ['Trưởng phòng'], alsoTitle: null, name: 'Đỗ Văn Thành' },
  body: { ...campaign, people: [], title: 'Chiến sĩ thi đua cơ sở' },
}

type Measured = { value: number | null; unit: string | null; text: string } | null
const reported = (
  content: string,
  target: Measured,
  result: Measured,
  account: string,
  evidence: string[],
): ReportItem => ({
  ...{ contentSection: null, content, work: '', target, finishDay: null, result, account },
  evidence: evidence.map((name) => ({ name, file: null })),
})
export const reportedItems = [
  reported(
    'Cải cách hành chính',
    { value: 100, unit: '%', text: '100% hồ sơ đúng hạn' },
    { value: 98.4, unit: '%', text: '98,4% hồ sơ' },
    'Đã giải quyết đúng hạn 1.230 trên 1.250 hồ sơ.\nTrực thêm sáng thứ Bảy từ tháng 5.',
    ['Sổ theo dõi hồ sơ', 'Báo cáo một cửa'],
  ),
  reported('Làm đường', { value: 2, unit: 'km', text: '02 km' }, { value: 2.5, unit: 'km', text: '2,5 km' }, '', []),
  reported('Văn hóa công sở', { value: null, unit: null, text: 'Không có phản ánh' }, null, '', []),
]
const rows = reportRows({ items: reportedItems })
export const report: ReportToSign = {
  ...{
    code: 'BC-2024-0012',
    subject: 'unit',
    person: '',
    position: '',
    unit: 'Phòng Văn hóa - Xã hội xã',
    round: null,
  },
  ...{ plan, to: ['Hội đồng Thi đua - Khen thưởng xã'], year: 2024, place: 'Ea Sương', confirmer: null },
  closing: { day: '2024-10-15', words: 'tính đến ngày 15/10/2024' },
  rows,
  totals: reportTotals(rows),
  assessment: { difficulties: 'Đường truyền chưa ổn định.', causes: '', proposals: 'Thêm 02 máy quét.' },
  proposals: [
    {
      subject: 'unit',
      name: 'Phòng Văn hóa - Xã hội xã',
      position: '',
      commendation: 'Giấy khen của Chủ tịch UBND xã',
    },
    { subject: 'person', name: 'Y Thuận Mlô', position: 'Công chức', commendation: 'Giấy khen của Chủ tịch UBND xã' },
    {
      subject: 'person',
      name: 'H’Linh Niê Kđăm',
      position: 'Kế toán',
      commendation: 'Bằng khen của Chủ tịch UBND tỉnh',
    },
  ],
}

export const urging: UrgingLetter = {
  ...{ year: 2024, plan, kind: 'registration', deadline: 'trước ngày 10/04/2024', asOf: '2024-04-08', until: null },
  ...{ unit: 'Ủy ban nhân dân xã Ea Sương', office: 'Phòng Văn hóa - Xã hội xã', phone: '0260 000 0015' },
  units: [
    { name: 'Hội Nông dân xã', relation: 'coordinating' },
    { name: 'Trường Tiểu học Suối Mây', relation: 'subordinate' },
    { name: 'Buôn Sương', relation: 'subordinate' },
  ],
}
export const manyUrged: UrgingLetter = {
  ...urging,
  units: Array.from({ length: 30 }, (_, index) => ({ name: `Thôn ${index + 1}`, relation: 'subordinate' })),
}

export const extension = {
  ...{ year: 2024, plan, kind: 'report' as const, deadline: 'trước ngày 10/04/2024', arrivedOn: '2024-04-08' },
  ...{
    workdaysLeft: 1,
    proposed: '2024-06-19',
    reason: 'đơn vị cần thời gian họp các chi hội.',
    unit: 'Trường Tiểu học Suối Mây',
  },
  to: ['Hội đồng Thi đua - Khen thưởng xã'],
}

export const submission: Submission = {
  ...{ year: 2024, plan, to: ['Chủ tịch Ủy ban nhân dân xã'], unit: 'Hội đồng Thi đua - Khen thưởng xã' },
  bases: ['Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022'],
  proposed: report.proposals.map((one) => ({
    ...one,
    unit: one.subject === 'person' ? 'Phòng Kinh tế' : '',
    achievement: 'Đạt 98,4%',
  })),
  enclosures: ['Biên bản họp Hội đồng', 'Báo cáo thành tích'],
}

export const calls = {
  ...{ agency: 'Ủy ban nhân dân xã Ea Sương', office: 'Phòng Văn hóa - Xã hội xã', asOf: '08:00 thứ Hai 08/04/2024' },
  calls: Array.from({ length: 14 }, (_, index) => ({
    name: names[index % 5] ?? '',
    unit: 'Buôn Sương',
    phone: index % 3 === 1 ? null : '0260 000 0015',
    task: 'Đăng ký thi đua chào mừng ngày thành lập xã',
    deadline: 'trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04',
  })),
}

const proof: ChaseProof = {
  agency: 'Ủy ban nhân dân xã Ea Sương',
  of: 'Đăng ký thi đua chào mừng ngày thành lập xã, trước ngày 10/04/2024',
  ...{ by: 'deadline', asOf: '08:00 thứ Hai 08/04/2024' },
  rows: Array.from({ length: 16 }, (_, index) => ({
    about: `${names[index % 5] ?? ''}, Buôn Sương`,
    when: '07:30 thứ Sáu 05/04/2024',
    ...{ how: 'Tin nhắn Zalo', whom: names[index % 5] ?? '', outcome: 'đã gửi', state: 'Hệ thống chưa ghi nhận' },
  })),
}

type Sample = { paper: string; pages: number; bytes: () => Promise<Uint8Array> }

/** Every kind of paper, and how many pages it has when it is printed. */
// biome-ignore format: a table keeps its columns
export const samples: Sample[] = [
  { paper: 'a sealed agency’s letter',       pages: 3, bytes: () => registrationPaper(texts, { ...ofUnit, unit: 'Ủy ban nhân dân xã Ea Sương' }, sealed) },
  { paper: 'a sealed agency’s yearly letter', pages: 3, bytes: () => registrationPaper(texts, { ...ofUnit, body: yearly }, sealed) },
  { paper: 'a form of a unit without a seal', pages: 2, bytes: () => registrationPaper(texts, ofUnit, unsealed) },
  { paper: 'an individual’s form',           pages: 1, bytes: () => registrationPaper(texts, ofPerson, null) },
  { paper: 'plain content',                  pages: 1, bytes: () => registrationPaper(texts, ofUnit, { ...sealed, shape: 'plain' }) },
  { paper: 'content of an unknown unit',     pages: 1, bytes: () => registrationPaper(texts, ofUnit, null) },
  { paper: 'a sealed agency’s report',       pages: 2, bytes: () => reportPaper(texts, report, sealed) },
  { paper: 'a report without a seal',        pages: 2, bytes: () => reportPaper(texts, report, unsealed) },
  { paper: 'a person’s report',              pages: 2, bytes: () => reportPaper(texts, { ...report, subject: 'person', person: 'Y Thuận Mlô', proposals: [] }, null) },
  { paper: 'a letter of urging',             pages: 1, bytes: () => urgingLetter(texts, urging, sealed) },
  { paper: 'a letter of urging to many',     pages: 2, bytes: () => urgingLetter(texts, manyUrged, sealed) },
  { paper: 'a request for more time',        pages: 1, bytes: () => extensionRequest(texts, extension, unsealed) },
  { paper: 'a submission',                   pages: 2, bytes: () => submissionPaper(texts, submission, council) },
  { paper: 'a call list',                    pages: 2, bytes: () => callList(texts, calls) },
  { paper: 'a proof of reminding',           pages: 2, bytes: () => chaseProofPaper(texts, proof) },
]
