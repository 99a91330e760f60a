import type { Clause } from './document.ts'
import { squeeze } from './fold.ts'

/** `…; UBND xã xây dựng Kế hoạch …`, `…, Văn phòng UBND tỉnh ban hành kế hoạch …`: who speaks in the sentence that opens the body. */
const speaker =
  /(?:^|[;,.]\s+)((?:\p{Lu}|\d)[^;,.:“"]{2,90}?)\s+(?:ban hành|xây dựng|phát động|hướng dẫn|triển khai|thông báo|yêu cầu|đề nghị)\s/gu

/** The body that issues a document whose head is missing, from its opening; null where the opening does not say. */
export function readIssuerInBody(clauses: readonly Clause[]): string | null {
  const end = clauses.findIndex((clause) => clause.section !== '')
  const opening = clauses.slice(0, end < 0 ? 3 : end).map((clause) => clause.text)
  const found = opening.flatMap((text) => [...text.matchAll(speaker)]).at(-1)?.[1]
  return found && !/^(?:Căn cứ|Thực hiện|Theo|Kế hoạch)/u.test(found) ? squeeze(found) : null
}
