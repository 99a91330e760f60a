import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { assetFiles, assetVersion } from './assets.ts'
import type { Route } from './route.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
const compressible = ['.js', '.css', '.svg']
const forEver = 'public, max-age=31536000, immutable'

async function readAsset(name: string, url: URL) {
  const bytes = await readFile(url)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const packed = compressible.includes(extname(name)) ? await promisify(brotliCompress)(bytes) : null
  const headers = { 'content-type': types[extname(name)] ?? 'application/octet-stream', etag, vary: 'accept-encoding' }
  return { bytes, packed, headers }
}

/** Scripts, styles, icons and fonts, read and compressed once. Under the version's name they are kept for ever, else checked by ETag. */
export function assetRoutes(): Route[] {
  const kept = new Map<string, ReturnType<typeof readAsset>>()

  const serve = async (name: string, url: URL, request: Request, version: string | null): Promise<Response> => {
    const asset = kept.get(name) ?? readAsset(name, url)
    kept.set(name, asset)
    const { bytes, packed, headers: always } = await asset
    const headers = { ...always, 'cache-control': version === assetVersion ? forEver : 'no-cache' }
    if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
    const takes = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '')
    if (!packed || !takes) return new Response(new Uint8Array(bytes), { headers })
    return new Response(new Uint8Array(packed), { headers: { ...headers, 'content-encoding': 'br' } })
  }
  return [...assetFiles].flatMap(([name, url]) => [
    { method: 'GET' as const, path: `/assets/${name}`, handle: ({ request }) => serve(name, url, request, null) },
    {
      method: 'GET' as const,
      path: `/assets/:version/${name}`,
      handle: ({ request, params }) => serve(name, url, request, params.version ?? null),
    },
  ])
}
