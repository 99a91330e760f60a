import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proposeAudience } from '../../src/domain/audience.ts'
import { compareIdentity, identityOf } from '../../src/domain/plan-identity.ts'
import { proposeShortName } from '../../src/domain/plan-review.ts'
import { readTypedDeadline } from '../../src/domain/typed-deadline.ts'
import { blankDraft } from './plan-drafts.ts'

const pieces = [
  'ngày',
  'trước',
  '31/2',
  '10/4',
  'tháng 13',
  'quý IV',
  '(a+)+$',
  '[',
  '\\',
  '⟦0⟧',
  'các thôn',
  'Phòng A',
  ',',
  ' và ',
  'UBND',
  '\u0301',
  '2024',
]
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(' ')),
)

it('an actor of any words gives rows of units that exist, whatever the units are called', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 6 }), (actor, names) => {
      const units = names.map((name, position) => ({
        id: String(position),
        parentId: null,
        name,
        relation: 'subordinate' as const,
        position,
      }))
      const { rows } = proposeAudience(actor, units)
      expect(rows.every(({ unitId }) => units.some(({ id }) => id === unitId))).toBe(true)
    }),
  )
})

it('a deadline of any words is a day that exists, or refused', () => {
  fc.assert(
    fc.property(words, (text) => {
      const read = readTypedDeadline(text, { today: '2024-03-26', relation: null })
      if (read.ok) expect(read.time.lastDay).toMatch(/^\d{4}-\d\d-\d\d$/)
      else expect(['unreadable', 'no_such_day', 'outside', 'past']).toContain(read.reason)
    }),
  )
})

it('any text is the same as itself, and any title gives a name of at most sixty letters', () => {
  fc.assert(
    fc.property(words, (text) => {
      const identity = identityOf(blankDraft, text)
      expect(compareIdentity(identity, [{ id: 'it', ...identity }])).toEqual({ relation: 'same', planId: 'it' })
      expect(proposeShortName({ ...blankDraft, title: text })?.length ?? 0).toBeLessThanOrEqual(60)
    }),
  )
})
