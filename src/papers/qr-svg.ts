import { create, toBuffer } from 'qrcode'

const quiet = 4

/** An address → its QR code as an SVG drawing of one path, black on nothing; `label` says in words what it is. */
export function qrSvg(address: string, label: string): string {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark = Array.from(modules.data).flatMap((on, index) =>
    on ? [`M${quiet + (index % size)} ${quiet + Math.floor(index / size)}h1v1h-1z`] : [],
  )
  const side = size + 2 * quiet
  const said = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return (
    `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${said}" ` +
    `shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`
  )
}

/** The same as a PNG picture of a few kilobytes, for chats; what it says stands in words beside it. */
export const qrPng = (words: string): Promise<Uint8Array> =>
  toBuffer(words, { type: 'png', errorCorrectionLevel: 'M', margin: quiet, scale: 8 })
