import type { RegistrationBody } from '../../src/domain/registration-body.ts'
import type { Registration } from '../../src/store/registration-row.ts'
import type { Store } from '../../src/store/store.ts'

const body: RegistrationBody = {
  shape: 'campaign',
  items: [
    {
      contentSection: 'II.1',
      content: 'Cải cách hành chính',
      work: 'Rút ngắn thời gian giải quyết hồ sơ',
      target: { value: 100, unit: '% hồ sơ', text: '100% hồ sơ được giải quyết đúng hạn' },
      finishDay: '2024-09-30',
    },
  ],
  people: [],
  note: null,
  commendation: null,
  title: null,
  initiative: null,
  attachments: [],
}

type Seed = {
  planId: string
  deadlineId?: string
  unitId: string
  /** Null: the unit registers, typed by `by`. */
  personId: string | null
  by: string
  body?: Partial<RegistrationBody>
  late?: boolean
  at?: number
  /** How far it has come. */
  state?: 'waiting' | 'approved' | 'received' | 'withdrawn'
}

let drafts = 0

/** A registration that was sent, and moved on as far as is said. */
export async function seedRegistration(store: Store, seed: Seed): Promise<Registration> {
  const { planId, deadlineId = null, unitId, personId, by, late = false, at = Date.UTC(2024, 2, 26, 2) } = seed
  drafts += 1
  const sent = await store.registrations.submit({
    ...{ draftId: `seed-${drafts}`, planId, deadlineId, unitId, personId, by, at, year: 2024 },
    ...{ subject: personId === null ? 'unit' : 'person', late, lateReason: late ? 'Đi công tác' : null },
    body: { ...body, ...seed.body },
  })
  if (!sent.ok) throw new Error(`Taken: ${JSON.stringify(sent.taken)}`)
  let { registration } = sent
  const steps = {
    waiting: [],
    withdrawn: ['withdraw'],
    approved: ['approve'],
    received: ['approve', 'receive'],
  } as const
  const ends = { withdraw: 'withdrawn', approve: 'approved', receive: 'received' } as const
  for (const action of steps[seed.state ?? 'waiting']) {
    const { id } = registration
    const moved = await store.registrations.move({ id, seen: registration, action, to: ends[action], by, at })
    if (!moved) throw new Error(`Not moved: ${action}`)
    registration = moved
  }
  return registration
}
