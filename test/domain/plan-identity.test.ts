import { describe, expect, it } from 'vitest'
import type { PlanDraft } from '../../src/domain/plan.ts'
import { amendedPlan, claimOf, compareIdentity, identityOf } from '../../src/domain/plan-identity.ts'
import { blankDraft } from './plan-drafts.ts'

const words = (seed: string, count = 400) =>
  Array.from({ length: count }, (_, index) => `${seed}${index % 97}x${index}`).join(' ')
const text = words('thi đua ')
const touched = text.replace('x200 ', 'x200 đính chính ')
const rewritten = words('chuyển đổi ')

type Facts = Partial<Pick<PlanDraft, 'number' | 'issuer' | 'issuedOn' | 'issuedOnGuess'>>
const of = (facts: Facts, body = text) =>
  identityOf({ ...blankDraft, number: '12/KH-UBND', issuer: 'UBND xã Ea Mẫu', issuedOn: '2024-02-20', ...facts }, body)

// biome-ignore format: a table keeps its columns
const cases: { say: string; known: Facts; next: Facts; body?: string; expect: string }[] = [
  { say: 'word for word again', known: {}, next: {}, expect: 'same' },
  { say: 'other wrapping and capitals are the same words', known: {}, next: {}, body: text.toUpperCase().replaceAll(' ', '\n'), expect: 'same' },
  { say: 'the same number with a word changed', known: {}, next: {}, body: touched, expect: 'changed' },
  { say: 'the same number with quite other words', known: {}, next: {}, body: rewritten, expect: 'changed' },
  { say: 'a leading zero is the same number', known: { number: '8/KH-UBND' }, next: { number: '08/KH-UBND' }, expect: 'same' },
  { say: 'an abbreviated issuer is the same issuer', known: {}, next: { issuer: 'Ủy ban nhân dân xã Ea Mẫu' }, expect: 'same' },
  { say: "last year's number is another plan, however alike", known: {}, next: { issuedOn: '2023-02-20' }, body: touched, expect: 'new' },
  { say: 'another number is another plan, word for word', known: {}, next: { number: '13/KH-UBND' }, expect: 'new' },
  { say: 'another symbol is another plan', known: {}, next: { number: '12/KH-HĐTĐKT' }, expect: 'new' },
  { say: 'another issuer is another plan', known: {}, next: { issuer: 'UBND xã Ea Kar' }, expect: 'new' },
  { say: 'a blank number is compared by words: the same', known: { number: '/KH-UBND' }, next: { number: '/KH-UBND' }, expect: 'same' },
  { say: 'a blank number is compared by words: much alike', known: { number: null }, next: { number: null }, body: touched, expect: 'alike' },
  { say: 'a blank number is compared by words: other words', known: { number: null }, next: { number: null }, body: rewritten, expect: 'new' },
  { say: 'the number came later, the words are alike', known: { number: '     /KH-UBND' }, next: {}, body: touched, expect: 'alike' },
  { say: 'blank numbers of two years are two plans', known: { number: null }, next: { number: null, issuedOn: '2025-02-20' }, body: touched, expect: 'new' },
  { say: 'without a year the words decide', known: { issuedOn: null }, next: { issuedOn: null }, body: touched, expect: 'alike' },
  { say: 'the day of a digital signature gives the year', known: { issuedOn: null, issuedOnGuess: '2024-02-21' }, next: {}, body: touched, expect: 'changed' },
  { say: 'a year in the number stands for the day', known: { number: '5/2024/QĐ-UBND', issuedOn: null }, next: { number: '05/2024/QĐ-UBND' }, body: touched, expect: 'changed' },
  { say: 'a number in the Party manner', known: { number: '217-KH/TU' }, next: { number: '217-KH/TU' }, body: touched, expect: 'changed' },
]

describe('is this plan known', () => {
  it.each(cases)('$say', ({ known, next, body, expect: relation }) => {
    const found = compareIdentity(of(next, body ?? text), [
      { id: 'other', ...of({ number: '99/KH-UBND' }, words('lâm nghiệp ')) },
      { id: 'known', ...of(known) },
    ])
    expect(found).toEqual(relation === 'new' ? { relation } : { relation, planId: 'known' })
  })

  it('prefers the plan of the same words to one of the same kind', () => {
    const blank = { number: null }
    const known = [
      { id: 'alike', ...of(blank, touched) },
      { id: 'same', ...of(blank) },
    ]
    expect(compareIdentity(of(blank), known)).toEqual({ relation: 'same', planId: 'same' })
  })

  it('claims the key, else the words', () => {
    expect(claimOf(of({}))).toBe('uy ban nhan dan xa ea mau|kh ubnd|12|2024')
    expect(claimOf(of({ number: null }))).toMatch(/^words\|[0-9a-f]{16}$/)
    expect(claimOf(of({ number: null }))).not.toBe(claimOf(of({ number: null }, touched)))
  })

  it('a very short text has a fingerprint too', () => {
    expect(of({ number: null }, 'kế hoạch').fingerprint).not.toBe(of({ number: null }, 'công văn').fingerprint)
  })
})

// biome-ignore format: a table keeps its columns
const amendments: { say: string; amends: PlanDraft['amends']; expect: string | null }[] = [
  { say: 'by number and day', amends: { number: '18/KH-UBND', date: '2024-03-04' }, expect: '18/KH-UBND' },
  { say: 'by number alone', amends: { number: '018/KH-UBND', date: null }, expect: '18/KH-UBND' },
  { say: "last year's of that number is another", amends: { number: '18/KH-UBND', date: '2023-03-04' }, expect: null },
  { say: 'another number', amends: { number: '81/KH-UBND', date: null }, expect: null },
  { say: 'a plan that was loaded without its day', amends: { number: '20/KH-UBND', date: '2024-03-09' }, expect: '20/KH-UBND' },
  { say: 'no number said', amends: { number: null, date: '2024-03-04' }, expect: null },
  { say: 'a document of its own', amends: null, expect: null },
]

describe('the plan that a document says it changes', () => {
  const known = [
    { number: '18/KH-UBND', issuedOn: '2024-03-04' },
    { number: '20/KH-UBND', issuedOn: null },
    { number: null, issuedOn: '2024-03-04' },
  ]
  it.each(amendments)('$say', ({ amends, expect: number }) => {
    expect(amendedPlan({ ...blankDraft, amends }, known)?.number ?? null).toBe(number)
  })
})
