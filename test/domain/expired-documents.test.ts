import { expect, it } from 'vitest'
import { expiredBases } from '../../src/domain/expired-documents.ts'
import type { PlanDraft } from '../../src/domain/plan.ts'
import { readPlan } from '../../src/reading/read-plan.ts'

const blank = readPlan('KẾ HOẠCH\nThi đua').draft
const citing = (number: string, issuedOn: PlanDraft['issuedOn'] = '2025-09-01'): PlanDraft => ({
  ...blank,
  issuedOn,
  legalBases: [{ number, date: null, issuer: null, quote: '' }],
})

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'expired when the plan was issued',    draft: citing('98/2023/NĐ-CP'),               today: '2025-09-02', found: [false] },
  { say: 'written without its leading zero',    draft: citing('1/2024/TT-BNV'),               today: '2025-09-02', found: [false] },
  { say: 'written with other letters',          draft: citing('98 /2023/NĐ - CP'), today: '2025-09-02', found: [false] },
  { say: 'expired after the plan was issued',   draft: citing('98/2023/NĐ-CP', '2025-02-01'), today: '2025-09-02', found: [true] },
  { say: 'the plan has no day of issue',        draft: citing('98/2023/NĐ-CP', null),         today: '2025-09-02', found: [false] },
  { say: 'still in force today',                draft: citing('01/2024/TT-BNV'),              today: '2025-08-04', found: [] },
  { say: 'a document that is not on the list',  draft: citing('152/2025/NĐ-CP'),              today: '2025-09-02', found: [] },
  { say: 'the same number of another issuer',   draft: citing('98/2023/QĐ-UBND'),             today: '2025-09-02', found: [] },
]

it.each(cases)('$say', ({ draft, today, found }) =>
  expect(expiredBases(draft, today).map(({ later }) => later)).toEqual(found),
)
