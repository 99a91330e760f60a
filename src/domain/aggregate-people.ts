import { fold } from './fold.ts'
import type { Membership } from './person.ts'

/** Counts people of one unit, each once: one name is one person, unless two posts are given that differ. */
export function createPeopleCount() {
  const posts = new Map<string, Set<string>>()
  return {
    add({ name, position }: { name: string; position: string }): void {
      const key = fold(name)
      const known = posts.get(key) ?? new Set()
      posts.set(key, known.add(fold(position)))
    },
    count(): number {
      let sum = 0
      for (const known of posts.values()) sum += Math.max(1, known.has('') ? known.size - 1 : known.size)
      return sum
    },
  }
}

/** People of each unit by the roles held now, each once; `counts` leaves out whom the denominator does not hold. */
export function countStaff(memberships: Membership[], counts: (personId: string) => boolean): Map<string, number> {
  const people = new Map<string, Set<string>>()
  for (const { unitId, personId } of memberships)
    if (counts(personId)) people.set(unitId, (people.get(unitId) ?? new Set()).add(personId))
  return new Map([...people].map(([unitId, ids]) => [unitId, ids.size]))
}
