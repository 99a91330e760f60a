import { describe, expect, it } from 'vitest'
import { actingUnits, proposeAudience } from '../../src/domain/audience.ts'
import type { Unit, UnitRelation } from '../../src/domain/unit.ts'

const names: [string, UnitRelation][] = [
  ['UBND xã Ea Mẫu', 'subordinate'],
  ['Văn phòng HĐND và UBND xã', 'subordinate'],
  ['Phòng Kinh tế', 'subordinate'],
  ['Phòng Văn hóa - Xã hội', 'subordinate'],
  ['Hội Nông dân xã', 'coordinating'],
  ['Đoàn TNCS Hồ Chí Minh xã', 'coordinating'],
  ['Thôn 1', 'subordinate'],
  ['Thôn 10', 'subordinate'],
  ['Buôn Ea Kmar', 'subordinate'],
  ['Trường Tiểu học Lê Lợi', 'subordinate'],
  ['Trạm Y tế xã', 'subordinate'],
  ['Hợp tác xã dịch vụ Đồng Tâm', 'subordinate'],
]
const units: Unit[] = names.map(([name, relation], position) => ({
  id: name,
  parentId: position === 0 ? null : 'UBND xã Ea Mẫu',
  name,
  relation,
  position,
}))
const everyone = names.map(([name]) => `${name} (người)`)
const acting = names.slice(1).map(([name]) => name)

const show = (actor: string | null) => {
  const { rows, unmatched } = proposeAudience(actor, units)
  const said = rows.map(({ unitId, subject }) => (subject === 'person' ? `${unitId} (người)` : unitId))
  return unmatched.length > 0 ? [...said, `? ${unmatched.join('; ')}`] : said
}

// biome-ignore format: a table keeps its columns
const cases: { say: string; actor: string | null; expect: string[] }[] = [
  { say: 'nobody named: for information', actor: null, expect: [] },
  { say: 'the people of an office that is not there are not everybody', actor: 'công chức Văn phòng – thống kê', expect: ['? công chức Văn phòng thống kê'] },
  { say: 'a blank actor is nobody', actor: '  ', expect: [] },
  { say: 'a unit by its name', actor: 'Phòng Kinh tế', expect: ['Phòng Kinh tế'] },
  { say: 'a unit in another case and with its place left out', actor: 'HỘI NÔNG DÂN', expect: ['Hội Nông dân xã'] },
  { say: 'a name that holds "và" stays one name', actor: 'Văn phòng HĐND và UBND xã chủ trì', expect: ['Văn phòng HĐND và UBND xã'] },
  { say: 'dashes of another kind', actor: 'Phòng Văn hóa – Xã hội', expect: ['Phòng Văn hóa - Xã hội'] },
  { say: 'the other tone placement', actor: 'Phòng Văn hoá - Xã hội', expect: ['Phòng Văn hóa - Xã hội'] },
  { say: 'hamlet 1 is not hamlet 10', actor: 'Trưởng thôn 1', expect: ['Thôn 1'] },
  { say: 'hamlets together', actor: 'Trưởng các thôn, buôn', expect: ['Thôn 1', 'Thôn 10', 'Buôn Ea Kmar'] },
  { say: 'heads (trưởng) are not schools (trường)', actor: 'Trưởng các phòng', expect: ['Văn phòng HĐND và UBND xã', 'Phòng Kinh tế', 'Phòng Văn hóa - Xã hội'] },
  { say: 'schools and the health station', actor: 'các trường học, trạm y tế', expect: ['Trường Tiểu học Lê Lợi', 'Trạm Y tế xã'] },
  { say: 'associations by what they are', actor: 'Mỗi đoàn thể chính trị - xã hội ở xã', expect: ['Hội Nông dân xã', 'Đoàn TNCS Hồ Chí Minh xã'] },
  { say: 'all units, not the root that holds them', actor: 'Thủ trưởng các cơ quan, đơn vị', expect: acting },
  { say: 'individuals everywhere', actor: 'cán bộ, công chức của xã', expect: everyone },
  { say: 'individuals of one unit', actor: 'công chức của Phòng Kinh tế', expect: ['Phòng Kinh tế (người)'] },
  { say: 'cadres and officials of one unit: the unit said last is that of both', actor: 'Cán bộ, công chức Phòng Kinh tế', expect: ['Phòng Kinh tế (người)'] },
  { say: 'the place said last is that of both', actor: 'cán bộ, viên chức và người lao động thuộc Trạm Y tế', expect: ['Trạm Y tế xã (người)'] },
  { say: 'a body before individuals keeps to itself', actor: 'Trưởng các thôn, công chức Phòng Kinh tế', expect: ['Phòng Kinh tế (người)', 'Thôn 1', 'Thôn 10'] },
  { say: 'individuals named with their unit', actor: 'công chức Phòng Kinh tế', expect: ['Phòng Kinh tế (người)'] },
  { say: 'several kinds in one sentence', actor: 'Mỗi đoàn thể, Trưởng các thôn và viên chức Trạm Y tế', expect: ['Hội Nông dân xã', 'Đoàn TNCS Hồ Chí Minh xã', 'Thôn 1', 'Thôn 10', 'Trạm Y tế xã (người)'] },
  { say: 'who is not in the agency is named', actor: 'Phòng Kinh tế và Đài truyền thanh', expect: ['Phòng Kinh tế', '? Đài truyền thanh'] },
  { say: 'an office by a name that is not there is not every office', actor: 'Phòng Y tế huyện', expect: ['? Phòng Y tế huyện'] },
  { say: 'a name with "và" that is not there stays one name', actor: 'Sở Khoa học và Công nghệ, Phòng Kinh tế', expect: ['Phòng Kinh tế', '? Sở Khoa học và Công nghệ'] },
  { say: 'two bodies are two', actor: 'Sở Tài chính và Hội Nông dân', expect: ['Hội Nông dân xã', '? Sở Tài chính'] },
  { say: 'a cooperative known by name', actor: 'hợp tác xã dịch vụ Đồng Tâm', expect: ['Hợp tác xã dịch vụ Đồng Tâm'] },
  { say: 'a cooperative of another name is its kind', actor: 'các hợp tác xã', expect: ['Hợp tác xã dịch vụ Đồng Tâm'] },
  { say: 'the committee (ủy ban) is not a board (ban)', actor: 'Ủy ban nhân dân huyện', expect: ['? Ủy ban nhân dân huyện'] },
]

describe('who a deadline binds', () => {
  it.each(cases)('$say', ({ actor, expect: rows }) => {
    expect(show(actor)).toEqual(rows)
  })

  it('without a lone root all units act', () => {
    const flat = units.slice(1, 4).map((unit) => ({ ...unit, parentId: null }))
    expect(actingUnits(flat)).toHaveLength(3)
  })

  it('superior bodies are never bound by "all units"', () => {
    const above: Unit = { id: 'Sở Nội vụ', parentId: null, name: 'Sở Nội vụ', relation: 'superior', position: 99 }
    expect(proposeAudience('các đơn vị', [...units, above]).rows.map(({ unitId }) => unitId)).not.toContain('Sở Nội vụ')
  })
})
