import { fold } from './fold.ts'
import type { Member } from './person.ts'

export const handoverReasons = ['retirement', 'transfer', 'other'] as const
export type HandoverReason = (typeof handoverReasons)[number]

/** "Phó Chủ tịch", "Phó Trưởng phòng", "Q. Phó …": who takes over from a head where nobody is named. */
const deputyWords = /^(?:q |quyen )?pho\b/

/** The deputies among the people of a unit, by the word of their position. */
export const deputiesOf = (people: Member[]): Member[] =>
  people.filter(({ position }) => deputyWords.test(fold(position)))
