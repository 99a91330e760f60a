import { expect } from 'vitest'
import { covers } from '../../src/domain/absence.ts'
import { registrationStates, transitions } from '../../src/domain/registration.ts'
import { claimsOf, subjectKey } from '../../src/domain/registration-body.ts'
import { occasionKey } from '../../src/domain/report-occasion.ts'
import type { Registration } from '../../src/store/registration-row.ts'
import type { Report } from '../../src/store/report-row.ts'
import { allRegistrations, allReports } from './steps.ts'
import { rules, type Town } from './town.ts'

type Paper = Registration | Report
type Kind = 'registration' | 'report'
type AuditDetail = { from?: string; to: string; version: number }

/** What a paper has gone through, kept beside the store. */
type Known = { kind: Kind; paper: Paper; before: Paper | null; actions: string[]; bodies: Paper['body'][] }
export type Story = Map<string, Known>

const lasting = ({ id, code, planId, deadlineId, subject, personId, unitId, typedBy, submittedAt }: Paper) => ({
  ...{ id, code, planId, deadlineId, subject, personId, unitId, typedBy, submittedAt },
})
const ownerOf = ({ subject, personId, typedBy }: Paper) => (subject === 'person' ? personId : typedBy)

const auditOf = async ({ store }: Town, kind: Kind, id: string) =>
  (await store.audit.about(`${kind}:${id}`)).map(({ action, by, detail }) => ({
    ...{ action: action.slice(kind.length + 1), by: by ?? '' },
    ...(JSON.parse(detail) as AuditDetail),
  }))

/** Where no head stands between, an admin's taking in is the approval too. */
const isKnownMove = (action: string, from: string, to: string) =>
  transitions.some((row) => row.action === action && row.from === from && row.to === to) ||
  (action === 'receive' && from === 'waiting' && to === 'received')

/** Whoever did it may: an author for the author's own, a head or admin above it for all the rest, never for their own. */
async function isAllowed({ store }: Town, paper: Paper, action: string, by: string): Promise<boolean> {
  if (action === 'revise' || action === 'withdraw' || action === 'submit')
    return by === paper.personId || by === paper.typedBy || rules(store, by, paper.unitId, 'clerk', 'head')
  if (by === ownerOf(paper)) return false
  if (action === 'aggregate' || action === 'receive') return rules(store, by, paper.unitId, 'admin')
  return rules(store, by, paper.unitId, 'head', 'admin')
}

async function tellNew(town: Town, story: Story, kind: Kind, paper: Paper): Promise<void> {
  expect(paper).toMatchObject({ state: 'waiting', version: 1 })
  const [row, ...more] = await auditOf(town, kind, paper.id)
  expect(more).toEqual([])
  expect(row).toMatchObject({ action: 'submit', by: paper.typedBy, to: 'waiting', version: 1 })
  const typesFor = paper.subject === 'unit' || paper.personId !== paper.typedBy
  if (typesFor) expect(await rules(town.store, paper.typedBy, paper.unitId, 'clerk', 'head')).toBe(true)
  expect((await town.store.plans.byId(town.planId))?.status).not.toBe('withdrawn')
  story.set(paper.id, { kind, paper, before: null, actions: ['submit'], bodies: [paper.body] })
}

async function tellOn(town: Town, known: Known, paper: Paper): Promise<void> {
  const was = known.paper
  expect(lasting(paper)).toEqual(lasting(was))
  if (paper.state === was.state && paper.version === was.version) return expect(paper).toEqual(was)
  const rows = (await auditOf(town, known.kind, paper.id)).slice(known.actions.length)
  expect(rows).toHaveLength(1)
  const { action = '', from = '', to = '', by = '', version } = rows[0] ?? {}
  expect({ from, to, version }).toEqual({ from: was.state, to: paper.state, version: paper.version })
  expect([action, from, to, isKnownMove(action, from, to)]).toEqual([action, from, to, true])
  expect([action, by, await isAllowed(town, was, action, by)]).toEqual([action, by, true])
  expect(paper.version).toBe(was.version + (action === 'revise' ? 1 : 0))
  if (action !== 'revise') expect(paper.body).toEqual(was.body)
  known.actions.push(action)
  if (action === 'revise') known.bodies.push(paper.body)
  known.before = was
  known.paper = paper
}

/** No subject holds a content twice, and no occasion has two reports. */
function expectOnce(registrations: Registration[], reports: Report[]): void {
  const claims = registrations
    .filter(({ state }) => state !== 'withdrawn')
    .flatMap(({ planId, subject, unitId, personId, body }) =>
      claimsOf(body).map(({ key }) => `${planId} ${subjectKey(subject, unitId, personId)} ${key}`),
    )
  expect(claims).toHaveLength(new Set(claims).size)
  const occasions = reports.filter(({ state }) => state !== 'withdrawn').map(occasionKey)
  expect(occasions).toHaveLength(new Set(occasions).size)
}

/** Stand-ins hold a role only while the one who lent it is away. */
async function expectLentInTime({ store, today }: Town): Promise<void> {
  for (const { absenceId } of await store.absences.lent()) {
    const absence = await store.absences.byId(absenceId)
    expect(absence).toMatchObject({ state: 'agreed' })
    expect(absence && covers(absence, today)).toBe(true)
  }
}

/** After each step: what is kept follows from what was, by one move that is allowed and written down. */
export async function holdsAfterStep(town: Town, story: Story): Promise<void> {
  const [registrations, reports] = [await allRegistrations(town), await allReports(town)]
  const all: [Kind, Paper][] = [
    ...registrations.map((paper): [Kind, Paper] => ['registration', paper]),
    ...reports.map((paper): [Kind, Paper] => ['report', paper]),
  ]
  for (const [kind, paper] of all) {
    expect(registrationStates).toContain(paper.state)
    const known = story.get(paper.id)
    await (known ? tellOn(town, known, paper) : tellNew(town, story, kind, paper))
  }
  expect(all).toHaveLength(story.size)
  expect(new Set(all.map(([, { code }]) => code)).size).toBe(all.length)
  expectOnce(registrations, reports)
  await expectLentInTime(town)
}

/** At the end: each paper's audit is its story, no row more or less, and every version is as it was sent. */
export async function holdsAtEnd(town: Town, story: Story): Promise<void> {
  for (const [id, { kind, actions, bodies }] of story) {
    expect((await auditOf(town, kind, id)).map(({ action }) => action)).toEqual(actions)
    const table = kind === 'registration' ? town.store.registrations : town.store.reports
    const versions = await table.versions(id)
    expect(versions.map(({ version }) => version)).toEqual(bodies.map((_, index) => index + 1))
    expect(versions.map(({ body }) => JSON.parse(body))).toEqual(bodies)
  }
}
