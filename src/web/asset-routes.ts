import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Route } from './route.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const fontScripts = ['vietnamese', 'latin-ext', 'latin']
const fontWeights = [400, 600]

const packaged = (file: string) => pathToFileURL(createRequire(import.meta.url).resolve(file))

/** Every file that a page may load, by its name there: our own, and those of two packages as they are. */
function assetFiles(): Map<string, URL> {
  const folder = new URL('./public/', import.meta.url)
  const own = readdirSync(folder).map((name): [string, URL] => [name, new URL(name, folder)])
  const fonts = fontScripts.flatMap((script) =>
    fontWeights.map((weight): [string, URL] => {
      const name = `be-vietnam-pro-${script}-${weight}-normal.woff2`
      return [name, packaged(`@fontsource/be-vietnam-pro/files/${name}`)]
    }),
  )
  // The package does not name this file to Node: it is found beside the one that is named.
  const preact = new URL('../preact/standalone.module.js', packaged('htm'))
  return new Map([...own, ...fonts, ['preact.js', preact]])
}

async function readAsset(name: string, url: URL) {
  const bytes = await readFile(url)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const type = types[extname(basename(name))] ?? 'application/octet-stream'
  return { bytes, headers: { 'content-type': type, 'cache-control': 'no-cache', etag } }
}

/** Scripts, styles and fonts, read once and checked by their ETag ever after. */
export function assetRoutes(): Route[] {
  const files = assetFiles()
  const kept = new Map<string, ReturnType<typeof readAsset>>()

  const serve = async (name: string, url: URL, request: Request): Promise<Response> => {
    const asset = kept.get(name) ?? readAsset(name, url)
    kept.set(name, asset)
    const { bytes, headers } = await asset
    if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
    return new Response(bytes, { headers })
  }
  return [...files].map(([name, url]) => ({
    method: 'GET',
    path: `/assets/${name}`,
    handle: ({ request }) => serve(name, url, request),
  }))
}
