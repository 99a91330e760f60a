import { type Button, button } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { canTypeFor } from '../../domain/rights.ts'
import { describeState } from '../lifecycle/describe.ts'
import { namePlan } from './present-report.ts'

const shown = 5

/** What the member of this turn and the units they write for reported, the newest first, each to be opened; null where there is nothing. */
export async function presentMyReports(turn: Turn): Promise<{ text: string; buttons: Button[] } | null> {
  const { person, store, texts } = turn
  if (!person) return null
  const unitIds = person.memberships.map(({ unitId }) => unitId).filter((unitId) => canTypeFor(person, unitId))
  const all = await store.reports.ofPerson(person.id, [...new Set(unitIds)])
  if (all.length === 0) return null
  const lines = await Promise.all(
    all.slice(0, shown).map(async (report, index) => {
      const values = { number: index + 1, code: report.code, plan: await namePlan(turn, texts, report) }
      return texts.t('register.mine.line', { ...values, state: describeState(texts, report) })
    }),
  )
  const more = all.length > shown ? [texts.t('register.mine.more', { count: all.length - shown })] : []
  const buttons = all
    .slice(0, shown)
    .map(({ id }, index) => button(texts.t('register.mine.view', { number: index + 1 }), 'baocao', 'view', { id }))
  return { text: [texts.t('reports.mine.title', { count: all.length }), ...lines, ...more].join('\n'), buttons }
}
