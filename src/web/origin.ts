const isLoopbackName = (name: string) => name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)

function readUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Was this asked by a page of ours, or by no page at all (a program)? Browsers name the asking page in Origin. */
export function isOwnPage(request: Request, publicUrl: string | null): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return !['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '')
  const hosts = [new URL(request.url).host, publicUrl && readUrl(publicUrl)?.host]
  return hosts.includes(readUrl(origin)?.host ?? '')
}

/** Is the machine itself asking: a loopback Host (against rebound names), and no page from elsewhere? */
export function isLoopbackCall(request: Request): boolean {
  return isLoopbackName(new URL(request.url).hostname) && isOwnPage(request, null)
}
