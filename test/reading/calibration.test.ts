import { describe, expect, it } from 'vitest'
import { readPlan } from '../../src/reading/read-plan.ts'
import { isRight, type KnownDocument, ownDocuments, sharedDocuments } from './deadline-truth.ts'

const shared = sharedDocuments()
if (!shared) console.warn('SKIPPED: ../shared is not there, confidence is measured on our own documents only')

const sure = 0.9

/** Of the deadlines read at 0.9 and above: how many are right; of the true ones: how many are among them. */
function calibration(documents: KnownDocument[]) {
  const all = documents.map((known) => {
    const read = readPlan(known.text).draft.deadlines.filter(
      ({ on, confidence, expired, cancelled }) => on && confidence >= sure && !expired && !cancelled,
    )
    const counted = read.filter(({ on }) => !known.periodDays.includes(on ?? ''))
    const must = known.days.filter((day) => day.must)
    return {
      read: counted.length,
      right: counted.filter((one) => isRight(one, known)).length,
      must: must.length,
      found: must.filter((day) => read.some((one) => isRight(one, { ...known, days: [day] }))).length,
      wrong: counted
        .filter((one) => !isRight(one, known))
        .map(({ kind, on, quote }) => `${known.name}: ${kind} ${on} ${quote}`),
    }
  })
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    rightShare: sum((one) => one.right) / sum((one) => one.read),
    foundShare: sum((one) => one.found) / sum((one) => one.must),
    wrong: all.flatMap((one) => one.wrong),
  }
}

describe('what is sure is right', () => {
  it.skipIf(!shared)('on the documents beside the project', () => {
    const { rightShare, foundShare, wrong } = calibration(shared ?? [])
    expect(rightShare, wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(foundShare).toBeGreaterThanOrEqual(0.85)
  })
  it('on our own documents', () => {
    const { rightShare, foundShare, wrong } = calibration(ownDocuments())
    expect(rightShare, wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(foundShare).toBeGreaterThanOrEqual(0.95)
  })
})
