import type { WebOptions } from './options.ts'
import { json, type Route } from './route.ts'

const text = (body: string, type: string) =>
  new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } })

/** Is the process up, can it work, and its figures. */
export function healthRoutes({ unready, metrics }: Pick<WebOptions, 'unready' | 'metrics'>): Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: () => text('ok\n', 'text/plain; charset=utf-8') },
    {
      method: 'GET',
      path: '/readyz',
      async handle() {
        // Who cannot even be asked is the store.
        const waiting = await unready().catch(() => ['store'])
        return json({ ready: waiting.length === 0, waiting }, waiting.length === 0 ? 200 : 503)
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      async handle() {
        const page = await metrics.page()
        return text(page.text, page.type)
      },
    },
  ]
}
