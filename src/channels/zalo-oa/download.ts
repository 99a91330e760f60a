import { fileHosts } from './terms.ts'

const largest = 20 * 1024 * 1024
const timeoutMs = 60_000
const mostHops = 3

/** May a file be fetched from here? Zalo's own hosts by https; `ours`: an API root that stands in for Zalo's on loopback. */
export function isFileAddress(address: string, ours: string | null): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, origin, username } = new URL(address)
  if (ours !== null && origin === new URL(ours).origin) return true
  const isZalo = fileHosts.some((suffix) => hostname.endsWith(suffix))
  return isZalo && protocol === 'https:' && port === '' && username === ''
}

/** The bytes at an address that came in an event: anybody who could forge one could name any host, so only Zalo's are asked. */
export async function download(address: string, ours: string | null, hops = mostHops): Promise<Uint8Array> {
  if (!isFileAddress(address, ours)) throw new Error('The file does not lie with Zalo.')
  const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
  const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
  if (next !== null && hops > 0) return download(new URL(next, address).href, ours, hops - 1)
  if (!answer.ok || !answer.body) throw new Error(`The download ended with ${answer.status}.`)
  return readAtMost(answer.body, largest)
}

async function readAtMost(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.byteLength
    if (length > most) throw new Error(`The file has more than ${most} bytes.`)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
