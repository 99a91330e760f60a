import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Aggregate, aggregate, figureNames, shareOf } from '../../src/domain/aggregate.ts'
import { byContent } from '../../src/domain/aggregate-contents.ts'
import { countedHonourOf } from '../../src/domain/aggregate-honours.ts'
import { type AggregateLine, isCounted } from '../../src/domain/aggregate-line.ts'
import { countStaff, createPeopleCount } from '../../src/domain/aggregate-people.ts'
import { honoursWith } from '../../src/domain/honours.ts'
import { registrationStates } from '../../src/domain/registration.ts'
import { contentsOf } from '../../src/domain/registration-body.ts'
import { proposeSector } from '../../src/domain/sectors.ts'
import { statisticsOf } from '../../src/domain/statistics.ts'
import type { UnitRelation } from '../../src/domain/unit.ts'
import { anyLine, unitsOf } from './any-line.ts'

const units = unitsOf(['UBND xã Ea Sương', 'Đảng ủy xã', 'Thôn 1', 'Trường Tiểu học Kim Đồng', 'HTX Hồ Sen'])
const staff = new Map(units.map(({ id }, index) => [id, index]))
const count = (lines: AggregateLine[]): Aggregate => aggregate(lines, { units, bound: new Set(['u1', 'u2']), staff })
const rowsOf = ({ groups }: Aggregate) => groups.flatMap(({ rows }) => rows)
const lists = fc.array(anyLine(units.map(({ id }) => id)), { maxLength: 60 })

test('a khối that is set comes before what names propose, in the order of the names', () => {
  const khoi = new Map([
    ['u1', 'Khối thi đua số 2'],
    ['u2', 'Khối thi đua số 1'],
  ])
  const bound = new Set(units.map(({ id }) => id))
  const { groups } = aggregate([], { units, bound, staff, groupOf: ({ id }) => khoi.get(id) ?? null })
  expect(groups.map(({ group, rows }) => [group, rows.map(({ unit }) => unit.id).join()])).toEqual([
    [{ name: 'Khối thi đua số 1' }, 'u2'],
    [{ name: 'Khối thi đua số 2' }, 'u1'],
    ...groups.slice(2).map(({ group, rows }) => [group, rows.map(({ unit }) => unit.id).join()]),
  ])
  expect(groups.flatMap(({ rows }) => rows)).toHaveLength(units.length)
})

describe('over any registrations', () => {
  test('the rows add up to their group, and the groups to the total, in every column', () =>
    fc.assert(
      fc.property(lists, (lines) => {
        const counted = count(lines)
        for (const name of figureNames) {
          for (const { rows, sum } of counted.groups)
            expect(rows.reduce((all, { figures }) => all + figures[name], 0)).toBe(sum[name])
          expect(counted.groups.reduce((all, { sum }) => all + sum[name], 0)).toBe(counted.total[name])
        }
      }),
    ))

  test('each registration is counted once, withdrawn ones never, late ones are marked', () =>
    fc.assert(
      fc.property(lists, (lines) => {
        const { total } = count(lines)
        const kept = lines.filter(isCounted)
        expect(total.registrations).toBe(kept.length)
        expect(total.late).toBe(kept.filter(({ late }) => late).length)
        for (const state of registrationStates.filter((one) => one !== 'withdrawn'))
          expect(total[state]).toBe(kept.filter((line) => line.state === state).length)
      }),
    ))

  test('the order in which they come changes no figure', () =>
    fc.assert(
      fc.property(lists, (lines) => {
        expect(count([...lines].reverse()).total).toEqual(count(lines).total)
      }),
    ))

  test('the year counts as many honours as the plans hold, with a column or by name', () =>
    fc.assert(
      fc.property(lists, (lines) => {
        const all = lines.filter(isCounted).flatMap(({ body, subject }) => {
          const people = subject === 'unit' ? body.people : []
          return [body, ...people].flatMap(({ title, commendation }) => [title, commendation].filter(Boolean))
        })
        const { total } = statisticsOf(lines)
        expect(total.collectives + total.individuals).toBe(all.length)
        const counted = rowsOf(count(lines)).flatMap(({ figures, others }) => [
          figures.advancedUnit + figures.excellentUnit + figures.flag + figures.advancedWorker + figures.baseFighter,
          figures.provinceFighter + figures.baseCertificate + figures.provinceCertificate,
          figures.primeMinisterCertificate + figures.stateOrder,
          ...others.values(),
        ])
        expect(counted.reduce((sum, one) => sum + one, 0)).toBe(all.length)
      }),
    ))

  test('by content each registration counts once under each of its contents', () =>
    fc.assert(
      fc.property(lists, (lines) => {
        const kept = lines.filter(isCounted)
        const blocks = byContent(lines, ['Cải cách hành chính'])
        const pairs = kept.reduce((sum, { body }) => sum + contentsOf(body).length, 0)
        expect(blocks.reduce((sum, { registrations }) => sum + registrations, 0)).toBe(pairs)
        const items = kept.reduce((sum, { body }) => sum + body.items.length, 0)
        expect(blocks.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(items)
      }),
    ))
})

test('units whom the plan binds have a row with nothing recorded, in the order of the admin', () => {
  expect(rowsOf(count([])).map(({ unit }) => unit.name)).toEqual(['Đảng ủy xã', 'Thôn 1'])
  expect(count([]).units).toEqual({ all: 2, registered: 0 })
})

// biome-ignore format: a table keeps its columns
test.each<[string, UnitRelation, string]>([
  ['Đảng ủy xã',                          'superior',     'party'],
  ['Chi bộ thôn 3',                       'subordinate',  'party'],
  ['Ủy ban MTTQ Việt Nam xã',             'coordinating', 'party'],
  ['Hội Nông dân xã',                     'coordinating', 'party'],
  ['Chi hội Phụ nữ thôn 2',               'subordinate',  'party'],
  ['Đoàn TNCS Hồ Chí Minh xã',            'coordinating', 'party'],
  ['Hội đồng Thi đua - Khen thưởng xã',   'subordinate',  'government'],
  ['Phòng Văn hóa - Xã hội',              'subordinate',  'government'],
  ['Ban Chỉ huy Quân sự xã',              'subordinate',  'government'],
  ['Trường Tiểu học Kim Đồng',            'subordinate',  'schools'],
  ['Mầm non Hoa Sen',                     'subordinate',  'schools'],
  ['Trạm Y tế xã',                        'subordinate',  'schools'],
  ['Trung tâm Phục vụ hành chính công',   'subordinate',  'government'],
  ['Thôn 3',                              'subordinate',  'villages'],
  ['Buôn Ea Tul',                         'subordinate',  'villages'],
  ['Bản Phú Xuân',                        'subordinate',  'villages'],
  ['Tổ dân phố 5',                        'subordinate',  'villages'],
  ['HTX Nông nghiệp Hồ Sen',              'subordinate',  'enterprises'],
  ['Công ty TNHH Nông trường 49',         'subordinate',  'enterprises'],
  ['Ngân hàng Chính sách',                'coordinating', 'enterprises'],
  ['Câu lạc bộ Thơ',                      'coordinating', 'party'],
])('%s (%s) is proposed for the sector %s', (name, relation, sector) =>
  expect(proposeSector({ name, relation })).toBe(sector),
)

// biome-ignore format: a table keeps its columns
test.each([
  ['Lao động tiên tiến',                      'advancedWorker'],
  ['Tập thể lao động tiên tiến',              'advancedUnit'],
  ['Chiến sỹ thi đua cơ sở',                  'baseFighter'],
  ['Chiến sĩ thi đua cấp tỉnh',               'provinceFighter'],
  ['Chiến sĩ thi đua toàn quốc',              'nationalFighter'],
  ['Cờ thi đua của Chính phủ',                'governmentFlag'],
  ['Cờ thi đua của UBND tỉnh',                'provinceFlag'],
  ['Bằng khen của Thủ tướng Chính phủ',       'primeMinisterCertificate'],
  ['Bằng khen của Chủ tịch UBND tỉnh',        'provinceCertificate'],
  ['Giấy khen của Chủ tịch UBND xã',          'baseCertificate'],
  ['Huân chương Lao động hạng Ba',            'stateOrder'],
  ['Gia đình văn hóa',                        null],
])('“%s” is counted as %s', (name, kind) => expect(countedHonourOf(name)).toBe(kind))

test('what the lists abbreviate is counted as what they write out', () => {
  const differing = honoursWith([]).flatMap(({ name, short }) =>
    short.filter((one) => countedHonourOf(one) !== countedHonourOf(name)).map((one) => `${one}: ${name}`),
  )
  expect(differing).toEqual([])
})

// biome-ignore format: a table keeps its columns
test.each([
  ['one name is one person',                         [['Lan', ''], ['LAN', '']],                           1],
  ['a post given once changes nothing',              [['Lan', ''], ['Lan', 'Hội viên']],                   1],
  ['two posts are two people',                       [['Lan', 'Hội viên'], ['Lan', 'Chi hội trưởng']],     2],
  ['and a mention without a post is one of them',    [['Lan', 'Hội viên'], ['Lan', 'Phó'], ['Lan', '']],   2],
] as [string, [string, string][], number][])('%s', (_, people, expected) => {
  const counting = createPeopleCount()
  for (const [name, position] of people) counting.add({ name, position })
  expect(counting.count()).toBe(expected)
})

test('the share leaves out whom the denominator does not hold, and is none without people', () => {
  const memberships = ['a', 'b', 'c'].map((personId) => ({ personId, unitId: 'u1', role: 'official' as const }))
  const counts = countStaff([...memberships, { personId: 'a', unitId: 'u1', role: 'head' }], (id) => id !== 'c')
  expect(counts.get('u1')).toBe(2)
  expect(shareOf({ people: 1, staff: 3 })).toBe(33.3)
  expect(shareOf({ people: 1, staff: 0 })).toBeNull()
})
