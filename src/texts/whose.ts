import type { DeadlineKind } from '../domain/plan.ts'
import type { Texts } from './texts.ts'

/** A list as a sentence has it: `A, B, C`. */
export const formatList = (texts: Texts, items: string[]): string =>
  items.reduce((left, right) => (left ? texts.t('reminders.digest.comma', { left, right }) : right), '')

type Paper = { kind: DeadlineKind; own: boolean; units: string[]; standsFor?: string[] }

/** What is not recorded, and whose it is: `đăng ký của đồng chí và bản đăng ký của Chi hội thôn 3`. */
export function formatWhose(texts: Texts, { kind, own, units, standsFor = [] }: Paper): string {
  const paper = { own, units: [...units, ...standsFor] }
  const what = texts.t(`reminders.what.${kind}`)
  const unit = formatList(texts, paper.units)
  if (!paper.own) return texts.t('reminders.ofUnit', { what, unit })
  return unit ? texts.t('reminders.yoursAndUnit', { what, unit }) : texts.t('reminders.yours', { what })
}
