import { type Canvas, createCanvas, ImageData, loadImage } from '@napi-rs/canvas'
import type { Box } from '../../domain/scanned-line.ts'
import { type Refused, refuse } from '../refusal.ts'
import { pictureSize } from './picture-size.ts'

export type Picture = Canvas

/** For pdf.js, which draws its pages on it. */
export const newPicture = (width: number, height: number): Picture => createCanvas(width, height)

/** Pixels of the long side that OCR reads best: A4 at 200 to 280 dots an inch. */
const [leastLong, mostLong] = [2000, 3300]

/** A photo's bytes → its picture, upright as its camera noted, on white, of a size good to read. Refuses `corrupt`, `too_heavy`. */
export async function decodePhoto(
  bytes: Uint8Array,
  maxPixels: number,
): Promise<{ ok: true; picture: Picture } | Refused> {
  try {
    if (isHeic(bytes)) return await decodeHeic(bytes, maxPixels)
    const size = pictureSize(bytes)
    if (!size) return refuse('corrupt')
    if (size.width * size.height > maxPixels) return refuse('too_heavy')
    const image = await loadImage(Buffer.from(bytes))
    return { ok: true, picture: scaled(image, image.width, image.height) }
  } catch {
    return refuse('corrupt')
  }
}

const isHeic = (bytes: Uint8Array) =>
  /^ftyp(heic|heix|hevc|hevx|mif1|msf1)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1'))

async function decodeHeic(bytes: Uint8Array, maxPixels: number): Promise<{ ok: true; picture: Picture } | Refused> {
  const { default: heic } = await import('heic-decode')
  const images = await heic.all({ buffer: bytes })
  try {
    const [image] = images
    if (!image) return refuse('corrupt')
    const { width, height } = image
    if (width * height > maxPixels) return refuse('too_heavy')
    const whole = createCanvas(width, height)
    whole.getContext('2d').putImageData(new ImageData((await image.decode()).data, width, height), 0, 0)
    return { ok: true, picture: scaled(whole, width, height) }
  } finally {
    images.dispose()
  }
}

function scaled(
  image: Parameters<ReturnType<Canvas['getContext']>['drawImage']>[0],
  width: number,
  height: number,
): Picture {
  const long = Math.max(width, height)
  const scale = Math.min(Math.max(leastLong / long, 1), 3, mostLong / long)
  const canvas = createCanvas(Math.max(Math.round(width * scale), 1), Math.max(Math.round(height * scale), 1))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** The same picture turned by quarters of a circle, clockwise. */
export function turned(picture: Picture, quarters: number): Picture {
  const { width, height } = picture
  const canvas = createCanvas(quarters % 2 ? height : width, quarters % 2 ? width : height)
  const context = canvas.getContext('2d')
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((quarters * Math.PI) / 2)
  context.drawImage(picture, -width / 2, -height / 2)
  return canvas
}

/** Small enough to be kept of each page of a long scan, and to be sent about. */
export const toJpeg = (picture: Picture): Promise<Buffer> => picture.encode('jpeg', 80)

/** Its greys, row by row, behind a head that tells their size (PGM): OCR needs no more, and neither side packs or unpacks. */
export function toGreys(picture: Picture): Buffer {
  const head = Buffer.from(`P5\n${picture.width} ${picture.height}\n255\n`)
  const pixels = picture.data()
  const greys = Buffer.alloc(head.length + pixels.length / 4)
  head.copy(greys)
  for (let from = 0, to = head.length; from < pixels.length; from += 4, to++)
    greys[to] = ((pixels[from] ?? 0) * 77 + (pixels[from + 1] ?? 0) * 150 + (pixels[from + 2] ?? 0) * 29) >> 8
  return greys
}

/** A part of a page's picture with some of what is around it, as PNG. */
export async function cutOut(jpeg: Uint8Array, { x, y, width, height }: Box): Promise<Buffer> {
  const page = await loadImage(Buffer.from(jpeg))
  const around = Math.round(height * 0.8)
  const canvas = createCanvas(Math.min(width + around * 2, page.width), Math.min(height + around * 2, page.height))
  canvas.getContext('2d').drawImage(page, -Math.max(x - around, 0), -Math.max(y - around, 0))
  return canvas.encode('png')
}
