import type { AudienceMember } from '../../../src/domain/audience.ts'
import type { Role } from '../../../src/domain/person.ts'
import type { Deadline, PlanDraft } from '../../../src/domain/plan.ts'
import { identityOf } from '../../../src/domain/plan-identity.ts'
import type { Speaker } from '../../chat/office.ts'
import { deadlineWith } from '../../domain/plan-drafts.ts'
import { communeDraft, registrationDeadline } from '../../store/seed-plan.ts'
import type { Sent, Stage } from './stage.ts'

/** What is done next: typed as it stands, chosen ("[Tiếp tục]"), a file sent, or something that happens meanwhile and perhaps says what to type. */
export type Step = string | { sends: Sent | (() => Promise<Sent>) } | ((scene: Scene) => Promise<unknown>)
export type Wish = { draft?: Partial<PlanDraft>; deadline?: Partial<Deadline> }

const staff = {
  member: { name: 'Nguyễn Thị Lan', position: 'Hội viên', role: 'official' },
  second: { name: 'Lê Văn Ba', position: '', role: 'official' },
  clerk: { name: 'Lê Thị Hoa', position: '', role: 'clerk' },
  head: { name: 'Y Bhôk Niê', position: 'Chủ tịch', role: 'head' },
  admin: { name: 'Trần Thị Bình', position: 'Công chức', role: 'admin' },
} satisfies Record<string, { name: string; position: string; role: Role }>
export type Part = keyof typeof staff

const reportDeadline = deadlineWith({
  ...{ kind: 'report', on: '2024-04-20', lastDay: '2024-04-19', written: true, section: 'V.5' },
  quote: 'Các đoàn thể báo cáo kết quả, đề nghị khen thưởng gửi Hội đồng xã trước ngày 20/4/2024.',
})

export type Scene = Awaited<ReturnType<typeof openScene>>

/** A commune of its own with a plan, where `player` is on the channel of the stage and the others are in memory. */
export async function openScene(stage: Stage, player: Part, { draft: change = {}, deadline = {} }: Wish = {}) {
  const { office } = stage
  const { store } = office.database
  const rootId = await store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
  const unitId = await store.units.add({ parentId: rootId, name: 'Hội Nông dân xã', relation: 'subordinate' })

  const ids = new Map<Part, string>()
  const others = new Map<Part, Speaker>()
  for (const [part, { name, position, role }] of Object.entries(staff) as [Part, (typeof staff)[Part]][]) {
    const speaker = part === player ? null : await office.person(name, { position })
    const id = speaker?.id ?? (await store.people.add({ name, position, language: 'vi' }))
    await store.people.addRole({ personId: id, unitId: part === 'admin' ? rootId : unitId, role }, office.clock.now())
    ids.set(part, id)
    if (speaker) others.set(part, speaker)
  }
  const draft = { ...communeDraft, commendations: [{ name: 'Giấy khen', section: 'IV.2' }], ...change }
  const audience: AudienceMember[] = [
    { unitId, subject: 'unit' },
    { unitId, subject: 'person' },
  ]
  const publish = (shortName: string) =>
    store.plans.publish({
      ...{ shortName, draft, identity: identityOf(draft, draft.title ?? ''), unique: false, file: null, by: null },
      deadlines: [{ ...registrationDeadline, ...deadline }, reportDeadline].map((one) => ({ deadline: one, audience })),
      at: Date.UTC(2024, 2, 11, 1),
    })
  const { planId } = await publish('thi đua 120 năm thành lập tỉnh')
  const [registration, report] = await store.plans.deadlinesOf(planId)
  await stage.becomes(ids.get(player) ?? '')

  const idOf = (part: Part) => ids.get(part) ?? ''
  return {
    ...{ stage, office, store, rootId, unitId, planId, publish, idOf },
    deadlines: { registration: registration?.id ?? '', report: report?.id ?? '' },
    other(part: Part): Speaker {
      const found = others.get(part)
      if (!found) throw new Error(`${part} plays on the channel.`)
      return found
    },
    /** Papers of this plan, oldest first. */
    registrations: async () =>
      (await store.registrations.inState(...everyState)).filter((one) => one.planId === planId),
    reports: async () => (await store.reports.inState(...everyState)).filter((one) => one.planId === planId),
    end: (status: 'withdrawn' | 'closed') => store.plans.end({ by: null, at: office.clock.now(), planId, status }),
  }
}

const everyState = ['waiting', 'returned', 'approved', 'received', 'aggregated', 'withdrawn'] as const

export async function plays(scene: Scene, steps: Step[]): Promise<void> {
  const { stage } = scene
  for (const step of steps) {
    const does = typeof step === 'function' ? await step(scene) : step
    if (typeof does === 'string') {
      const label = /^\[(.+)\]$/u.exec(does)?.[1]
      await (label === undefined ? stage.says(does) : stage.chooses(label))
    } else if (typeof step === 'object') {
      await stage.sends(typeof step.sends === 'function' ? await step.sends() : step.sends)
    } else await scene.office.settle()
  }
}
