/** What holds inside one pair of braces: is it shown, in which code page are its bytes, how many stand in for a `\u`. */
type Group = { hidden: boolean; codePage: string; instead: number }
type Rtf = {
  group: Group
  groups: Group[]
  text: string[]
  /** Signs still to be passed over: what older programs show in place of a `\u`. */
  skip: number
  /** Code pages of the fonts, by number; and the font whose row of the table is being read. */
  fonts: Map<number, string>
  font: number
  pageOfAll: string
}

export const newRtf = (): Rtf => ({
  group: { hidden: false, codePage: 'windows-1252', instead: 1 },
  groups: [],
  text: [],
  skip: 0,
  fonts: new Map(),
  font: 0,
  pageOfAll: 'windows-1252',
})

/** One byte of words. */
export function write(rtf: Rtf, byte: number) {
  if (rtf.skip > 0) rtf.skip -= 1
  else if (!rtf.group.hidden) rtf.text.push(byte < 128 ? String.fromCharCode(byte) : decode(byte, rtf.group.codePage))
}

const decode = (byte: number, codePage: string) => new TextDecoder(codePage).decode(Uint8Array.of(byte))

/** Groups that hold no words of the document. Page heads stay: some bear a mark of secrecy. */
const hidden = new Set(
  `* colortbl stylesheet info pict object objdata listtable listoverridetable rsidtbl generator themedata datastore
  latentstyles footer footerl footerr footerf footnote fldinst xmlnstbl fonttbl`.split(/\s+/),
)

const shown: Record<string, string> = {
  ...Object.fromEntries('par line sect page row cell nestcell nestrow \n \r'.split(' ').map((word) => [word, '\n'])),
  ...{ tab: ' ', '~': '\u00A0', _: '-', '-': '', '{': '{', '}': '}', '\\': '\\' },
  ...{ emdash: '—', endash: '–', bullet: '-', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
}

const charsets: Record<number, string> = {
  163: 'windows-1258',
  238: 'windows-1250',
  0: 'windows-1252',
  1: 'windows-1252',
}

/** One control word, with its number where it has one. */
export function control(rtf: Rtf, word: string, number: number | null) {
  const { group } = rtf
  if (hidden.has(word)) group.hidden = true
  else if (word === 'ansicpg') rtf.pageOfAll = group.codePage = codePage(number)
  else if (word === 'uc') group.instead = Math.min(number ?? 1, 8)
  else if (word === 'f') chooseFont(rtf, number ?? 0)
  else if (word === 'fcharset') rtf.fonts.set(rtf.font, charsets[number ?? 0] ?? rtf.pageOfAll)
  else if (word === 'bin') rtf.skip = number ?? 0
  else if (word === 'u' && !group.hidden) {
    rtf.text.push(String.fromCharCode((number ?? 63) & 0xffff))
    rtf.skip = group.instead
  } else if (!group.hidden && shown[word] !== undefined) rtf.text.push(shown[word] ?? '')
}

function chooseFont(rtf: Rtf, font: number) {
  rtf.font = font
  rtf.group.codePage = rtf.fonts.get(font) ?? rtf.pageOfAll
}

const codePage = (number: number | null) =>
  [1250, 1251, 1252, 1258].includes(number ?? 0) ? `windows-${number}` : 'windows-1252'
