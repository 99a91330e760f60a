/** How a numbered, lettered or dashed line begins. */
export type Marker = {
  /** As written: `4.`, `a)`, `III.`, `Điều 6.`, `-`. */
  written: string
  /** Markers of one style are siblings: `III.` and `IV.`, `a)` and `b)`. */
  style: string
  /** What it adds to the section path: `III`, `4`, `a`, `2.1`, `Đ6`, `PL1`; `` for dashes and chapters. */
  name: string
  /** Its place in the row: `III.` is 3, `đ)` is 5; 0 where there is no row. */
  place: number
}

const letters = 'abcdđeghiklmnopqrstuvxy'
const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }

/** `XIV` → 14; 0 for what is no Roman number. */
export function romanValue(text: string): number {
  if (!/^(?=.)X{0,3}(?:IX|IV|V?I{0,3})$/.test(text)) return 0
  const digits = [...text].map((letter) => romanDigits[letter] ?? 0)
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
}

type Shape = { example: string; pattern: RegExp; read: (found: RegExpExecArray) => Omit<Marker, 'written'> | null }

const plain = (style: string, name: string, place: number): Omit<Marker, 'written'> => ({ style, name, place })

const shapes: Shape[] = [
  {
    example: 'Điều 6. Trách nhiệm',
    pattern: /^Điều\s+(\d{1,3}[a-zđ]?)(?:[.:](?=\s|$|\p{L})|(?=$))/u,
    read: ([, number]) => plain('article', `Đ${number}`, Number.parseInt(number ?? '', 10)),
  },
  {
    example: 'PHỤ LỤC II',
    pattern: /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số))?(?:\s+([IVX]+|\d{1,2}))?\s*(?=$|[.:–-]|\p{Lu}{2}|\()/u,
    read: ([, number]) => {
      const place = number ? romanValue(number) || Number(number) : 1
      return plain('appendix', `PL${place}`, place)
    },
  },
  {
    example: 'Chương II',
    pattern:
      /^(?:CHƯƠNG|Chương|PHẦN|Phần|MỤC|Mục)\s+(?:thứ\s+\p{Ll}+|THỨ\s+\p{Lu}+|[IVX]+|\d{1,2})(?=$|[.:]|\s+\p{Lu}{2})[.:]?/u,
    read: ([whole]) => plain(whole.slice(0, 3).toLowerCase(), '', 0),
  },
  {
    example: '1.2.1. Sở Y tế; I.2 Yêu cầu',
    pattern: /^((?:[IVX]{1,5}|\d{1,2}|[A-Za-zđ])(?:\.\d{1,2}){1,3})(?:[.)-]?(?=\s|$)|[.)](?=\p{L}))/u,
    read: ([, number]) => {
      const parts = (number ?? '').split('.')
      return plain(`composite${parts.length}`, number ?? '', Number(parts.at(-1)))
    },
  },
  {
    example: 'III. TỔ CHỨC; III- TỔ CHỨC',
    pattern: /^([IVX]{1,6})(?:\s?[.)](?=\s|$|\p{L})|\/\s|\s?[-–](?=\s))/u,
    read: ([, number]) => (romanValue(number ?? '') ? plain('roman', number ?? '', romanValue(number ?? '')) : null),
  },
  {
    example: '4. Khẩu hiệu; 4/ Khẩu hiệu; 4- Khẩu hiệu',
    pattern: /^(\d{1,2})(?:\s?[.](?=\s|$|\p{L}|["“])|\/-?(?=\s|\p{L})|[-–](?=\s+\p{L})|\s?\)(?=\s|$|\p{L}))/u,
    read: ([whole, number]) =>
      plain(whole.endsWith(')') ? 'number)' : 'number', String(Number(number)), Number(number)),
  },
  {
    example: 'đ) Đối tượng khác',
    pattern: /^([a-zđ])(?:\s?\)(?=\s|$|\p{L})|[./](?=\s|$)|-(?=\s\p{Lu}))/u,
    read: ([, letter]) => plain('letter', letter ?? '', letters.indexOf(letter ?? '') + 1),
  },
  {
    example: 'iii) Bình xét công khai',
    pattern: /^(i{2,3}|iv|vi{1,3}|ix)\)(?=\s|\p{L})/u,
    read: ([, name]) => plain('letter', name ?? '', letters.indexOf('i') + romanValue((name ?? '').toUpperCase())),
  },
  {
    example: '(1) Xây dựng; (a) Có kế hoạch',
    pattern: /^\((\d{1,2}|[a-zđ]|i{1,3}|iv|vi{0,3})\)(?=\s|\p{L})/u,
    read: ([, name]) =>
      plain(
        /\d/.test(name ?? '') ? '(number)' : '(letter)',
        name ?? '',
        Number(name) || letters.indexOf(name ?? '') + 1,
      ),
  },
  {
    example: 'B. CỤM THI ĐUA',
    pattern: /^([A-HĐ])[.)](?=\s|$)/u,
    read: ([, letter]) => plain('capital', letter ?? '', letters.indexOf((letter ?? '').toLowerCase()) + 1),
  },
  { example: '- Giấy khen.', pattern: /^[-–—−•●▪◦‣·*](?=\s|\p{L}|["“(]|$)/u, read: () => plain('-', '', 0) },
  { example: '+ Cá nhân', pattern: /^[+](?=\s|\p{L}|$)/u, read: () => plain('+', '', 0) },
]

/** The marker that a line begins with, null where it begins with a word. */
export function readMarker(line: string): Marker | null {
  for (const { pattern, read } of shapes) {
    const found = pattern.exec(line)
    const marker = found && read(found)
    if (found && marker) return { written: found[0].trim(), ...marker }
  }
  return null
}

/** Does the marker only set apart, without number or letter? */
export const isBullet = (marker: Marker | null): boolean => marker?.style === '-' || marker?.style === '+'
