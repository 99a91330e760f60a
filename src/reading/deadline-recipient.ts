import { startsWithNamedBody } from './bodies.ts'

/** "gửi UBND xã", "nộp về Sở Nội vụ", "gửi hồ sơ đề nghị khen thưởng đến Sở Nội vụ". */
const sending = /(?<!\p{L})(?:gửi|nộp|chuyển|bàn giao)(?!\p{L})/giu
const reporting = /(?<!\p{L})(?:báo cáo|trình|đề xuất)\s+(?:với\s+|lên\s+|cho\s+)?(?=\p{L})/giu
/** "để tổng hợp, gửi": from here on it is what the recipient does with it. */
const purpose = /(?<!\p{L})(?:để|nhằm)(?:\s+\p{L}+){0,4},?\s*$/iu
const towards = /(?:^|\s)(?:về|đến|tới|cho|lên)\s+/giu
/** Where the name of a body ends: a comma before no other body, what it is for, a time, an order. */
const ending =
  /\s*(?:[;:]|\.(?:\s|$)|\s(?:để|nhằm|theo|trước|tước|chậm|muộn|trễ|hạn|trong|vào|từ|đến|kết quả|tình hình|xem xét|khen thưởng|tổng hợp|tham mưu|phê duyệt|quyết định|thẩm định|xét|công nhận|bằng|danh sách|hồ sơ|kèm|đúng|định kỳ|về|khi|sau|hằng|hàng|quy|nội dung|phê|là|đã|□)(?!\p{L})|,\s*(?!\p{Lu}|chống)|\s+và\s+(?!\p{Lu}|phòng|sở|ban|các)|$)/u

function bodyAt(words: string): string | null {
  if (!startsWithNamedBody(words)) return null
  const covered = words.replace(/\([^)]*\)/g, (bracket) => '¤'.repeat(bracket.length))
  const end = ending.exec(covered)?.index ?? words.length
  const body = words
    .slice(0, end)
    .trim()
    .replace(/[\s,.(]+$/, '')
  return body.length >= 2 && body.length <= 250 && !/^(?:Các|các|Ban hành)$/.test(body) ? body : null
}

function sentTo(text: string, from: number): string | null {
  const rest = text.slice(from, from + 260)
  const direct = bodyAt(rest.trimStart())
  if (direct) return direct
  for (const match of rest.matchAll(towards)) {
    const body = bodyAt(rest.slice(match.index + match[0].length))
    if (body) return body
  }
  return null
}

/**
 * Whom a text has something sent to, several parted by "; "; "để tổng hợp gửi UBND huyện" is the recipient's own task.
 * Null where nobody is named.
 */
export function readRecipient(text: string): string | null {
  const own = (match: RegExpExecArray) => !purpose.test(text.slice(0, match.index))
  const sent = [...text.matchAll(sending)].filter(own).map((match) => sentTo(text, match.index + match[0].length))
  const told = [...text.matchAll(reporting)]
    .filter(own)
    .map((match) => bodyAt(text.slice(match.index + match[0].length)))
  const found = sent.filter((body) => body !== null)
  const bodies = found.length ? found : [...told.filter((body) => body !== null), ...sentByReport(text)]
  return bodies.length ? [...new Set(bodies)].join('; ') : null
}

/** "báo cáo kết quả với Ban Thường vụ", "đăng ký với Hội Nông dân xã" */
const reportedWith =
  /(?<!\p{L})(?:[Bb]áo cáo\s[\p{L}\s]{2,60}?|[Đđ]ăng ký(?:\s[\p{L}\s]{2,60}?)?)\svới\s+(?=\p{Lu}|chi\s)/u

/** "báo cáo kết quả thực hiện về Hội đồng …": the body stands behind "về". */
function sentByReport(text: string): string[] {
  const found = reportedWith.exec(text)
  const told = found && bodyAt(text.slice(found.index + found[0].length))
  if (told) return [told]
  return [...text.matchAll(/(?<!\p{L})(?:báo cáo|danh sách|đăng ký)(?!\p{L})/giu)]
    .flatMap((match) => {
      const body = sentTo(text, match.index + match[0].length)
      return body ? [body] : []
    })
    .slice(0, 1)
}
