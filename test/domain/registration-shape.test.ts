import { expect, test } from 'vitest'
import { shapeOf } from '../../src/domain/registration-shape.ts'

const contents = [{ section: 'II.1', text: 'Cải cách hành chính' }]

// biome-ignore format: a table keeps its columns
test.each([
  ['fields or pieces of work',            'đăng ký ít nhất 01 lĩnh vực hoặc công việc kèm danh sách cá nhân',      'campaign'],
  ['contents and targets',                'gửi nội dung, chỉ tiêu đăng ký thi đua',                                'campaign'],
  ['works and parts of works',            'dang ky cong trinh, phan viec chao mung',                               'campaign'],
  ['contents beside titles',              'đăng ký nội dung thi đua và danh hiệu thi đua',                         'campaign'],
  ['titles and commendations',            'đăng ký danh hiệu thi đua, hình thức khen thưởng năm 2026',             'yearly'],
  ['initiatives alone',                   'gửi tên sáng kiến, đề tài về Hội đồng sáng kiến',                       'yearly'],
  ['the pledge',                          'các khối ký kết giao ước thi đua trước ngày 15/3',                      'yearly'],
  ['the contents of a pledge',            'gửi nội dung giao ước thi đua',                                         'yearly'],
  ['nothing in particular',               'các đơn vị gửi đăng ký trước ngày 10/4/2024',                           'campaign'],
])('a clause that names %s', (_, quote, expected) => {
  expect(shapeOf(quote, { title: 'Phát động phong trào thi đua', contents })).toBe(expected)
})

// biome-ignore format: a table keeps its columns
test.each([
  ['about registering for the year', 'Về việc đăng ký danh hiệu thi đua, hình thức khen thưởng năm 2026', [],       'yearly'],
  ['the same, with contents',        'Về việc đăng ký thi đua năm 2026',                                  contents, 'campaign'],
  ['about a campaign',               'Phát động đợt thi đua chào mừng ngày thành lập tỉnh',               [],       'campaign'],
  ['without a title',                null,                                                                [],       'campaign'],
])('a plan whose clause names nothing, %s', (_, title, ofPlan, expected) => {
  expect(shapeOf('gửi đăng ký', { title, contents: ofPlan })).toBe(expected)
  expect(shapeOf(null, { title, contents: ofPlan })).toBe(expected)
})
