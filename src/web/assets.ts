import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const fontScripts = ['vietnamese', 'latin-ext', 'latin']
const fontWeights = [400, 600]
const folder = new URL('./public/', import.meta.url)

const packaged = (file: string) => pathToFileURL(createRequire(import.meta.url).resolve(file))

function fontFiles(): [string, URL][] {
  return fontScripts.flatMap((script) =>
    fontWeights.map((weight): [string, URL] => {
      const name = `be-vietnam-pro-${script}-${weight}-normal.woff2`
      return [name, packaged(`@fontsource/be-vietnam-pro/files/${name}`)]
    }),
  )
}

const ownFiles = (): [string, URL][] => readdirSync(folder).map((name) => [name, new URL(name, folder)])

/** Every file that a page may load, by its name there: our own, and those of two packages as they are. */
export const assetFiles: ReadonlyMap<string, URL> = new Map([
  ...ownFiles(),
  ...fontFiles(),
  // The package does not name this file to Node: it is found beside the one that is named.
  ['preact.js', new URL('../preact/standalone.module.js', packaged('htm'))],
])

function versionOf(): string {
  const hash = createHash('sha256')
  for (const [name, url] of assetFiles) hash.update(name).update(name.endsWith('.woff2') ? '' : readFileSync(url))
  return hash.digest('hex').slice(0, 10)
}

/** Names the whole set of files: another program has another one, so a browser may keep what it has for ever. */
export const assetVersion = versionOf()

/** The address of a file of `public/` that a browser may keep. Modules import each other beside themselves. */
export const assetPath = (name: string): string => `/assets/${assetVersion}/${name}`

/** All style sheets by name; they stand inside the pages, so that the first answer is enough to paint. */
const sheets = new Map(
  [...assetFiles]
    .filter(([name]) => name.endsWith('.css'))
    .map(([name, url]) => [name.slice(0, -'.css'.length), readFileSync(url, 'utf8')]),
)

/** The style elements of a page: sheets of `public/` by name; refuses a name that is none. */
export function styleElements(names: string[]): string {
  const texts = names.map((name) => {
    const css = sheets.get(name)
    if (css === undefined) throw new Error(`There is no style sheet ${name}.css.`)
    return `<style>${css}</style>`
  })
  return texts.join('\n')
}

/** What the content security policy says of styles: our own files, and our own sheets inside a page. */
export const styleSources: string[] = [
  "'self'",
  ...[...sheets.values()].map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`),
]
