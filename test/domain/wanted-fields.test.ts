import { expect, test } from 'vitest'
import { wantedFields } from '../../src/domain/wanted-fields.ts'

const nothing = { commendations: [], contents: [], title: null }
const wanted = (quote: string | null) =>
  Object.entries(wantedFields(quote, nothing))
    .filter(([, value]) => value === true)
    .map(([name]) => name)

// biome-ignore format: a table keeps its columns
test.each([
  ['Các đơn vị gửi đăng ký trước ngày 10/4/2024.',                                        []],
  [null,                                                                                   []],
  ['lựa chọn từ 01 lĩnh vực, kèm danh sách cá nhân đăng ký',                              ['people']],
  ['gửi bản đăng ký nội dung, chỉ tiêu và thời gian hoàn thành',                           ['target', 'finishDay']],
  ['đăng ký chi tieu thi dua',                                                             ['target']],
  ['đăng ký danh hiệu thi đua và hình thức khen thưởng năm 2025',                          ['title', 'commendation']],
  ['đăng ký danh hiệu, tên sáng kiến và ký giao ước thi đua',                              ['title', 'initiative', 'pledge']],
  ['gửi danh sách các tập thể và cá nhân',                                                 ['people']],
])('“%s” asks for %j', (quote, expected) => {
  expect(wanted(quote)).toEqual(expected)
})

test('commendations that the plan lists are offered, not required', () => {
  const fields = wantedFields('gửi đăng ký', { ...nothing, commendations: [{ name: 'Giấy khen', section: 'III' }] })
  expect(fields).toMatchObject({ commendation: false, offersCommendation: true })
})
