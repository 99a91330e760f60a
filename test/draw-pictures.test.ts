import { afterEach, expect, test } from 'vitest'
import { createPainter, type Painter } from '../src/draw-pictures.ts'
import { drawProgressWork } from '../src/draw-progress-work.ts'
import type { Job } from '../src/jobs/work.ts'
import type { ProgressPicture } from '../src/papers/pictures/progress-picture.ts'
import type { AccountRow } from '../src/store/schema.ts'
import { pictureWith } from './papers/pictures/picture-with.ts'

const picture = pictureWith({ units: ['Thôn Đoàn Kết'] })
const png = '89504e470d0a1a0a'
const startOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 8)).toString('hex')

let painter: Painter
afterEach(() => painter.stop())

test('pictures asked for at once are drawn one after the other, in a process of their own', async () => {
  painter = createPainter()
  const drawn = await Promise.all([picture, { ...picture, title: 'Thôn 2' }].map(painter.draw))
  expect(drawn.map(startOf)).toEqual([png, png])
  expect(Buffer.compare(...(drawn as [Uint8Array, Uint8Array]))).not.toBe(0)
})

test('one that cannot be drawn says why, and the next is drawn all the same', async () => {
  painter = createPainter()
  const broken = { ...picture, theme: 'pink' } as unknown as ProgressPicture
  await expect(painter.draw(broken)).rejects.toThrow(/theme/)
  expect(startOf(await painter.draw(picture))).toBe(png)
})

test('the same picture is drawn once, and anew where its file is gone', async () => {
  painter = createPainter()
  const kept = new Map<string, Uint8Array>()
  const asked: ProgressPicture[] = []
  const files = {
    keep: async (bytes: Uint8Array) => {
      kept.set('h', bytes)
      return 'h'
    },
    bytes: async (hash: string) => kept.get(hash) ?? null,
  }
  const drawNothing = async (one: ProgressPicture) => {
    asked.push(one)
    return new Uint8Array(1)
  }
  const counting = { ...painter, draw: drawNothing }
  const work = drawProgressWork({ files, painter: counting })
  const draw = () => work({ picture, name: 'a.png' }, {} as AccountRow, {} as Job)
  const done = { ok: true, file: { hash: 'h', name: 'a.png', mime: 'image/png' } }
  expect([await draw(), await draw()]).toEqual([done, done])
  expect(asked).toHaveLength(1)
  kept.clear()
  await draw()
  expect(asked).toHaveLength(2)
})
