const dayS = 24 * 60 * 60

/** The cookies of sign-in: what they hold is checked by hash, how long they last in seconds. */
const cookies = { session: 30 * dayS, pairing: 10 * 60 } as const
type Cookie = keyof typeof cookies

/** Over https the name binds the cookie to this host alone: no other host or path can set one before us. */
const nameOf = (cookie: Cookie, secure: boolean) => (secure ? `__Host-${cookie}` : cookie)

/** Does the browser reach us over https, by itself or through a proxy? */
export const isSecure = (request: Request, publicUrl: string | null): boolean =>
  new URL(request.url).protocol === 'https:' || (publicUrl?.startsWith('https:') ?? false)

/** The secret in a cookie of this request, or null. */
export function readCookie(request: Request, cookie: Cookie, secure: boolean): string | null {
  const found = new RegExp(`(?:^|;\\s*)${nameOf(cookie, secure)}=([\\w-]{20,200})(?:;|$)`)
  return found.exec(request.headers.get('cookie') ?? '')?.[1] ?? null
}

/** The Set-Cookie header that keeps a secret, or that forgets it where it is null. */
export function cookieHeader(cookie: Cookie, value: string | null, secure: boolean): string {
  const age = value === null ? 0 : cookies[cookie]
  const kept = `${nameOf(cookie, secure)}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}`
  return secure ? `${kept}; Secure` : kept
}
