/**
 * The process in which pictures are drawn, one after the other: for each message with a picture it answers with the bytes of a
 * PNG, or with what went wrong. The libraries take memory that this process gives back by ending (draw-pictures.ts).
 */
import { drawProgress } from './papers/pictures/draw-progress.ts'
import { progressPicture } from './papers/pictures/progress-picture.ts'
import { rasterise } from './papers/pictures/rasterise.ts'

process.on('message', (asked) => process.send?.(draw(asked)))

function draw(asked: unknown): { png: Uint8Array } | { bug: string } {
  try {
    return { png: rasterise(drawProgress(progressPicture.parse(asked))) }
  } catch (error) {
    return { bug: String((error as Error)?.stack ?? error) }
  }
}
