export type Feed = {
  /** The id after which to begin. */
  after: number
  /** What came after an id, oldest first; empty at the end. */
  read(after: number): Promise<{ id: number; data: unknown }[]>
  /** Calls `wake` when there may be more, `end` when there never will be; returns how to stop listening. */
  listen(wake: () => void, end: () => void): () => void
}

const heartbeatMs = 20_000
const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }

/**
 * Server-sent events from a store: a wake-up only says that there may be more, the store says what. So nothing is
 * missed between reading and listening, nothing comes twice, and a reader who was away goes on after its last id.
 * `event: ready` follows once all that was there has been read.
 */
export function streamEvents(feed: Feed): Response {
  const encoder = new TextEncoder()
  let close = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const pump = createPump(feed, write)
      const heartbeat = setInterval(() => write(': \n\n'), heartbeatMs)
      let stop = () => {}
      close = () => {
        clearInterval(heartbeat)
        stop()
        close = () => {}
      }
      const end = () => {
        close()
        try {
          controller.close()
        } catch {
          // The reader has gone already.
        }
      }
      const wake = () => void pump().catch(end)
      write('retry: 1000\n\n')
      stop = feed.listen(wake, end)
      wake()
    },
    cancel: () => close(),
  })
  return new Response(body, { headers })
}

/** Reads on from the last id until nothing is left; called while reading, it reads once more. */
function createPump(feed: Feed, write: (text: string) => void): () => Promise<void> {
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
    if (busy) return
    busy = true
    while (again) {
      again = false
      await readAll()
    }
    busy = false
  }
}
