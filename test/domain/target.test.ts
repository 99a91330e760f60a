import { expect, test } from 'vitest'
import { longestTarget, readTarget, readTargets, targetOfCriterion } from '../../src/domain/target.ts'

// biome-ignore format: a table keeps its columns
const countable: [typed: string, value: number, unit: string][] = [
  ['100% hồ sơ được giải quyết đúng hạn', 100, '%'],
  ['100 % hồ sơ đúng hạn', 100, '%'],
  ['Giải quyết đúng hạn 98,5% hồ sơ', 98.5, '%'],
  ['đạt trên 95 phần trăm', 95, '%'],
  ['02 sáng kiến', 2, 'sáng kiến'],
  ['02 sáng kiến được công nhận cấp cơ sở', 2, 'sáng kiến'],
  ['Có ít nhất 05 mô hình dân vận khéo', 5, 'mô hình dân vận khéo'],
  ['Trồng 1.500 cây xanh trong quý III', 1500, 'cây xanh'],
  ['Vận động 50 triệu đồng cho quỹ', 50, 'triệu đồng'],
  ['2,5 tỷ đồng', 2.5, 'tỷ đồng'],
  ['Bê tông hóa 2 km đường liên thôn', 2, 'km'],
  ['đạt 19/19 tiêu chí nông thôn mới', 19, 'tiêu chí nông thôn mới'],
  ['01 - 02 sáng kiến', 1, 'sáng kiến'],
  ['Tổ chức 3 buổi tuyên truyền (mỗi thôn một buổi)', 3, 'buổi tuyên truyền'],
  ['Trước ngày 30/9/2024 hoàn thành 2 tuyến đường', 2, 'tuyến đường'],
  ['Đến 30/9 giảm 10 hộ nghèo', 10, 'hộ nghèo'],
  ['Năm 2024 kết nạp 3 đảng viên', 3, 'đảng viên'],
  ['Thực hiện Kế hoạch 12/KH-UBND, xử lý 40 vụ việc', 40, 'vụ việc'],
  ['Một sáng kiến cấp huyện', 1, 'sáng kiến'],
  ['hai mô hình', 2, 'mô hình'],
  ['Thực hiện một số việc và ba lớp tập huấn', 3, 'lớp tập huấn'],
  ['5 reports per month', 5, 'reports'],
]

test.each(countable)('“%s” counts %d %s', (typed, value, unit) => {
  expect(readTarget(typed)).toEqual({ ok: true, target: { value, unit, text: typed } })
})

// biome-ignore format: a table keeps its columns
test.each([
  ['',                                          'empty'],
  ['   ',                                       'empty'],
  ['hoàn thành tốt nhiệm vụ',                   'no_number'],
  ['hoàn thành trước ngày 30/9',                'no_number'],
  ['hoàn thành trong tháng 9 năm 2024',         'no_number'],
  ['trực 24/24',                                'no_number'],
  ['theo khoản 2 Mục II',                       'no_number'],
  ['Nghị quyết Đại hội lần thứ 9',              'no_number'],
  ['một số sáng kiến',                          'no_number'],
  ['giải quyết hồ sơ tại bộ phận một cửa',      'no_number'],
  ['100',                                       'no_unit'],
  ['đạt 100.',                                  'no_unit'],
  ['x'.repeat(longestTarget + 1),               'too_long'],
])('“%s” is no target: %s', (typed, reason) => {
  expect(readTarget(typed)).toMatchObject({ ok: false, reason })
})

test('several targets of one work stand on lines or between semicolons', () => {
  const read = readTargets('- 100% hồ sơ đúng hạn\n2. 02 sáng kiến; làm tốt')
  expect(read.map(({ text, read }) => [text, read.ok])).toEqual([
    ['100% hồ sơ đúng hạn', true],
    ['02 sáng kiến', true],
    ['làm tốt', false],
  ])
})

test('nothing typed is one empty target, not none', () => {
  expect(readTargets(' ;\n ')).toEqual([{ text: '', read: { ok: false, reason: 'empty' } }])
})

test('a criterion is a target with or without a number', () => {
  expect(targetOfCriterion('Có 90% hội viên tham gia')).toMatchObject({ value: 90, unit: '%' })
  expect(targetOfCriterion('Nội bộ đoàn kết; ')).toEqual({ value: null, unit: null, text: 'Nội bộ đoàn kết' })
})
