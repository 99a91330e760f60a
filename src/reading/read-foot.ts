import type { PlanDraft } from '../domain/plan.ts'
import { fold, isCapitals, squeeze } from './fold.ts'
import { fullDate, printedDay } from './printed-day.ts'

export type Foot = Pick<PlanDraft, 'signer' | 'recipients' | 'issuedOnGuess'>

const isoStamp = /(\d{4})-(\d\d)-(\d\d)[T ]\d\d:\d\d/
const spelledStamp = new RegExp(String.raw`(?:giờ|ngày|thời gian) ký[^\d]{0,12}${fullDate}`, 'iu')

/** The day of a digital signature: `2026-04-07T09:30:00+0700`, `Giờ ký: 07/04/2026 09:30`. */
function stampDay(line: string): string | null {
  const iso = isoStamp.exec(line)
  if (iso) return printedDay([line, iso[3], iso[2], iso[1]])
  const spelled = spelledStamp.exec(line)
  return spelled && printedDay(spelled)
}

const isSigning = (text: string): boolean => isCapitals(text) && !/^\s*[-–+]/.test(text)

/** `Lê Thị Tám`, `NGUYỄN VĂN AN`: two to six words, each with a capital, nothing else. */
const isName = (text: string): boolean => /^(?:\p{Lu}[\p{L}’']*\s+){1,5}\p{Lu}[\p{L}’']*$/u.test(text)

const titleWord =
  /^(?:tm|kt|tl|tuq|q)\s?\.|chu tich|giam doc|truong|pho |chanh|bi thu|cuc |bo |thu truong|hieu truong|uy ban|uy vien|hoi dong|ban |thuong truc|giam|so |phong |to truong|noi nhan|da ky|\(/

const isPosition = (text: string): boolean => isSigning(text) && titleWord.test(fold(text))

/** `- Cán bộ, công chức xã;            Lê Thị Tám` → both columns; one space is enough before a name, a position or a bracket. */
function columns(line: string): { left: string; right: string } {
  const recipients = /^\s*(nơi nhận\s*:?)\s*(.*)$/iu.exec(line)
  if (recipients) return { left: '', right: recipients[2] ?? '' }
  const far = /^\s{12,}(\S.*)$/.exec(line)
  if (far) return { left: '', right: far[1] ?? '' }
  const wide = /^\s*(\S.*?\S)\s{4,}(\S.*)$/.exec(line)
  if (wide) return { left: wide[1] ?? '', right: squeeze(wide[2] ?? '') }
  const close = /^\s*([-–+].*?[;.])\s+(\S.*)$/u.exec(line)
  const right = squeeze(close?.[2] ?? '')
  if (close && (isName(right) || isPosition(right) || /^\(.*\)$/.test(right))) return { left: close[1] ?? '', right }
  return { left: line.trim(), right: '' }
}

/** `TM. ỦY BAN` / `NHÂN DÂN`: a position that a narrow column has broken. */
const isBrokenPosition = (text: string): boolean => /(?:ỦY BAN|UỶ BAN|NHÂN|HỘI|ĐỒNG|VĂN)$/u.test(text)

function joinPositions(texts: readonly string[]): string[] {
  const whole: string[] = []
  for (const text of texts) {
    const last = whole.at(-1)
    const goesOnBroken = last && isBrokenPosition(last) && isCapitals(text) && !isPosition(text)
    if (goesOnBroken) whole[whole.length - 1] = `${last} ${text}`
    else whole.push(text)
  }
  return whole
}

/** `ThS. Lê Văn An`, `BSCKII. …`, `Thiếu tá …`: what stands before a name. */
const degree =
  /^(?:(?:PGS|GS|TS|ThS|Th\.S|BS|BSCK|CK|DS|CN|KS|LS|NGND|NGƯT|TTND|TTƯT)\s?(?:CK)?\s?(?:I{1,2})?[.,]+\s*)+|^(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)\s+/u

/** The column of the signature: authority and position in capitals, then the name. */
function readSigner(lines: readonly string[]): PlanDraft['signer'] {
  const texts = lines.map((line) => columns(line))
  const column = texts
    .flatMap(({ left, right }) => [right, /^[-–+(]/.test(left) ? '' : left])
    .map(squeeze)
    .filter(Boolean)
  const signing = joinPositions(column)
  const position = signing.filter(isPosition).join(', ') || null
  const from = signing.findIndex(isPosition)
  const names = signing.slice(from + 1).map((text) => text.replace(degree, ''))
  const name =
    names.find((text) => isName(text) && !isPosition(text) && !isCapitals(text)) ??
    names.find((text) => isName(text) && !isPosition(text))
  return name || position ? { name: name ?? null, position } : null
}

/** May the line go on with the recipient above it: neither signature nor stamp? */
const goesOn = (text: string): boolean => !isSigning(text) && !isName(text) && !/^\d/.test(text)

/** The column of recipients: each dash begins one, a line without dash goes on with it, the right column is left out. */
function readRecipients(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => /^\s*noi nhan/.test(fold(line)))
  if (start < 0) return []
  const recipients: string[] = []
  let open = false
  const beside = /nơi nhận\s*:\s*(\S.*)$/iu.exec(lines[start] ?? '')?.[1] ?? ''
  const named = beside.split(/;\s*/).filter((part) => /;/.test(beside) && /\p{Ll}/u.test(part))
  recipients.push(...named)
  for (const line of lines.slice(start + 1).flatMap((one) => one.split(/(?<=[;.])\s+(?=[-–]\s)/))) {
    const { left } = columns(line)
    const dashed = /^[-–+]/.test(left)
    if (dashed) recipients.push(left)
    else if (open && left && goesOn(left)) recipients.push(`${recipients.pop() ?? ''} ${left}`)
    open = dashed || (open && (left === '' || goesOn(left)))
    if (/[;.]\s*$/.test(recipients.at(-1) ?? '')) open = false
  }
  return recipients.map((text) => squeeze(text.replace(/^[-–+]\s*|[;.,]\s*$/g, ''))).filter((text) => text.length > 1)
}

/** Who signed, who receives, and the day of a digital signature, from the lines behind the body. */
export function readFoot(lines: readonly string[]): Foot {
  const stamps = lines.flatMap((line) => stampDay(line) ?? [])
  return { signer: readSigner(lines), recipients: readRecipients(lines), issuedOnGuess: stamps.sort().at(-1) ?? null }
}
