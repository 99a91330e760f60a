export type Feed = {
  /** The id after which to begin. */
  after: number
  /** What came after an id, oldest first; empty at the end. */
  read(after: number): Promise<{ id: number; data: unknown }[]>
  /** Calls `wake` when there may be more, `end` when there never will be; returns how to stop listening. */
  listen(wake: () => void, end: () => void): () => void
  /** May the reader still read? Asked before each reading and at each beat. */
  allowed(): Promise<boolean>
}

const beatMs = 20_000
/** A reader who takes nothing while this many pieces wait for them has gone. */
const mostWaiting = 30
const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}
const encoder = new TextEncoder()

/**
 * Server-sent events from a store: a wake-up only says that there may be more, the store says what. So nothing is
 * missed between reading and listening, nothing comes twice, and a reader who was away goes on after its last id.
 * `event: ready` follows once all that was there has been read; `event: beat` says that the line is alive.
 */
export function streamEvents(feed: Feed): Response {
  let close = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const pump = createPump(feed, write)
      let stop = () => {}
      const end = () => {
        close()
        try {
          controller.close()
        } catch {
          // The reader has gone already.
        }
      }
      const beat = async () => {
        if ((controller.desiredSize ?? 0) < -mostWaiting || !(await feed.allowed())) end()
        else write('event: beat\ndata:\n\n')
      }
      const heart = setInterval(() => void beat().catch(end), beatMs)
      close = () => {
        clearInterval(heart)
        stop()
        close = () => {}
      }
      const wake = () => void pump().then((more) => more || end(), end)
      write('retry: 1000\n\n')
      stop = feed.listen(wake, end)
      wake()
    },
    cancel: () => close(),
  })
  return new Response(body, { headers })
}

/** Reads on from the last id until nothing is left; called while reading, it reads once more. False: no more for this reader. */
function createPump(feed: Feed, write: (text: string) => void): () => Promise<boolean> {
  let last = feed.after
  let ready = false
  let busy = false
  let again = false
  const readAll = async () => {
    for (let found = await feed.read(last); found.length > 0; found = await feed.read(last)) {
      last = found.at(-1)?.id ?? last
      write(`id: ${last}\nevent: entries\ndata: ${JSON.stringify(found.map(({ data }) => data))}\n\n`)
    }
    if (!ready) write('event: ready\ndata: {}\n\n')
    ready = true
  }
  return async () => {
    again = true
    if (busy) return true
    busy = true
    while (again) {
      again = false
      if (!(await feed.allowed())) return false
      await readAll()
    }
    busy = false
    return true
  }
}
