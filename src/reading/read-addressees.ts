import type { Deadline } from '../domain/plan.ts'
import { startsWithBody } from './bodies.ts'
import type { DocumentText } from './document.ts'
import { fold, squeeze } from './fold.ts'
import { readUnitPhrase } from './unit-phrase.ts'

const longest = 300

/** `Kính gửi:` / `- Các sở, ban, ngành;` / `- UBND các xã.` → `Các sở, ban, ngành; UBND các xã`. */
function addressedIn(head: readonly string[]): string | null {
  const from = head.findIndex((line) => /^\s*kinh g[uo]i\b/.test(fold(line)))
  if (from < 0) return null
  const [first = '', ...below] = head.slice(from)
  const lines = [first.replace(/^\s*\S+\s+\S+?\s*:\s*|^\s*\S+\s+\S+\s*$/u, ''), ...below]
  const names: string[] = []
  for (const line of lines) {
    const words = squeeze(line.replace(/^\s*[-–+•]\s*/, ''))
    const last = names.at(-1)
    const goesOn = words && last && !/[;.]$/.test(last) && !/^\s*[-–+•]/.test(line)
    if (goesOn) names[names.length - 1] = `${last} ${words}`
    else if (words) names.push(words)
  }
  const all = names.map((name) => name.replace(/[;.,]+$/, '')).join('; ')
  return all && all.length <= longest ? all : null
}

const asks = /(?:đề nghị|yêu cầu)\s+(?=\p{Lu}|các\s|những\s)/gu

/** `… yêu cầu các phòng, đơn vị thực hiện một số nội dung sau:` → `các phòng, đơn vị`; `Quý đơn vị` names nobody. */
function askedIn({ clauses }: DocumentText): string | null {
  const leads = clauses.filter(({ kind, text }) => kind !== 'item' && text.endsWith(':'))
  for (const { text } of leads) {
    const at = [...text.matchAll(asks)].at(-1)
    const words = at ? text.slice(at.index + at[0].length) : ''
    const unit = startsWithBody(words) ? readUnitPhrase(words)?.unit : null
    if (unit && unit.length <= longest && !/^Quý\s/u.test(unit)) return unit
  }
  return null
}

const sent = /(?<!\p{L})(?:gửi|nộp|báo cáo|đăng ký)(?!\p{L})/iu
/** "1. Tổ chức tổng kết … xong trước ngày …": an order that begins with its verb. */
const imperative =
  /^\s*(?:[-–+•]|[\dIVX.]+[.)/]|[a-zđ]\))?\s*(?:Tổ chức|Triển khai|Xây dựng|Rà soát|Lập|Họp|Hoàn thành|Thực hiện|Tuyên truyền|Cử|Chuẩn bị|Phổ biến|Ban hành|Chỉ đạo|Tổng kết|Sơ kết|Bình xét)(?!\p{L})/u
/** Surely enough to bind, but never as sure as a subject of its own. */
const surest = 0.9

/** A letter's orders bind those it is addressed to where a sentence to send something names nobody else. */
export function bindAddressees(deadlines: readonly Deadline[], doc: DocumentText): Deadline[] {
  const actor = doc.type === 'letter' ? (askedIn(doc) ?? addressedIn(doc.head)) : null
  const isOpen = (one: Deadline): boolean =>
    one.actor === null && !one.cancelled && !one.expired && (sent.test(one.quote) || imperative.test(one.quote))
  if (!actor) return [...deadlines]
  return deadlines.map((one) =>
    isOpen(one) && one.recipient !== actor ? { ...one, actor, confidence: Math.min(one.confidence, surest) } : one,
  )
}
