import type { Capabilities } from '../../src/chat/capabilities.ts'
import type { AudienceMember } from '../../src/domain/audience.ts'
import type { Deadline, PlanDraft } from '../../src/domain/plan.ts'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { openOffice, type Speaker } from '../chat/office.ts'
import { deadlineWith } from '../domain/plan-drafts.ts'
import { communeDraft, registrationDeadline } from '../store/seed-plan.ts'

/** A report in writing before 20 October 2024, with data up to September. */
const reportDeadline: Deadline = deadlineWith({
  kind: 'report',
  on: '2024-10-20',
  lastDay: '2024-10-19',
  written: true,
  actor: 'các đoàn thể',
  recipient: 'Hội đồng Thi đua - Khen thưởng xã (qua Văn phòng – thống kê xã)',
  task: 'Báo cáo kết quả thực hiện phong trào thi đua',
  section: 'V.5',
  quote:
    'Các đoàn thể báo cáo kết quả (số liệu tính đến tháng 9/2024), đề nghị khen thưởng gửi Hội đồng xã trước ngày 20/10/2024.',
})

/** A report each quarter, before the 15th of its last month. */
export const quarterly: Deadline = {
  ...reportDeadline,
  ...{ on: null, from: null, lastDay: null, precision: 'none', quote: 'Định kỳ hằng quý báo cáo trước ngày 15.' },
  recurrence: {
    ...{ every: 'quarter', month: null, day: 15, weekday: null, fromMonth: null, fromDay: null },
    ...{ of: 'last_month', relation: 'before', latest: null },
  },
}

type Options = { draft?: Partial<PlanDraft>; report?: Deadline; can?: Partial<Capabilities> }

/** A commune whose plan wants a report: a union with a head, a focal point and a member, and the standing office. */
export async function openReporting(now = '2024-10-14T09:00:00+07:00', { draft = {}, report, can = {} }: Options = {}) {
  const office = await openOffice({ now, can })
  const { store } = office.database
  await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
  const union = { unit: 'Hội Nông dân xã', parent: 'UBND xã Ea Mẫu' }
  const people = {
    admin: await office.person('Trần Thị Bình', { unit: 'UBND xã Ea Mẫu', role: 'admin', position: 'Công chức' }),
    head: await office.person('Y Bhôk Niê', { ...union, role: 'head', position: 'Chủ tịch' }),
    lan: await office.person('Nguyễn Thị Lan', { ...union, role: 'official', position: 'Hội viên' }),
  }
  const commendations = [{ name: 'Giấy khen của Chủ tịch UBND xã', section: 'IV.2' }]
  const plan = { ...communeDraft, commendations, ...draft }
  const unitId = (await store.units.all()).find(({ name }) => name === union.unit)?.id ?? ''
  const audience: AudienceMember[] = [
    { unitId, subject: 'unit' },
    { unitId, subject: 'person' },
  ]
  const { planId } = await store.plans.publish({
    ...{ shortName: 'thi đua 120 năm thành lập tỉnh', draft: plan, unique: false, file: null, by: null },
    identity: identityOf(plan, plan.title ?? ''),
    deadlines: [registrationDeadline, report ?? reportDeadline].map((deadline) => ({ deadline, audience })),
    at: Date.UTC(2024, 2, 11, 1),
  })
  const [registration, reporting] = await store.plans.deadlinesOf(planId)
  return { office, ...people, planId, unitId, deadlines: { registration, reporting } }
}
export type Reporting = Awaited<ReturnType<typeof openReporting>>

const item = { contentSection: 'II.1', content: 'Cải cách hành chính', work: 'Một cửa', finishDay: null }
const share = { value: 100, unit: '%', text: '100% hồ sơ đúng hạn' }
const count = { value: 50, unit: 'hồ sơ', text: '50 hồ sơ trực tuyến' }
const words = { value: null, unit: null, text: 'Nội bộ đoàn kết' }

/** What somebody of the union registered in spring: a share, a count, and something that is not counted. */
export async function register({ office, planId, unitId, deadlines }: Reporting, speaker: Speaker, targets = 3) {
  const items = [share, count, words].slice(0, targets).map((target) => ({ ...item, target }))
  const body = { items, people: [], note: null, commendation: null, title: null, initiative: null, attachments: [] }
  return office.database.store.registrations.submit({
    ...{ planId, unitId, subject: 'person', personId: speaker.id, by: speaker.id, late: false, lateReason: null },
    ...{ draftId: `spring ${speaker.id}`, deadlineId: deadlines.registration?.id ?? null },
    ...{ body: { shape: 'campaign', ...body }, at: Date.UTC(2024, 2, 27), year: 2024 },
  })
}

export const kept = async ({ office }: Reporting) =>
  office.database.store.reports.inState('waiting', 'returned', 'approved', 'received', 'aggregated', 'withdrawn')
