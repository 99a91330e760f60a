import { Resvg } from '@resvg/resvg-js'
import { family, fontFiles } from './typeface.ts'

/** An SVG drawing → a PNG picture of its own size, in the one typeface; no letter of another is looked for. */
export function rasterise(svg: string): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: family }
  return new Resvg(svg, { font }).render().asPng()
}
