import { expect, test } from 'vitest'
import { readAssessment } from '../../src/domain/assessment.ts'

// biome-ignore format: a table keeps its columns
test.each([
  ['words without a label are difficulties', 'Máy quét hỏng',                                                        ['Máy quét hỏng', '', '']],
  ['three labels',                           'Khó khăn: máy hỏng\nNguyên nhân: cũ\nĐề xuất: thay máy',               ['máy hỏng', 'cũ', 'thay máy']],
  ['numbered, in the words of reports',      '1. Tồn tại, hạn chế: chậm\n2. Nguyên nhân: ít người\n3. Kiến nghị: thêm người', ['chậm', 'ít người', 'thêm người']],
  ['lines go on under their label',          'Đề xuất: thay máy\n- tập huấn',                                        ['', '', 'thay máy\n- tập huấn']],
  ['without diacritics',                     'Kho khan: mat dien\nDe nghi: may phat',                                ['mat dien', '', 'may phat']],
  ['another colon is part of the sentence',  'Kết quả đến nay: 5 hồ sơ chậm',                                        ['Kết quả đến nay: 5 hồ sơ chậm', '', '']],
])('%s', (_say, typed, [difficulties, causes, proposals]) => {
  expect(readAssessment(typed)).toEqual({ difficulties, causes, proposals })
})
