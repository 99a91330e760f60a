import type { Call } from './route.ts'

/** The address a request came from. Behind a proxy of this machine it is the one that the proxy names last. */
export function addressOf({ request, peer }: Call): string {
  const named = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  const byProxy = peer === null || peer === '127.0.0.1' || peer === '::1' || peer === '::ffff:127.0.0.1'
  return (byProxy && named) || peer || 'unknown'
}
