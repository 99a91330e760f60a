import type { AudienceMember } from '../../src/domain/audience.ts'
import type { Deadline, PlanDraft } from '../../src/domain/plan.ts'
import { identityOf } from '../../src/domain/plan-identity.ts'
import type { Store } from '../../src/store/store.ts'
import { blankDraft, deadlineWith } from '../domain/plan-drafts.ts'

/** A commune's campaign from 15 March to 15 October 2024, with contents and criteria. */
export const communeDraft: PlanDraft = {
  ...blankDraft,
  title: 'Phát động thi đua chào mừng ngày thành lập tỉnh',
  number: '18/KH-UBND',
  issuer: 'UBND xã Ea Mẫu',
  issuedOn: '2024-03-05',
  period: {
    start: '2024-03-15',
    startPrecision: 'day',
    end: '2024-10-15',
    endPrecision: 'day',
    endEvent: null,
    openEnded: false,
    reference: null,
    section: 'II.3',
    quote: 'Đợt thi đua bắt đầu ngày 15/3/2024 và kết thúc ngày 15/10/2024.',
  },
  contents: [
    { section: 'II.1', text: 'Cải cách hành chính' },
    { section: 'II.1', text: 'Xây dựng chính quyền số, kinh tế số trên địa bàn xã' },
    { section: 'II.1', text: 'Công trình, phần việc chào mừng ngày thành lập tỉnh' },
  ],
  criteria: [
    { group: 'Tập thể', section: 'IV.1.a', text: 'Nội bộ đoàn kết, có ít nhất 01 mô hình tiêu biểu' },
    { group: 'Cá nhân', section: 'IV.1.b', text: 'Có 01 sáng kiến được áp dụng' },
    { group: 'Cá nhân', section: 'IV.1.b', text: 'Gương mẫu chấp hành chủ trương, chính sách' },
  ],
}

/** Registration in writing before 10 April 2024, with a list of people. */
export const registrationDeadline: Deadline = deadlineWith({
  recipient: 'Hội đồng Thi đua - Khen thưởng xã (qua Văn phòng – thống kê xã)',
  quote:
    'Các đoàn thể, thôn, buôn và cán bộ, công chức xã đăng ký bằng văn bản ít nhất 01 lĩnh vực hoặc công việc kèm danh sách cá nhân, gửi Hội đồng Thi đua - Khen thưởng xã trước ngày 10/4/2024.',
})

type Seed = {
  shortName?: string
  draft?: Partial<PlanDraft>
  deadline?: Partial<Deadline>
  /** Units bound, each as a unit and with each person of it. Default: all. */
  unitIds?: string[]
  at?: number
}

/** Publishes the commune's plan (or one changed) with its registration deadline; gives their ids. */
export async function seedPlan(store: Store, seed: Seed = {}): Promise<{ planId: string; deadlineId: string }> {
  const draft = { ...communeDraft, ...seed.draft }
  const units = seed.unitIds ?? (await store.units.all()).map(({ id }) => id)
  const audience = units.flatMap((unitId): AudienceMember[] => [
    { unitId, subject: 'unit' },
    { unitId, subject: 'person' },
  ])
  const { planId } = await store.plans.publish({
    shortName: seed.shortName ?? 'thi đua 120 năm thành lập tỉnh',
    draft,
    identity: identityOf(draft, draft.title ?? ''),
    unique: false,
    file: null,
    deadlines: [{ deadline: { ...registrationDeadline, ...seed.deadline }, audience }],
    by: null,
    at: seed.at ?? Date.UTC(2024, 2, 11, 1),
  })
  const [deadline] = await store.plans.deadlinesOf(planId)
  return { planId, deadlineId: deadline?.id ?? '' }
}
