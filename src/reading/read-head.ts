import { documentNumber, tidyNumber } from './document-number.ts'
import { fold, isCapitals, squeeze } from './fold.ts'
import { fullDate, printedDay } from './printed-day.ts'

export type Head = {
  number: string | null
  issuer: string | null
  place: string | null
  issuedOn: string | null
  /** The year beside a day left blank: `ngày    tháng 5 năm 2023`. */
  year: number | null
}

/** `Số: 5/KH-UBND`, `Sá:5/SYT-NVY`; a blank number (`Số:    /KH-UBND`) is none. */
const numberLine = new RegExp(String.raw`(?<!\p{L})S[ốôỐÔáÁÓóo]\s*[:;.]?\s*(${documentNumber})`, 'u')

/** `Đồi Thông, ngày 07 tháng 4 năm 2026`; the place is the capitalised words before the comma. */
const placeLine =
  /(?<![\p{L}\d-])((?:(?:TP\.|\p{Lu}[’']?\p{L}*\p{Ll}|\p{Lu}|\d{1,2})\s+){0,4}(?:\p{Lu}[’']?\p{L}*\p{Ll}|\d{1,2}))\s*,\s*ngày/u
const issueDay = new RegExp(String.raw`ngày\s*${fullDate}`, 'u')

const country =
  /C[ỘO]NG\s+H[ÒOÓ][ÀAÁ]?\s+X[ÃA](?:\s+H[ỘO]I|$)|(?:H[ỘO]I\s+)?CH[ỦU]\s+NGH[ĨI]A\s+VI[ỆE]T|Đ[ộo]c\s+l[ậa]p\s+-|ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN TNCS HỒ CHÍ MINH/u

/** The left column of the head: what a line says of the issuer, without the country's name and motto beside it. */
const issuerPart = (line: string): string => {
  const at = line.search(country)
  const left = squeeze(at >= 0 ? line.slice(0, at) : line).replace(/^\*+|[\s|*]+$/g, '')
  return isCapitals(left) &&
    !/\d{3}|\/|:/.test(left) &&
    !/^(?:CHỦ NGHĨA|VIỆT NAM|MẬT|TỐI MẬT|HỎA TỐC|KHẨN|DỰ THẢO)/u.test(left)
    ? left
    : ''
}

const opensBodyName =
  /^(?:ubnd|uy ban|so (?!\d)|bo |hoi |hdnd|van phong|phong |ban |trung tam|truong |dang |(?:tinh|huyen|thanh|thi|quan|xa|phuong) (?:uy|doan|hoi)|chi (?:cuc|bo|hoi|doan|nhanh)|cuc |lien |cong (?:doan|ty|an)|mat tran|benh vien|tram |bch |khoi |cum |htx |hop tac xa|doan |tong |vien |hoc vien|lien minh|kho bac|bao hiem|ngan hang)/

/** Bodies that are nothing without the one above them: `TỈNH ĐOÀN …` / `BAN THƯỜNG VỤ`. */
const ofAnother = /^(?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BCH|BTV|THƯỜNG TRỰC)$/u

/** `UBND TỈNH …` / `SỞ …` / `VÀ XÃ HỘI`: the last body named, with the lines that go on with its name. */
function readIssuer(head: readonly string[]): string | null {
  const bodies: string[] = []
  for (const part of head.map(issuerPart).filter(Boolean)) {
    if (bodies.length && !opensBodyName.test(fold(part))) bodies[bodies.length - 1] += ` ${part}`
    else bodies.push(part)
  }
  const last = bodies.at(-1) ?? null
  const above = bodies.at(-2)
  return last && above && ofAnother.test(last) ? `${last} ${above}` : last
}

/** What the head of a document says of it; whatever is blank or missing is null. */
export function readHead(head: readonly string[]): Head {
  const text = head.map(squeeze).join('\n')
  const number = numberLine.exec(text)?.[1]
  const day = issueDay.exec(squeeze(text))
  const year = /tháng[^,;]{0,12}năm\s+(\d{4})/u.exec(squeeze(text))?.[1]
  const place = [...head, squeeze(text)].map((line) => placeLine.exec(line)?.[1]).find(Boolean)
  return {
    number: number ? tidyNumber(number) : null,
    issuer: readIssuer(head),
    place: place ?? null,
    issuedOn: day && printedDay(day),
    year: year ? Number(year) : null,
  }
}
