import { readFile, writeFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'

// node tools/make-icons.ts
// Draws the icons of the installed web chat from the program's sign. A maskable one fills the square, with the sign in
// the middle four fifths, since devices cut their own shape out of it.
const folder = new URL('../src/web/public/', import.meta.url)
const sign = await readFile(new URL('mark.svg', folder), 'utf8')
const ground = /<rect[^>]*fill="(?<color>[^"]+)"/.exec(sign)?.groups?.color ?? '#ffffff'
const star = sign.replace(/<rect[^>]*\/>/, '')

async function draw(size: number, maskable: boolean): Promise<Buffer> {
  const canvas = createCanvas(size, size)
  const context = canvas.getContext('2d')
  const shown = maskable ? size * 0.8 : size
  if (maskable) {
    context.fillStyle = ground
    context.fillRect(0, 0, size, size)
  }
  const sized = (maskable ? star : sign).replace('<svg ', `<svg width="${shown}" height="${shown}" `)
  context.drawImage(await loadImage(Buffer.from(sized)), (size - shown) / 2, (size - shown) / 2, shown, shown)
  return canvas.encode('png')
}

for (const size of [180, 192, 512]) await writeFile(new URL(`icon-${size}.png`, folder), await draw(size, false))
await writeFile(new URL('icon-maskable-512.png', folder), await draw(512, true))
