import { describe, expect, test } from 'vitest'
import { callList } from '../../src/papers/call-list.ts'
import { extensionRequest } from '../../src/papers/extension-request.ts'
import { submissionPaper } from '../../src/papers/submission-paper.ts'
import { urgedUnits, urgingLetter } from '../../src/papers/urging-letter.ts'
import { linesOf, tableOf } from './open-paper.ts'
import { calls, council, extension, manyUrged, sealed, submission, texts, unsealed, urging } from './sample-papers.ts'

const squeezed = (bytes: Uint8Array) => linesOf(bytes).map((line) => line.replace(/\s+/g, ' '))

describe('a letter of urging', () => {
  test('names each body, asks coordinating ones courteously, and is signed by a leader', async () => {
    const lines = squeezed(await urgingLetter(texts, urging, sealed))
    expect(lines.slice(lines.indexOf('Kính gửi:'), lines.indexOf('Kính gửi:') + 4)).toEqual([
      ...['Kính gửi:', '- Hội Nông dân xã;', '- Trường Tiểu học Suối Mây;', '- Buôn Sương.'],
    ])
    expect(lines).toContain(
      'Trân trọng đề nghị Hội Nông dân xã quan tâm, gửi bản đăng ký về Phòng Văn hóa - Xã hội xã chậm nhất ngày tháng năm 2024.',
    )
    expect(lines).toContain(
      'Đề nghị Trường Tiểu học Suối Mây; Buôn Sương gửi bản đăng ký về Phòng Văn hóa - Xã hội xã chậm nhất ngày tháng năm 2024; trường hợp đã gửi, đề nghị báo lại để cập nhật.',
    )
    expect(lines).toContain('PHÓ CHỦ TỊCH')
    expect(lines.filter((line) => /chưa nộp|chậm nộp|quá hạn|vi phạm|nghiêm túc/.test(line))).toEqual([])
  })

  test('asks by the day that was decided', async () => {
    const lines = squeezed(await urgingLetter(texts, { ...urging, until: '2024-04-12' }, sealed))
    expect(lines.filter((line) => line.includes('chậm nhất ngày 12 tháng 4 năm 2024'))).toHaveLength(2)
  })

  test('lists many bodies in an appendix', async () => {
    const bytes = await urgingLetter(texts, manyUrged, sealed)
    expect(squeezed(bytes)).toContain('Kính gửi: Các cơ quan, đơn vị có tên trong Phụ lục kèm theo')
    expect(tableOf(bytes, 0).map((row) => row[1])).toEqual([
      'Tên cơ quan, đơn vị',
      ...manyUrged.units.map(({ name }) => name),
    ])
  })

  test('never goes upward', () => {
    const units = [
      { name: 'Buôn Sương', relation: 'subordinate' as const },
      { name: 'Sở Nội vụ', relation: 'superior' as const },
      { name: 'Hội Nông dân xã', relation: 'coordinating' as const },
    ]
    expect(urgedUnits(units).map(({ name }) => name)).toEqual(['Hội Nông dân xã', 'Buôn Sương'])
  })
})

describe('a request for more time', () => {
  test('tells when the plan came, why, and until when', async () => {
    const lines = squeezed(await extensionRequest(texts, extension, unsealed))
    expect(lines).toContain(
      'Trường Tiểu học Suối Mây nhận được văn bản ngày 08 tháng 4 năm 2024, còn 1 ngày làm việc đến hết thời hạn.',
    )
    expect(lines).toContain('Lý do đề nghị: đơn vị cần thời gian họp các chi hội.')
    expect(lines.some((line) => line.endsWith('đến hết ngày 19 tháng 6 năm 2024./.'))).toBe(true)
    expect(lines.filter((line) => /thiếu|sai|chậm ban hành/.test(line))).toEqual([])
  })

  test('leaves blank what is not known', async () => {
    const unknown = { ...extension, arrivedOn: null, workdaysLeft: null, proposed: null, reason: null }
    const lines = squeezed(await extensionRequest(texts, unknown, sealed))
    expect(lines.filter((line) => line.includes('nhận được'))).toEqual([])
    expect(lines.some((line) => /^Lý do đề nghị: …+/.test(line))).toBe(true)
    expect(lines.some((line) => line.endsWith('đến hết ngày tháng năm 2024./.'))).toBe(true)
  })
})

test.each([
  ['Party or mass organisation', { ...sealed, shape: 'plain' as const }],
  ['unit of which nothing is known', null],
])('a %s gets the words of a letter without the decree’s head and foot', async (_, issuer) => {
  const lines = squeezed(await extensionRequest(texts, extension, issuer))
  expect(lines.slice(0, 2)).toEqual([
    'NỘI DUNG CÔNG VĂN',
    expect.stringMatching(/^Đề nghị gia hạn thời gian báo cáo kết quả/),
  ])
  expect(lines.filter((line) => /CỘNG HÒA|^Số:|Nơi nhận|TM\./.test(line))).toEqual([])
})

test('a submission counts what its list holds, by form of commendation', async () => {
  const bytes = await submissionPaper(texts, submission, council)
  const lines = squeezed(bytes)
  expect(lines).toContain('Số: /TTr-HĐTĐKT')
  expect(lines.filter((line) => line.startsWith('Căn cứ'))).toEqual([
    'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;',
    'Căn cứ Kế hoạch số 08/KH-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân xã Ea Sương về việc phát động thi đua lập thành tích chào mừng ngày thành lập xã.',
  ])
  expect(lines).toContain('- Giấy khen của Chủ tịch UBND xã: 01 tập thể, 01 cá nhân.')
  expect(lines).toContain('- Bằng khen của Chủ tịch UBND tỉnh: 01 cá nhân.')
  expect(lines.slice(lines.indexOf('TM. HỘI ĐỒNG'), lines.indexOf('Phụ lục'))).toEqual([
    ...['TM. HỘI ĐỒNG', 'CHỦ TỊCH', 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ', 'Trần Quốc Hưng'],
  ])
  expect(
    tableOf(bytes, 0)
      .slice(1)
      .map((row) => row[1]),
  ).toEqual(['Phòng Văn hóa - Xã hội xã'])
  expect(tableOf(bytes, 1).slice(1)).toEqual([
    ['1', 'Y Thuận Mlô', 'Công chức, Phòng Kinh tế', 'Giấy khen của Chủ tịch UBND xã', 'Đạt 98,4%', ''],
    ['2', 'H’Linh Niê Kđăm', 'Kế toán, Phòng Kinh tế', 'Bằng khen của Chủ tịch UBND tỉnh', 'Đạt 98,4%', ''],
  ])
})

test('a call list leaves room for when and with whom', async () => {
  const rows = tableOf(await callList(texts, calls), 0)
  expect(rows[0]).toEqual(['STT', 'Họ và tên', 'Đơn vị', 'Điện thoại', 'Việc', 'Thời hạn', 'Kết quả gọi'])
  expect(rows[2]).toEqual([
    ...['2', 'H’Linh Niê Kđăm', 'Buôn Sương', '', 'Đăng ký thi đua chào mừng ngày thành lập xã'],
    ...['trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04', 'Đã gọi lúc …………\nNgười nghe …………'],
  ])
  expect(rows).toHaveLength(calls.calls.length + 1)
})
