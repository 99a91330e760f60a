import { expect, it } from 'vitest'
import { sentenceCase } from '../../src/domain/sentence-case.ts'

// biome-ignore format: a table keeps its columns
const cases: { say: string; text: string; place?: string; as: string }[] = [
  { say: 'a body, its place at the end',      text: 'ỦY BAN NHÂN DÂN XÃ EA MẪU',                       as: 'Ủy ban nhân dân xã Ea Mẫu' },
  { say: 'the other place of the tone mark',  text: 'UỶ BAN NHÂN DÂN TỈNH CAO NGUYÊN',                 as: 'Ủy ban nhân dân tỉnh Cao Nguyên' },
  { say: 'abbreviations stay',                text: 'VĂN PHÒNG HĐND VÀ UBND XÃ',                       as: 'Văn phòng HĐND và UBND xã' },
  { say: 'numerals after what they number',   text: 'CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ KHÓA XVI, LẦN THỨ IV',  as: 'Chào mừng Đại hội Đảng bộ khóa XVI, lần thứ IV' },
  { say: 'a word is no numeral',              text: 'XỬ LÝ VI PHẠM HÀNH CHÍNH',                        as: 'Xử lý vi phạm hành chính' },
  { say: 'the place of issue wherever',       text: 'THI ĐUA Ở EA MẪU NĂM 2026', place: 'Ea Mẫu',      as: 'Thi đua ở Ea Mẫu năm 2026' },
  { say: 'not all in capitals: as it is',     text: 'Phát động thi đua ở xã EA MẪU',                   as: 'Phát động thi đua ở xã EA MẪU' },
  { say: 'one word alone: as it is',          text: 'UBND',                                            as: 'UBND' },
  { say: 'nothing',                           text: '',                                                as: '' },
]

it.each(cases)('$say', ({ text, place, as }) => expect(sentenceCase(text, place ?? null)).toBe(as))
