import type { Obligation } from '../../../src/domain/obligation.ts'
import { openOffice } from '../../chat/office.ts'
import { seedPlan } from '../../store/seed-plan.ts'

const bodies = [
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã',
  'Phòng Kinh tế',
  'Phòng Văn hóa – Xã hội',
  'Trung tâm Phục vụ hành chính công xã Ea Mẫu',
  'Ban Chỉ huy Quân sự xã',
  'Trạm Y tế xã',
  'Trường Trung học cơ sở Nguyễn Thị Minh Khai',
  'Trường Tiểu học và Trung học cơ sở dân tộc bán trú Đinh Núp',
  'Trường Mẫu giáo Hoa Pơ Lang',
  ...['Ea Mẫu', 'Krông Hin', 'Cư Đrang', 'Tân Lập', 'Đồng Tiến', 'Ea Ruông'].map((name) => `Thôn, buôn ${name}`),
  'Hợp tác xã dịch vụ nông nghiệp tổng hợp và du lịch cộng đồng Thanh Bình',
]
const allied = [
  'Ủy ban Mặt trận Tổ quốc Việt Nam xã',
  'Hội Nông dân xã',
  'Hội Liên hiệp Phụ nữ xã',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã',
]

/** Short names of plans, each with the day its registrations are due before and the last safe day. */
const plans = [
  ['chuyển đổi số quý I', '2024-04-01', '2024-03-31'],
  ['120 năm thành lập tỉnh', '2024-04-10', '2024-04-09'],
  ['chung sức xây dựng nông thôn mới nâng cao, đô thị văn minh', '2024-04-19', '2024-04-18'],
  ['cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở', '2024-05-02', '2024-05-01'],
  ['xóa nhà tạm, nhà dột nát', '2024-05-31', '2024-05-30'],
] as const

/** Part of what is bound is recorded: more of the early plans, and one unit everything. */
const isRecorded = ({ plan, unitName }: Obligation, index: number) =>
  unitName === 'Phòng Kinh tế' || index % 5 < 4 - plans.findIndex(([name]) => name === plan)

/** An agency of twenty units with long names and five plans, on Monday 8 April 2024. */
export async function openBusyAgency() {
  const office = await openOffice({ now: '2024-03-11T08:00:00+07:00' })
  const { store } = office.database
  const root = 'Ủy ban nhân dân xã Ea Mẫu'
  const admin = await office.person('Trần Thị Bình', { unit: root, role: 'admin', position: 'Công chức Văn phòng' })
  for (const [index, unit] of bodies.entries())
    await office.person(`Nguyễn Hoàng Phương Thảo ${index + 1}`, { unit, parent: root, role: 'official' })
  for (const unit of allied)
    await office.person(`H’Bhuôn Niê Kđăm ${unit.length}`, {
      ...{ unit, parent: root, relation: 'coordinating', role: 'head' },
    })
  for (const [shortName, on, lastDay] of plans) await seedPlan(store, { shortName, deadline: { on, lastDay } })
  await office.moveTo('2024-04-08T08:00:00+07:00')
  const obligations = await store.obligations.find({})
  for (const [index, one] of obligations.entries())
    if (isRecorded(one, index)) {
      const { deadlineId, subject, unitId, personId } = one
      const bound = { deadlineId, subject, subjectId: personId ?? unitId }
      await store.reminders.fulfil(bound, admin.id, office.clock.now(), 'received')
    }
  const [account] = await store.accounts.ofPerson(admin.id)
  return { office, admin, account: account?.id ?? '' }
}
