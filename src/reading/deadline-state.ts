import type { Passage } from './passage.ts'

/** "bằng văn bản", "có ký, đóng dấu". */
export const isWritten = (text: string): boolean =>
  /bằng văn bản|ký(?:\s+tên)?\s*(?:,|và)?\s*đóng dấu|có ký|đóng dấu/iu.test(text)

/** "trước ngày 14/9/2023, tuy nhiên đến nay còn …": a day that has passed unmet, told in a letter that urges. */
export const isExpired = ({ sentence, next }: Passage): boolean =>
  /tuy nhiên|đến nay|nhưng\s+(?:đến|vẫn|còn)|đã (?:quá|hết) (?:thời )?hạn/iu.test(sentence) &&
  /chưa|còn|vẫn|quá hạn|hết hạn|quá thời hạn|chậm(?!\s+nhất)/iu.test(sentence)
    ? true
    : /^(?:tuy nhiên,?\s*)?(?:tính\s+)?đến nay[^.]{0,80}(?:chưa|còn|vẫn)|^tuy nhiên[^.]{0,120}(?:chưa|còn|vẫn)/iu.test(
        next,
      )

/** "theo kế hoạch … trong Quý I và Quý II, … tạm dừng". */
export const isCancelled = ({ sentence, next }: Passage): boolean => {
  const stopped = /(?<!\p{L})(?:tạm dừng|tạm hoãn|hoãn|hủy|huỷ|bãi bỏ|không tổ chức)(?!\p{L})/iu
  return stopped.test(sentence) || (/^(?:tuy nhiên|nay|hiện|do|vì)(?!\p{L})/iu.test(next) && stopped.test(next))
}
