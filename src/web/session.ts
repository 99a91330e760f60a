const days = 24 * 60 * 60

/** A browser's session lasts this long without a new sign-in. */
const sessionDays = 30

/** The session token of a request, or null. */
export function readToken(request: Request): string | null {
  const found = /(?:^|;\s*)session=([\w-]{20,200})(?:;|$)/.exec(request.headers.get('cookie') ?? '')
  return found?.[1] ?? null
}

/** The Set-Cookie header that keeps a token, or that forgets it where the token is null. */
export function sessionCookie(token: string | null, secure: boolean): string {
  const age = token === null ? 0 : sessionDays * days
  return `session=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`
}
