import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ProgressPicture } from './papers/pictures/progress-picture.ts'

export type Painter = {
  /** A picture → the bytes of its PNG. Throws where the drawing broke or took too long. */
  draw(picture: ProgressPicture): Promise<Uint8Array>
  /** Ends the process that draws; the next picture begins another. */
  stop(): void
}

const module = fileURLToPath(new URL('./draw-picture-child.ts', import.meta.url))
const mostMs = 30_000
const idleMs = 10_000
/** What the libraries keep grows with the pictures: after so many another process draws. */
const mostPictures = 200
const answer = z.union([z.object({ png: z.instanceof(Uint8Array) }), z.object({ bug: z.string() })])

/** Nothing of the parent's environment goes along; pictures go back to the system when they are done with. */
const start = (): ChildProcess =>
  fork(module, [], {
    env: { MALLOC_MMAP_THRESHOLD_: '1000000', MALLOC_ARENA_MAX: '1' },
    execArgv: ['--max-old-space-size=96', '--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/** A child that draws nothing holds up nobody's end. */
function letGo(child: ChildProcess) {
  child.unref()
  child.channel?.unref()
}
function hold(child: ChildProcess) {
  child.ref()
  child.channel?.ref()
}

/** Draws pictures one after the other in a process of its own, which ends when it has had nothing to draw for a while. */
export function createPainter(): Painter {
  let child: ChildProcess | null = null
  let drawn = 0
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  function stop() {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
    drawn = 0
  }
  async function drawNow(picture: ProgressPicture): Promise<Uint8Array> {
    clearTimeout(idle)
    if (drawn >= mostPictures) stop()
    child ??= start()
    drawn += 1
    hold(child)
    try {
      return await ask(child, picture)
    } catch (error) {
      stop()
      throw error
    } finally {
      if (child) letGo(child)
      idle = setTimeout(stop, idleMs).unref()
    }
  }
  return {
    draw(picture) {
      const drawing = last.then(() => drawNow(picture))
      last = drawing.catch(() => {})
      return drawing
    },
    stop,
  }
}

/** One question to the child and its answer; a child that dies or is too slow breaks it off. */
function ask(child: ChildProcess, picture: ProgressPicture): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error('Drawing a picture took too long.'))), mostMs)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      child.removeAllListeners()
      settle()
    }
    child.on('error', (error) => end(() => reject(error)))
    child.on('exit', () => end(() => reject(new Error('The process that draws pictures ended.'))))
    child.on('message', (said) => {
      const answered = answer.parse(said)
      end(() => ('png' in answered ? resolve(answered.png) : reject(new Error(answered.bug))))
    })
    child.send(picture, () => {})
  })
}
