import type { PlanDraft } from '../domain/plan.ts'
import type { Clause } from './document.ts'
import { documentNumber, tidyNumber } from './document-number.ts'
import { fullDate, printedDay } from './printed-day.ts'
import { quoteAround } from './quote.ts'

export type Citation = PlanDraft['legalBases'][number]

/** `số 5/CT-UBND ngày 03/4/2026 của Chủ tịch UBND tỉnh`; not `24/24 giờ`, not `01 lĩnh vực/công việc`. */
const citation = new RegExp(
  String.raw`(?<![\p{L}\d/.-])(${documentNumber})(?:\s*[,(]?\s*(?:ký |ban hành )?ngày\s*${fullDate})?`,
  'gu',
)

/** ` của Thủ tướng Chính phủ về việc …`: the issuer ends where the subject begins. */
const issuerBehind =
  /^\)?,?\s*(?:của\s+)?((?:\p{Lu}|(?:các|huyện|tỉnh|xã|thành phố|liên) )[\p{L}\d\s,-]{2,80}?)(?=\s+(?:về|ban hành|[Qq]uy định|thông qua|[Hh]ướng dẫn|triển khai|phát động|phê duyệt|sửa đổi|tại|đã|và\s+\p{Lu}\p{Ll}+\s+số)|[;.)“"(]|,\s|$)/u

const readCitations = ({ text }: Clause): Citation[] =>
  [...text.matchAll(citation)].map((found) => {
    const end = found.index + found[0].length
    const issuer = issuerBehind.exec(text.slice(end, end + 120))?.[1]
    const own = quoteAround(text, found.index, end)
    return {
      number: tidyNumber(found[1] ?? ''),
      date: printedDay(found, 2),
      issuer: issuer?.replace(/[\s,–-]+$/, '') ?? null,
      quote: own,
    }
  })

/** Every document that the clauses cite by number, once each; a mention with a day stands for one without. */
export function citedDocuments(clauses: readonly Clause[], own: string | null): Citation[] {
  const kept = new Map<string, Citation>()
  for (const cited of clauses.flatMap(readCitations)) {
    if (cited.number === own) continue
    const dated = [...kept.values()].some((known) => known.number === cited.number && known.date)
    if (!cited.date && dated) continue
    if (cited.date) kept.delete(`${cited.number} null`)
    const key = `${cited.number} ${cited.date}`
    if (!kept.has(key)) kept.set(key, cited)
  }
  return [...kept.values()]
}
