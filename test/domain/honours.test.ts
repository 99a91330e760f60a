import { describe, expect, test } from 'vitest'
import { honourNames, honoursWith, readHonour, readHonourLine } from '../../src/domain/honours.ts'

const list = honoursWith([])
const names = (of: 'person' | 'unit', kind: 'title' | 'commendation', ofPlan: string[] = []) =>
  honourNames(list, ofPlan, { kind, of })

// biome-ignore format: a table keeps its columns
test.each([
  ['Lao động tiên tiến',              'Lao động tiên tiến'],
  ['lao dong tien tien',              'Lao động tiên tiến'],
  ['LĐTT',                            'Lao động tiên tiến'],
  ['danh hiệu LĐTT',                  'Lao động tiên tiến'],
  ['cstđcs',                          'Chiến sĩ thi đua cơ sở'],
  ['CSTĐ cơ sở',                      'Chiến sĩ thi đua cơ sở'],
  ['TTLĐXS',                          'Tập thể lao động xuất sắc'],
  ['BK TTg',                          'Bằng khen của Thủ tướng Chính phủ'],
  ['giấy khen',                       'Giấy khen'],
  ['Chi hội trưởng',                  null],
  ['',                                null],
])('“%s” is %s', (typed, expected) => {
  expect(readHonour(list, typed)?.name ?? null).toBe(expected)
})

test('individuals and collectives are kept apart', () => {
  const own = [
    'Bằng khen của Chủ tịch UBND tỉnh cho tập thể',
    'Giấy khen cho cá nhân',
    'Giấy khen của Chủ tịch UBND xã',
  ]
  expect(names('person', 'commendation', own).slice(0, 2)).toEqual(own.slice(1))
  expect(names('unit', 'commendation', own).slice(0, 2)).toEqual([own[0], own[2]])
  expect(names('person', 'title')).not.toContain('Tập thể lao động tiên tiến')
  expect(names('unit', 'title')).not.toContain('Lao động tiên tiến')
})

test('what the plan lists comes first, once, and titles are no commendations', () => {
  const own = ['Chiến sĩ thi đua cơ sở', 'Giấy khen']
  expect(names('person', 'title', own)[0]).toBe('Chiến sĩ thi đua cơ sở')
  expect(names('person', 'title', own).filter((name) => name === 'Chiến sĩ thi đua cơ sở')).toHaveLength(1)
  expect(names('person', 'commendation', own)[0]).toBe('Giấy khen')
})

describe('the agency’s own list', () => {
  const change = { kind: 'title', of: 'person', name: 'Người tốt việc tốt' } as const

  test('adds a name, and no longer uses another', () => {
    const dropped = { kind: 'title', of: 'person', name: 'chien si tien tien', dropped: true } as const
    const own = honoursWith([{ ...change, dropped: false }, dropped])
    expect(honourNames(own, [], { kind: 'title', of: 'person' })).toContain('Người tốt việc tốt')
    expect(honourNames(own, [], { kind: 'title', of: 'person' })).not.toContain('Chiến sĩ tiên tiến')
  })

  // biome-ignore format: a table keeps its columns
  test.each([
    ['danh hiệu; cá nhân; Người tốt việc tốt',     change],
    ['Hình thức; Tập thể; Cờ truyền thống; A',     { kind: 'commendation', of: 'unit', name: 'Cờ truyền thống; A' }],
    ['danh hiệu; hộ;  Gia đình hiếu học ',         { kind: 'title', of: 'household', name: 'Gia đình hiếu học' }],
    ['danh hiệu; Người tốt việc tốt',              null],
    ['danh hiệu; cá nhân; 5',                      null],
    ['',                                           null],
  ])('“%s”', (text, expected) => {
    expect(readHonourLine(text)).toEqual(expected)
  })
})
