import { readFile } from 'node:fs/promises'
import { assetPath, assetVersion } from './assets.ts'
import { chatModules } from './chat-page.ts'
import type { WebOptions } from './options.ts'
import { escapeHtml, renderPage } from './page.ts'
import { languageOf, type Route } from './route.ts'

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: assetPath(name),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** What stands in for a page while there is no network, and the files that the chat cannot begin without. */
const shell = ['/offline', ...['mark.svg', 'fonts.js', ...chatModules.map((name) => `${name}.js`)].map(assetPath)]

/** What a device needs to install the chat like a program of its own, and to notify while it is open. */
export function installRoutes({ texts }: Pick<WebOptions, 'texts'>): Route[] {
  const manifest = (request: Request) => {
    const words = texts(languageOf(request))
    return {
      ...{ id: '/', start_url: '/', scope: '/', display: 'standalone', lang: words.language },
      ...{ name: words.t('web.page.title'), short_name: words.t('web.page.shortTitle') },
      ...{ description: words.t('web.page.description'), background_color: '#f4f2ef', theme_color: '#9b1c1f' },
      icons: [
        icon('icon-192.png', 192, 'any'),
        icon('icon-512.png', 512, 'any'),
        icon('icon-maskable-512.png', 512, 'maskable'),
      ],
    }
  }
  const worker = async () => {
    const begin = `const version = ${JSON.stringify(assetVersion)}\nconst shell = ${JSON.stringify(shell)}\n`
    return begin + (await readFile(new URL('./public/service-worker.js', import.meta.url), 'utf8'))
  }
  const offline = (request: Request) => {
    const words = texts(languageOf(request))
    const say = (key: 'title' | 'lead' | 'again') => escapeHtml(words.t(`web.offlinePage.${key}`))
    const body = `<div class="narrow">\n<h1>${say('title')}</h1>\n<p>${say('lead')}</p>\n<p><a class="primary" href="/">${say('again')}</a></p>\n</div>`
    return renderPage(words, request, { title: words.t('web.offlinePage.title'), body })
  }
  const as = (type: string) => ({ headers: { 'content-type': type, 'cache-control': 'no-cache' } })
  return [
    {
      method: 'GET',
      path: '/manifest.webmanifest',
      handle: ({ request }) => Response.json(manifest(request), as('application/manifest+json')),
    },
    {
      method: 'GET',
      path: '/service-worker.js',
      handle: async () => new Response(await worker(), as('text/javascript; charset=utf-8')),
    },
    { method: 'GET', path: '/offline', handle: ({ request }) => offline(request) },
  ]
}
