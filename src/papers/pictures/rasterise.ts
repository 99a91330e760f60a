import { Resvg } from '@resvg/resvg-js'
import { indexedPng } from './indexed-png.ts'
import { family, fontFiles } from './typeface.ts'

/** An SVG drawing on an opaque ground → a PNG of its own size, in the one typeface; no letter of another is looked for. */
export function rasterise(svg: string): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: family }
  return indexedPng(new Resvg(svg, { font }).render())
}
