import { gzipSync } from 'node:zlib'
import { languages } from '../domain/person.ts'
import type { Texts } from '../texts/texts.ts'
import { assetPath, styleElements } from './assets.ts'
import { languageCookie } from './language.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words of people or of the locales → safe inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** The program's sign, for beside its name. */
export const mark =
  '<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="6"/>' +
  '<path d="m12 4.6 2.2 4.9 5.3.6-4 3.6 1.1 5.2-4.6-2.7-4.6 2.7 1.1-5.2-4-3.6 5.3-.6z"/></svg>'

type Document = {
  title: string
  /** HTML of the whole body. */
  body: string
  status?: number
  /** Sheets of `public/` beside `page.css`, by name. */
  styles?: string[]
  /** Further HTML of the head. */
  head?: string
  headers?: Record<string, string>
}

/** A whole HTML document: language, light and dark, fonts on fast lines, styles inside it. For pages with a frame of their own. */
export function renderDocument(texts: Texts, request: Request, document: Document): Response {
  const { title, body, status = 200, styles = [], head = '' } = document
  const html = `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#211e1b" media="(prefers-color-scheme: dark)">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${assetPath('mark.svg')}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${assetPath('icon-180.png')}">
<link rel="manifest" href="/manifest.webmanifest?lang=${texts.language}">
${styleElements(['page', ...styles])}
<script async src="${assetPath('fonts.js')}"></script>
${head}</head>
<body>
${body}
</body>
</html>
`
  return htmlResponse(request, html, status, document.headers)
}

function htmlResponse(request: Request, html: string, status: number, given: Record<string, string> = {}): Response {
  const headers = new Headers({
    ...{ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    ...{ vary: 'accept-language, accept-encoding, cookie', ...given },
  })
  const chosen = languageCookie(request)
  if (chosen) headers.append('set-cookie', chosen)
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(html, { status, headers })
  headers.set('content-encoding', 'gzip')
  return new Response(gzipSync(html), { status, headers })
}

/** A link to this same page in the other language. */
function languageSwitch(texts: Texts, request: Request): string {
  const other = languages.find((language) => language !== texts.language) ?? texts.language
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('lang', other)
  const address = escapeHtml(`${pathname}?${searchParams}`)
  return `<a href="${address}" lang="${other}" hreflang="${other}">${escapeHtml(texts.t('web.page.language'))}</a>`
}

/**
 * A server-rendered page that works without script: skip link, top with name and language, and `body` inside `<main>`.
 * `body` begins with its `<h1>`; styles: `sheet.css` is there already.
 */
export function renderPage(texts: Texts, request: Request, page: Document): Response {
  const body = `<a class="skip" href="#content">${escapeHtml(texts.t('web.page.skip'))}</a>
<header class="top">
<p class="brand">${mark}<strong>${escapeHtml(texts.t('web.page.title'))}</strong></p>
<nav class="side" aria-label="${escapeHtml(texts.t('web.page.settings'))}">${languageSwitch(texts, request)}</nav>
</header>
<main id="content" class="sheet" tabindex="-1">
${page.body}
</main>`
  return renderDocument(texts, request, { ...page, body, styles: ['sheet', ...(page.styles ?? [])] })
}
