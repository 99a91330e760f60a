import { expect, test } from 'vitest'
import { readOneMessage } from '../../src/domain/one-message.ts'

const whole = {
  plan: '120 năm thành lập tỉnh',
  content: 'Cải cách hành chính',
  target: '100% hồ sơ đúng hạn',
  people: 'Nguyễn Văn A; Trần Thị B',
}

// biome-ignore format: a table keeps its columns
test.each([
  ['lines',      '120 năm thành lập tỉnh\nCải cách hành chính\n\n100% hồ sơ đúng hạn\nNguyễn Văn A; Trần Thị B', whole],
  ['semicolons', '120 năm; Cải cách hành chính; 02 sáng kiến; A B; C D', { plan: '120 năm', content: 'Cải cách hành chính', target: '02 sáng kiến', people: 'A B\nC D' }],
  ['dashes',     '120 năm - Cải cách hành chính - 02 sáng kiến',         { plan: '120 năm', content: 'Cải cách hành chính', target: '02 sáng kiến', people: '' }],
  ['bars',       '120 năm | Cải cách hành chính',                        { plan: '120 năm', content: 'Cải cách hành chính', target: '', people: '' }],
])('parts on %s', (_, text, expected) => {
  expect(readOneMessage(text)).toEqual(expected)
})

test.each(['120 năm thành lập tỉnh', 'thi đua', '', ' ; '])('“%s” is no whole registration', (text) => {
  expect(readOneMessage(text)).toBeNull()
})
