import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const family = 'Be Vietnam Pro'
const weights = ['400Regular', '600SemiBold'] as const

/** The typeface as whole files: from the parts that the pages load, letters would vanish without a word. */
export const fontFiles: string[] = weights.map((weight) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`)),
)

/** How wide letters are, in parts of the size. */
type Widths = (letter: string) => number

/** The widths of a TrueType file: its tables `cmap` (format 4: which glyph draws a letter) and `hmtx` (how wide it is). */
function readWidths(file: string): Widths {
  const bytes = readFileSync(file)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16
    tables.set(bytes.toString('latin1', at, at + 4), view.getUint32(at + 8))
  }
  const table = (name: string) => tables.get(name) ?? 0
  const unitsPerEm = view.getUint16(table('head') + 18)
  const mostWidths = view.getUint16(table('hhea') + 34)
  const widthOf = (glyph: number) => view.getUint16(table('hmtx') + 4 * Math.min(glyph, mostWidths - 1)) / unitsPerEm
  const glyphs = readGlyphs(view, table('cmap'))
  const known = new Map<string, number>()
  return (letter) => {
    const wide = known.get(letter) ?? widthOf(glyphs(letter.codePointAt(0) ?? 0))
    known.set(letter, wide)
    return wide
  }
}

/** The segments of a `cmap` of format 4: code → glyph, 0 where the file has none. */
function readGlyphs(view: DataView, cmap: number): (code: number) => number {
  const offsets = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => view.getUint32(cmap + 8 + index * 8))
  const at = cmap + (offsets.find((offset) => view.getUint16(cmap + offset) === 4) ?? 0)
  const size = view.getUint16(at + 6)
  const [ends, starts, deltas, ranges] = [at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size]
  return (code) => {
    for (let part = 0; part < size; part += 2) {
      if (code > view.getUint16(ends + part)) continue
      const start = view.getUint16(starts + part)
      if (code < start) return 0
      const range = view.getUint16(ranges + part)
      const glyph = range === 0 ? code : view.getUint16(ranges + part + range + 2 * (code - start))
      return glyph === 0 ? 0 : (glyph + view.getInt16(deltas + part)) & 0xffff
    }
    return 0
  }
}

const widths = new Map<string, Widths>()

/** The width of words set in the typeface, in pixels; letters that it lacks count as its empty box. */
export function textWidth(words: string, size: number, weight: 'regular' | 'bold' = 'regular'): number {
  const file = fontFiles[weight === 'bold' ? 1 : 0] ?? ''
  const widthOf = widths.get(file) ?? readWidths(file)
  widths.set(file, widthOf)
  return [...words.normalize('NFC')].reduce((sum, letter) => sum + widthOf(letter), 0) * size
}
