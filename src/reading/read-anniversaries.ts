import { dayFrom } from '../domain/day.ts'
import type { PlanDraft } from '../domain/plan.ts'
import type { Clause } from './document.ts'
import { fold, squeeze } from './fold.ts'
import { quoteAround } from './quote.ts'

const numbered = String.raw`(\d{1,2})\s?[/.]\s?(\d{1,2})\s?[/.]\s?(\d{4})`
/** `(12/5/1946 - 12/5/2026)`. */
const twoYears = new RegExp(String.raw`\(\s*(?:ngày\s+)?${numbered}\s*[-–]\s*(?:ngày\s+)?${numbered}\s*\)`, 'gu')
/** `kỷ niệm 40 năm Ngày thành lập xã (12/5/1986)`. */
const withAge = new RegExp(String.raw`(\d{1,4})\s+năm\s+([^().;]{3,120}?)\s*\(\s*(?:ngày\s+)?${numbered}\s*\)`, 'gu')

/** The words before the bracket, from the occasion on: `Kỷ niệm 40 năm Ngày thành lập xã` → `Ngày thành lập xã`. */
function occasionBefore(text: string): string {
  const part = squeeze(
    text
      .slice(-200)
      .split(/[;:.()](?=\s)/u)
      .at(-1) ?? '',
  )
  const found = /^(?:.*\s)?\d{1,4}\s+năm\s+(.{3,})$/u.exec(part)?.[1] ?? part
  return squeeze(found.replace(/^(?:và|chào mừng|kỷ niệm|lập thành tích)\s+/giu, ''))
}

type Anniversary = PlanDraft['anniversaries'][number]

const inTwoYears = (text: string): Anniversary[] =>
  [...text.matchAll(twoYears)].flatMap((found) => {
    const [day, month, from, endDay, endMonth, to] = found.slice(1).map(Number)
    if (!day || !month || !to || day !== endDay || month !== endMonth || from === to) return []
    const quote = quoteAround(text, found.index, found.index + found[0].length)
    return [{ name: occasionBefore(text.slice(0, found.index)), date: dayFrom(to, month, day), quote }]
  })

const withItsAge = (text: string): Anniversary[] =>
  [...text.matchAll(withAge)].flatMap((found) => {
    const [age, day, month, from] = [1, 3, 4, 5].map((group) => Number(found[group]))
    if (!age || !day || !month || !from) return []
    const quote = quoteAround(text, found.index, found.index + found[0].length)
    return [{ name: squeeze(found[2] ?? ''), date: dayFrom(from + age, month, day), quote }]
  })

/** Days that a plan celebrates, each once, in the year of its anniversary: they bind nobody. The title is given as a clause. */
export function readAnniversaries(clauses: readonly Pick<Clause, 'text'>[]): Anniversary[] {
  const found = clauses.flatMap(({ text }) => [...inTwoYears(text), ...withItsAge(text)])
  const key = ({ date, name }: Anniversary): string => date ?? fold(name)
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at)
}
