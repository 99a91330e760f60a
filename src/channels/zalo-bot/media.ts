/** Where Zalo keeps what people send. Any other address may be one of the office's own network. */
const mediaHosts = ['.zdn.vn', '.zadn.vn']
const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host)
const fetchTimeoutMs = 60_000

export type Media = {
  mayFetch(url: string): boolean
  /** The bytes at an address, at most `most` of them. */
  bytes(url: string, most: number): Promise<Uint8Array>
}

/** Fetches pictures by their public address: https from Zalo's hosts, and beside a server on loopback from that one. */
export function createMedia(apiRoot: string | null): Media {
  const own = apiRoot === null || !isLoopback(new URL(apiRoot).hostname) ? null : new URL(apiRoot).host

  function mayFetch(url: string): boolean {
    if (!URL.canParse(url)) return false
    const { protocol, host, hostname, port } = new URL(url)
    if (own !== null && host === own) return true
    return protocol === 'https:' && port === '' && mediaHosts.some((suffix) => hostname.endsWith(suffix))
  }

  return {
    mayFetch,
    async bytes(url, most) {
      if (!mayFetch(url)) throw new Error('The picture is not kept by Zalo.')
      // A redirect could lead anywhere; a Referer is answered with 403.
      const answer = await fetch(url, {
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(fetchTimeoutMs),
      })
      if (!answer.ok || !answer.body) throw new Error(`The download ended with ${answer.status}.`)
      return readAtMost(answer.body, most)
    },
  }
}

async function readAtMost(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) throw new Error(`The download is longer than ${most} bytes.`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
