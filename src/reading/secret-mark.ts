import { readTypeWord } from './type-words.ts'

/** How many written lines from the top may hold a mark. */
const headLines = 40

// Căn cứ …, Thực hiện …, Kính gửi: …, I. MỤC ĐÍCH, 1. …, Điều 1., Phần I – here the head ends.
const bodyStart =
  /^[^\p{L}\p{N}]*(căn cứ\s|thực hiện\s|kính gửi|xét đề nghị|theo đề nghị|điều\s+1\b|(phần|chương)\s+[i1]\b|[ia1]\s*[.)]\s)/iu

// MẬT · T Ố I  M Ậ T · ĐỘ MẬT: MẬT, all but the letters taken out
const alone = /^((DẤU)?(CHỈ)?(MỨC)?(ĐỘ)?(BẢO)?MẬT)?(TUYỆT|TỐI)?MẬT$/
// TÀI LIỆU MẬT: a mark above the type word, words of a title below it
const named = /^(TÀILIỆU|VĂNBẢN|HỒSƠ)(TUYỆT|TỐI)?MẬT$/
// Số: 05-KH/ĐU (Mật) · [TỐI MẬT]
const bracketed = /[([{<«“"]\s*((tuyệt|tối)\s+)?mật\s*[)\]}>»”"]/iu
// Độ mật: Tối mật An Sơn, ngày …
const labelled = /(độ\s+(bảo\s+)?mật|mức\s+độ)\s*[:：\-–]\s*[^\p{L}\s]*\s*((tuyệt|tối)\s+)?mật(?!\p{L})/iu
// TỐI MẬT Số: 12/KH-UBND · Số: 12/KH-UBND MẬT: capitals beside what only a head holds
const besideHead =
  /(?<!\p{L})(TUYỆT|TỐI)\s+MẬT(?!\s*\p{Lu})|(?<!\p{L})MẬT\s+(CỘNG\s+HÒA|ỦY\s+BAN|UBND|Số\s*:)|^\s*Số\s*:.*[\s(]MẬT\s*$/u
// BẢO VỆ BÍ ⏎ MẬT: the end of a wrapped line, not a mark
const wrapsBefore = /(?<!\p{L})(BÍ|BẢO|CƠ|CẨN|THÂN|TÀI LIỆU|VĂN BẢN)\s*$/iu

/**
 * Does the head of a document bear a mark of secrecy: MẬT, TỐI MẬT or TUYỆT MẬT on a line or in a cell of its own, boxed,
 * bracketed, with letters apart, or after "Độ mật:"? The same words inside a sentence or a title are no mark.
 */
export function hasSecretMark(text: string): boolean {
  const head = headOf(text)
  if (!lettersOf(head.join('')).includes('MẬT')) return false
  const type = head.findIndex((line) => readTypeWord(line) !== null)
  return head.some((line, at) => isMarked(line, head[at - 1] ?? '') || (at < type && named.test(lettersOf(line))))
}

function headOf(text: string): string[] {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .filter((line) => /\p{L}/u.test(line))
    .slice(0, headLines)
  const end = lines.findIndex((line) => bodyStart.test(line))
  return end === -1 ? lines : lines.slice(0, end)
}

function isMarked(line: string, before: string): boolean {
  if (bracketed.test(line) || labelled.test(line) || besideHead.test(line)) return true
  // Two columns of a head stand on one line, parted by wide blanks or a cell's edge.
  const cells = line.split(/\s{3,}|\t|\s*[|│┃║]\s*/)
  return [line, ...cells].some((cell) => isMark(cell)) && !wrapsBefore.test(before)
}

function isMark(cell: string): boolean {
  // "mật" in small letters on a line of its own is the tail of a wrapped sentence.
  return cell.trim() !== 'mật' && alone.test(lettersOf(cell))
}

const lettersOf = (line: string) => line.replace(/[^\p{L}]/gu, '').toUpperCase()
