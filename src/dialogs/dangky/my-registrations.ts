import { type Button, button } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { canTypeFor } from '../../domain/rights.ts'
import type { Registration } from '../../store/registration-row.ts'
import { describeState } from '../lifecycle/describe.ts'

const shown = 5

/** What the member of this turn registered or typed, and what the units they write for registered; the newest first. */
export async function registrationsOf({ person, store }: Turn): Promise<Registration[]> {
  if (!person) return []
  const unitIds = person.memberships.map(({ unitId }) => unitId).filter((unitId) => canTypeFor(person, unitId))
  return store.registrations.ofPerson(person.id, [...new Set(unitIds)])
}

/** The member's registrations with their states, the newest first, each to be opened; null where there are none. */
export async function presentMyRegistrations(turn: Turn): Promise<{ text: string; buttons: Button[] } | null> {
  const { texts, store } = turn
  const all = await registrationsOf(turn)
  if (all.length === 0) return null
  const plans = new Map(
    await Promise.all(all.map(async ({ planId }) => [planId, (await store.plans.byId(planId))?.shortName] as const)),
  )
  const lines = all.slice(0, shown).map((registration, index) => {
    const { code, planId } = registration
    const state = describeState(texts, registration)
    return texts.t('register.mine.line', { number: index + 1, code, plan: plans.get(planId) ?? '', state })
  })
  const more = all.length > shown ? [texts.t('register.mine.more', { count: all.length - shown })] : []
  const buttons = all
    .slice(0, shown)
    .map(({ id }, index) => button(texts.t('register.mine.view', { number: index + 1 }), 'dangky', 'view', { id }))
  return { text: [texts.t('register.mine.title', { count: all.length }), ...lines, ...more].join('\n'), buttons }
}
