import { startsWithBody } from './bodies.ts'
import { fold, isCapitals, squeeze } from './fold.ts'
import { isHanging } from './line-ends.ts'
import { readMarker } from './read-marker.ts'
import { type DocType, readTypeWord, splitTypeWord } from './type-words.ts'

/** The lines of a document in its parts; none is lost but the type word and the title, which are given joined. */
export type Parts = { head: string[]; type: DocType | null; title: string | null; body: string[]; foot: string[] }

type Opening = Omit<Parts, 'foot' | 'body'> & { bodyAt: number }

const given = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== '')

/** Where a plan, decision or notice stops naming itself: its grounds, its first heading, the body that issues it. */
const opensBody =
  /^(?:can cu|thuc hien|thi hanh|trien khai thuc hien (?:ke hoach|cong van|chi thi|quyet dinh)|nham|de |xet|theo |tren co so|tiep theo|tiep tuc|phat huy|huong ung|kinh gui|ubnd|uy ban nhan dan|chu tich|so |bo |van phong|hoi dong|ban |nam \d{4})/

/** `HIỆU TRƯỞNG TRƯỜNG …`: who issues a decision, in capitals below its title; a title in capitals may go on with such words. */
const opensIssuing =
  /^(?:ỦY|UỶ|BỘ TRƯỞNG|CHỦ TỊCH|HỘI ĐỒNG|(?:TỔNG )?GIÁM ĐỐC|(?:HIỆU|CỤC|VIỆN|CHI CỤC)?\s?TRƯỞNG|CHỦ NHIỆM|BAN (?:THƯỜNG|CHẤP|CHỈ)|CHÁNH|THƯỜNG TRỰC)(?=\s|$)/u

/** A heading or an item; not the second half of `(12/5/1946` / `- 12/5/2026)`. */
const opensItem = (line: string): boolean =>
  readMarker(line.trim()) !== null && !/^[-–+]\s*[\p{Ll}\d]/u.test(line.trim())

/** Names of what a title may go on with, so that `Sở Tài chính` in its second line does not end it. */
const isOpening = (line: string, before: string): boolean => {
  if (opensItem(line)) return true
  if (!/^\p{Lu}/u.test(line.trim()) || isCapitals(line))
    return (
      opensIssuing.test(line.trim()) &&
      !(isCapitals(before) && !/^(?:ỦY|UỶ|BỘ TRƯỞNG|CHỦ TỊCH|HỘI ĐỒNG|GIÁM ĐỐC)/u.test(line.trim()))
    )
  return opensBody.test(fold(line.trim())) && !isHanging(before)
}

/** How many lines it takes to have so many that are not empty. */
function lengthOf(lines: readonly string[], full: number): number {
  let count = 0
  const end = lines.findIndex((line) => {
    if (line.trim()) count += 1
    return count > full
  })
  return end < 0 ? lines.length : end
}

/** Does a paragraph of whole sentences begin here? `Ngày 02/02/2026, …` / `… còn ít.` */
function opensSentences(lines: readonly string[]): boolean {
  const end = lines.findIndex((line) => !line.trim())
  const paragraph = lines.slice(0, end < 0 ? 6 : end)
  const text = paragraph.join(' ').trim()
  return /^\p{Lu}\p{Ll}/u.test(text) && text.length > 60 && (/[.:]$/.test(text) || /\p{Ll}\.\s+\p{Lu}/u.test(text))
}

/** From the line below the type word on: how many lines the title takes. */
function titleLength(lines: readonly string[]): number {
  let length = 0
  let before = ''
  for (const line of lines.slice(0, lengthOf(lines, 15))) {
    if (line.trim() && before && isOpening(line, before)) return length
    const gap = !lines[length - 1]?.trim()
    if (line.trim() && before && gap && !isHanging(before) && opensSentences(lines.slice(length))) return length
    if (line.trim() && !before && opensItem(line)) return 0
    before = line.trim() || before
    length += 1
    if (/[.;]$/.test(before)) return length
  }
  return lines.findIndex((line, at) => at > 0 && !line.trim()) + 1
}

const joinTitle = (lines: readonly string[]): string | null =>
  squeeze(lines.join(' ')).replace(/^V\/v:?\s+|^["“](?=[^"”]*$)|[:.]$|(?<=^[^"“]*)["”]$/giu, '') || null

function openingWithType(lines: readonly string[], at: number): Opening {
  const same = readTypeWord(lines[at] ?? '') ? null : splitTypeWord(lines[at] ?? '')
  const below = same ? [same.rest, ...lines.slice(at + 1)] : lines.slice(at + 1)
  const length = titleLength(below)
  const type = same?.type ?? readTypeWord(lines[at] ?? '')
  return {
    head: given(lines.slice(0, at)),
    type,
    title: joinTitle(below.slice(0, length)),
    bodyAt: at + (same ? 0 : 1) + length,
  }
}

/** How the first sentence of a letter begins, as no name of a body does. */
const opensLetter =
  /^(?:can cu|thuc hien|thi hanh|trien khai|nham |de |theo |tren co so|tiep tuc|tiep theo|ngay \d|trong |vua qua|hien nay|nhan duoc|xet |sau khi|qua )/

/** `Các cơ quan, đơn vị trực thuộc` below an addressee: one more of them. */
const isBodyLine = (line: string): boolean =>
  startsWithBody(line) && line.length < 90 && !/đề nghị|yêu cầu|thông báo|nhận được|hướng dẫn/u.test(line)

/** Does the letter itself begin here, behind its addressees: after their last stop, a gap, or with words of its own? */
function isFirstOfLetter(line: string, before: string, gap: boolean): boolean {
  if (!before || /^[-–+]/.test(line) || /:$/.test(before)) return false
  if (/;$/.test(before) && !gap && isBodyLine(line)) return false
  if (/[.;]$/.test(before)) return true
  if (gap && /^\p{Lu}/u.test(line) && !/[,–-]$/.test(before)) return true
  if (isHanging(before) || /^\p{Ll}/u.test(line)) return false
  return gap || opensLetter.test(fold(line)) || (readMarker(line) !== null && /^[\dIVX]/.test(line))
}

/** `Kính gửi: - Các sở, ban, ngành;` / `- UBND các xã.`, `Kính gửi: Trưởng các phòng`: the line after them. */
function afterAddressees(lines: readonly string[], from: number): number {
  let before = ''
  let gap = false
  for (let at = from; at < Math.min(lines.length, from + 60); at += 1) {
    const line = (lines[at] ?? '').trim()
    if (line && isFirstOfLetter(line, before, gap)) return at
    gap = !line
    before = line || before
  }
  return from + 1
}

/** What ends the subject of a letter: the other column of its head. */
const isOtherColumn = (line: string): boolean => /CỘNG HÒA|CỘNG HOÀ|Độc lập|,\s*ngày|^\s*Số\s*:/u.test(line)

/** `V/v gia hạn nộp      An Sơn, ngày …` / `hồ sơ khen thưởng` → the words of the left column behind `V/v`. */
function subjectLines(lines: readonly string[]): string[] {
  const left = lines.map((line) => line.trim().split(/\s{4,}/)[0] ?? '')
  const closed = /^\s*[“"]V\/v/iu.test(lines[0] ?? '') ? left.findIndex((line) => /[”"]$/.test(line)) + 1 : 0
  const gap = left.findIndex((line, at) => at > 0 && !line && /^[\p{Lu}|]/u.test(given(left.slice(at))[0] ?? ''))
  const other = left.findIndex((line, at) => at > 0 && isOtherColumn(line))
  const end = Math.min(...[closed, gap, other].filter((at) => at > 0), left.length)
  return left.slice(0, end).map((line) => line.replace(/^.*?V\/v:?\s*/iu, ''))
}

/** A letter: `V/v …` under the number, `Kính gửi` above the body. */
function openingOfLetter(lines: readonly string[], subjectAt: number, addressedAt: number): Opening {
  const addressees = addressedAt >= 0 ? addressedAt : subjectAt + 1
  const bodyAt = addressedAt >= 0 ? afterAddressees(lines, addressedAt) : addressees
  const title = subjectAt >= 0 ? joinTitle(subjectLines(lines.slice(subjectAt, addressees))) : null
  return { head: given(lines.slice(0, bodyAt)), type: 'letter', title, bodyAt }
}

/** A head has no numbered lines: where they begin the body has begun, and a type word below names a form or an appendix. */
function linesBeforeNumbers(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => ['roman', 'article', 'number'].includes(readMarker(line.trim())?.style ?? ''))
  return end < 0 ? lines : lines.slice(0, end)
}

/** `VỀ VIỆC …` / `CHỦ TỊCH …` / `Căn cứ …` / `QUYẾT ĐỊNH:` / `Điều 1. …`: the type word above the title is lost. */
function openingWithoutType(lines: readonly string[], typeAt: number): Opening | null {
  const next = given(lines.slice(typeAt + 1, typeAt + 6))[0] ?? ''
  const at = lines.slice(0, typeAt).findIndex((line) => /^\s*(?:VỀ|Về) (?:VIỆC|việc)\s/u.test(line))
  if (at < 0 || readMarker(next.trim())?.style !== 'article') return null
  const length = titleLength(lines.slice(at))
  const title = joinTitle(lines.slice(at, at + length))
  return { head: given(lines.slice(0, at)), type: 'regulation', title, bodyAt: at + length }
}

function readOpening(lines: readonly string[]): Opening {
  const first = linesBeforeNumbers(lines.slice(0, 400))
  const addressedAt = first.findIndex((line) => /^kinh g[uo]i\b/.test(fold(line.trim())))
  const subjectAt = first.findIndex(
    (line) => /(?:^|[\s“"(])v\/v[\s:]/i.test(line) && (addressedAt < 0 || first.indexOf(line) < addressedAt),
  )
  const typeAt = first.findIndex((line) => readTypeWord(line) !== null || splitTypeWord(line) !== null)
  if (typeAt >= 0 && (subjectAt < 0 || typeAt < subjectAt))
    return openingWithoutType(lines, typeAt) ?? openingWithType(lines, typeAt)
  if (subjectAt >= 0 || addressedAt >= 0) return openingOfLetter(lines, subjectAt, addressedAt)
  return { head: [], type: null, title: null, bodyAt: 0 }
}

const isRecipients = (line: string): boolean => /^\s*noi nhan\b/.test(fold(line))

/** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`: where a signature block begins. */
const isAuthority = (line: string): boolean => /^\s*(?:TM|KT|TL|TUQ|Q|T\/M|K\/T)\s?\.\s*\p{Lu}{2}/u.test(line)

/** What stands behind a signature as a text of its own: the regulation of a decision, an appendix. */
const opensAttachment = (line: string): boolean =>
  /^\s*(?:QUY ĐỊNH|QUY CHẾ|DANH MỤC|DANH SÁCH|ĐỀ CƯƠNG|PHỤ LỤC|Phụ lục|QUY TRÌNH|BIỂU|MẪU SỐ|Chương I|CHƯƠNG I|Điều 1)(?=\s|$|[.:])/u.test(
    line,
  ) && !line.trim().endsWith(';')

/** `KẾ HOẠCH` / `Hoạt động …` / `(Kèm theo Quyết định số …)`: a plan behind the decision that issues it. */
const opensEnclosed = (lines: readonly string[], at: number): boolean =>
  /^\s*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|HƯỚNG DẪN|PHƯƠNG ÁN|NỘI QUY|THỂ LỆ|ĐỀ ÁN)\s*$/u.test(lines[at] ?? '') &&
  given(lines.slice(at + 1, at + 12)).some((line) => /^\s*\(?\s*(?:ban hành\s+)?kèm theo/iu.test(line))

const endMark = /\.\/\.?\s*$|\.\/\./

/** The signature may stand before the recipients: what is short behind `./.` belongs to the foot. */
function afterEndMark(lines: readonly string[], from: number, to: number): number {
  const end = lines.findLastIndex((line, at) => at >= from && at < to && endMark.test(line))
  const between = given(lines.slice(end + 1, to))
  return end >= 0 && between.length <= 20 && between.every((line) => line.length <= 80 && !readMarker(line.trim()))
    ? end + 1
    : to
}

const isSigned = (line: string): boolean =>
  /^\(.{2,30}\)$/u.test(line) || /^(?:[\p{L}.]{2,8}\.\s*)*(?:\p{Lu}\p{Ll}+\s){1,5}\p{Lu}\p{Ll}+$/u.test(line)
const isPost = (line: string): boolean =>
  isCapitals(line) && line.length < 60 && /TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CHÁNH|CHỦ NHIỆM/u.test(line)

/** `HIỆU TRƯỞNG` / `(Ký, đóng dấu)` / `Lê Văn An` above the recipients: where the signature begins. */
function aboveSignature(lines: readonly string[], from: number, start: number): number {
  let post = start
  for (let at = start - 1; at >= Math.max(from, start - 14); at -= 1) {
    const line = (lines[at] ?? '').trim()
    if (isPost(line)) post = at
    else if (line && (post < start || !isSigned(line))) break
  }
  return post
}

function footStart(lines: readonly string[], from: number): number {
  const recipients = lines.findIndex((line, at) => at >= from && isRecipients(line))
  const authority = lines.findIndex((line, at) => at >= from && isAuthority(line))
  const starts = [recipients, authority].filter((at) => at >= 0)
  if (starts.length) return afterEndMark(lines, from, aboveSignature(lines, from, Math.min(...starts)))
  const end = lines.findLastIndex((line, at) => at >= from && endMark.test(line))
  return end >= 0 && given(lines.slice(end + 1)).length <= 20 ? end + 1 : lines.length
}

function splitFoot(lines: readonly string[]): { body: string[]; foot: string[] } {
  const body: string[] = []
  const foot: string[] = []
  let at = 0
  while (at < lines.length) {
    const start = footStart(lines, at)
    for (const line of lines.slice(at, start)) body.push(line)
    const attachment = lines.findIndex(
      (line, place) => place > start && (opensAttachment(line) || opensEnclosed(lines, place)),
    )
    const end = attachment < 0 ? lines.length : attachment
    for (const line of given(lines.slice(start, end))) foot.push(line)
    at = end
  }
  return { body, foot }
}

/** Parts the lines: head, type word and title, body, and what stands behind it: recipients, signature, stamps. */
export function splitParts(lines: readonly string[]): Parts {
  const { bodyAt, ...opening } = readOpening(lines)
  return { ...opening, ...splitFoot(lines.slice(bodyAt)) }
}
