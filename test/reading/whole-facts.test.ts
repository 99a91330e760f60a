import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PlanDraft } from '../../src/domain/plan.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import expected from './fixtures/whole-facts.json' with { type: 'json' }
import { namesTime, sayDeadline } from './say-deadline.ts'

/** Everything but the dated deadlines that a clerk would note down from a document, each fact with its section. */
const factsOf = (draft: PlanDraft) => ({
  title: draft.title,
  number: draft.number,
  issuer: draft.issuer,
  place: draft.place,
  issuedOn: draft.issuedOn,
  stamped: draft.issuedOnGuess,
  signer: [draft.signer?.position ?? null, draft.signer?.name ?? null].join(' / '),
  contents: draft.contents.map(({ section }) => section),
  targetGroups: draft.targetGroups.map(({ section, text }) => `${section} ${text}`),
  criteria: draft.criteria.map(({ section, group }) => `${section} ${group}`),
  commendations: draft.commendations.map(({ section, name }) => `${section} ${name}`),
  assignments: draft.assignments.map(({ section, unit, with: partners }) =>
    [`${section} ${unit}`, ...partners].join(' + '),
  ),
  legalBases: draft.legalBases.map(({ number, date, issuer }) => `${number} of ${date ?? '-'} by ${issuer ?? '-'}`),
  anniversaries: draft.anniversaries.map(({ date, name }) => `${date} ${name}`),
  recipients: draft.recipients,
  undated: draft.deadlines.filter((one) => !namesTime(one)).map(sayDeadline),
})

const textOf = (name: string) => readFileSync(new URL(`./fixtures/whole/${name}`, import.meta.url), 'utf8')

describe.each(Object.entries(expected))('%s', (name, facts) => {
  it('gives what it says of itself, of whom it binds and what it rests on', () => {
    expect(factsOf(readPlan(textOf(name)).draft)).toEqual(facts)
  })
})
