import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

export type Serving = { port: number; stop(): Promise<void> }

const patienceMs = 5_000

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Event streams end by themselves when their channel stops; what hangs on longer is cut.
    const patience = setTimeout(() => server.closeAllConnections(), patienceMs)
    server.close(() => {
      clearTimeout(patience)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Listens on a host and port (0: a free one); refuses when the port is taken. Stopping lets answers underway finish. */
export function serve(
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Serving> {
  const server = createAdaptorServer({ fetch }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        stop: () => stopServer(server),
      })
    })
  })
}
