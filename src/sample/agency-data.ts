import type { Agency } from '../domain/agency.ts'
import type { Role } from '../domain/person.ts'
import type { UnitRelation } from '../domain/unit.ts'

/** An invented commune: no such place, office, number or person. */
export const sampleAgency: Agency = {
  name: 'Ủy ban nhân dân xã Ea Sương',
  office: 'Văn phòng HĐND và UBND xã',
  phone: '0260 000 0015',
}

type SampleUnit = { id: string; parentId: string | null; name: string; relation: UnitRelation }

export const sampleUnits: SampleUnit[] = [
  { id: 'xa', parentId: null, name: sampleAgency.name, relation: 'subordinate' },
  { id: 'van-phong', parentId: 'xa', name: sampleAgency.office, relation: 'subordinate' },
  { id: 'kinh-te', parentId: 'xa', name: 'Phòng Kinh tế xã', relation: 'subordinate' },
  { id: 'van-hoa', parentId: 'xa', name: 'Phòng Văn hóa - Xã hội xã', relation: 'subordinate' },
  { id: 'hoi-nong-dan', parentId: 'xa', name: 'Hội Nông dân xã', relation: 'coordinating' },
  { id: 'truong-hoc', parentId: 'xa', name: 'Trường Tiểu học Suối Mây', relation: 'subordinate' },
  { id: 'buon', parentId: 'xa', name: 'Buôn Sương', relation: 'subordinate' },
]

type SamplePerson = { id: string; name: string; position: string; roles: [unitId: string, role: Role][] }

// biome-ignore format: a table keeps its columns
export const samplePeople: SamplePerson[] = [
  { id: 'tran-quoc-hung',   name: 'Trần Quốc Hưng',   position: 'Chủ tịch UBND xã',        roles: [['xa', 'head']] },
  { id: 'le-thi-hanh',      name: 'Lê Thị Hạnh',      position: 'Công chức Văn phòng',     roles: [['xa', 'admin'], ['van-phong', 'official']] },
  { id: 'pham-minh-tuan',   name: 'Phạm Minh Tuấn',   position: 'Chánh Văn phòng',         roles: [['van-phong', 'head']] },
  { id: 'hoang-thi-thu',    name: 'Hoàng Thị Thu',    position: 'Văn thư',                 roles: [['van-phong', 'clerk'], ['van-phong', 'official']] },
  { id: 'do-van-thanh',     name: 'Đỗ Văn Thành',     position: 'Trưởng phòng Kinh tế',    roles: [['kinh-te', 'head']] },
  { id: 'nguyen-thi-mai',   name: 'Nguyễn Thị Mai',   position: 'Công chức Địa chính',     roles: [['kinh-te', 'official']] },
  { id: 'h-linh-nie',       name: 'H’Linh Niê',       position: 'Công chức Kế toán',       roles: [['kinh-te', 'official']] },
  { id: 'vu-thi-ngoc',      name: 'Vũ Thị Ngọc',      position: 'Trưởng phòng Văn hóa - Xã hội', roles: [['van-hoa', 'head']] },
  { id: 'y-thuan-mlo',      name: 'Y Thuận Mlô',      position: 'Công chức Văn hóa',       roles: [['van-hoa', 'official'], ['buon', 'official']] },
  { id: 'bui-van-son',      name: 'Bùi Văn Sơn',      position: 'Chủ tịch Hội Nông dân xã', roles: [['hoi-nong-dan', 'head']] },
  { id: 'phan-thi-lien',    name: 'Phan Thị Liên',    position: 'Phó Chủ tịch Hội Nông dân xã', roles: [['hoi-nong-dan', 'official']] },
  { id: 'dang-thi-van',     name: 'Đặng Thị Vân',     position: 'Hiệu trưởng',             roles: [['truong-hoc', 'head']] },
  { id: 'cao-thi-yen',      name: 'Cao Thị Yến',      position: 'Nhân viên văn thư',       roles: [['truong-hoc', 'clerk']] },
  { id: 'trinh-van-nam',    name: 'Trịnh Văn Nam',    position: 'Giáo viên',               roles: [['truong-hoc', 'official']] },
  { id: 'y-khoa-eban',      name: 'Y Khoa Êban',      position: 'Trưởng buôn',             roles: [['buon', 'head']] },
  { id: 'h-duyen-knul',     name: 'H’Duyên Knul',     position: 'Chi hội trưởng Phụ nữ buôn', roles: [['buon', 'official']] },
]

/** Whom the demo shows side by side: an official, the head of the same unit, and the admin. */
export const demoPeople = { official: 'nguyen-thi-mai', head: 'do-van-thanh', admin: 'le-thi-hanh' } as const
