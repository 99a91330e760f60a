import { assetPath } from './assets.ts'
import type { WebOptions } from './options.ts'
import { languageOf, type Route } from './route.ts'

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: assetPath(name),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** What a device needs to install the chat like a program of its own. */
export function manifestRoutes({ texts }: Pick<WebOptions, 'texts'>): Route[] {
  return [
    {
      method: 'GET',
      path: '/manifest.webmanifest',
      handle({ request }) {
        const words = texts(languageOf(request))
        const manifest = {
          ...{ id: '/', start_url: '/', scope: '/', display: 'standalone', lang: words.language },
          ...{ name: words.t('web.page.title'), short_name: words.t('web.page.shortTitle') },
          ...{ description: words.t('web.page.description'), background_color: '#f4f2ef', theme_color: '#9b1c1f' },
          icons: [
            icon('icon-192.png', 192, 'any'),
            icon('icon-512.png', 512, 'any'),
            icon('icon-maskable-512.png', 512, 'maskable'),
          ],
        }
        return Response.json(manifest, {
          headers: { 'content-type': 'application/manifest+json', 'cache-control': 'no-cache' },
        })
      },
    },
  ]
}
