import { expect, test } from 'vitest'
import {
  signsForCouncil,
  suggestIssuer,
  suggestPlace,
  suggestSigning,
  suggestSymbol,
  writesSuperior,
} from '../../src/papers/paper-suggestions.ts'
import { texts } from './sample-papers.ts'

test.each([
  ['UBND xã Ea Sương', 'Ea Sương'],
  ['Ủy ban nhân dân phường 1', 'Phường 1'],
  ['Phòng Văn hóa - Xã hội xã Ea H’Mơ', 'Ea H’Mơ'],
  ['Phòng Văn hóa - Xã hội', null],
  ['Hội Nông dân xã', null],
])('%s sits in %s', (name, place) => expect(suggestPlace(name)).toBe(place))

test.each([
  ['UBND xã Ea Sương', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'],
  ['HĐND xã Ea Sương', 'TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH'],
  ['Hội đồng Thi đua - Khen thưởng', 'TM. HỘI ĐỒNG\nCHỦ TỊCH'],
  ['Phòng Kinh tế', 'TRƯỞNG PHÒNG'],
  ['Văn phòng HĐND và UBND', 'CHÁNH VĂN PHÒNG'],
  ['Trường Tiểu học Hoa Pơ Lang', 'HIỆU TRƯỞNG'],
  ['Đoàn TNCS Hồ Chí Minh xã', 'TM. BAN THƯỜNG VỤ\nBÍ THƯ'],
  ['Công ty Cà phê', undefined],
])('%s signs as %s', (name, first) => expect(suggestSigning(texts, name)[0]).toBe(first))

test('who stands in for the head signs below the head’s post', () =>
  expect(suggestSigning(texts, 'Phòng Kinh tế')).toEqual(['TRƯỞNG PHÒNG', 'KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG']))

test('committees and assemblies of the people alone stand without a body above them', () => {
  const names = ['UBND xã', 'Hội đồng nhân dân xã', 'Hội đồng Thi đua', 'Văn phòng HĐND và UBND', 'Phòng Kinh tế']
  expect(names.filter((name) => !writesSuperior(name))).toEqual(['UBND xã', 'Hội đồng nhân dân xã'])
  expect(names.filter(signsForCouncil)).toEqual(['Hội đồng Thi đua'])
})

test('a committee is spelled out on two lines, its abbreviation known; others are left as they are', () => {
  expect(suggestIssuer(texts, 'UBND xã Ea Sương')).toBe('Ủy ban nhân dân\nxã Ea Sương')
  expect(suggestIssuer(texts, 'Phòng Kinh tế')).toBe('Phòng Kinh tế')
  expect(['UBND xã Ea Sương', 'HĐND xã Ea Sương', 'Phòng Kinh tế'].map((name) => suggestSymbol(texts, name))).toEqual([
    'UBND',
    'HĐND',
    null,
  ])
})
