import { qrSvg } from '../papers/qr-svg.ts'
import { formatChannel } from '../texts/people.ts'
import type { TextKey, Texts } from '../texts/texts.ts'
import { assetPath } from './assets.ts'
import { escapeHtml, renderPage } from './page.ts'

type Link = { channel: string; link: string }
type Shown = { code: string; number: string; links: Link[] }

const refreshSeconds = 4

/** The page that waits for a chat to let it in. Without a script it asks again by itself; with one, it knows at once. */
export function pairingPage(texts: Texts, request: Request, { code, number, links }: Shown): Response {
  const say = (key: TextKey, values: Record<string, unknown> = {}) => escapeHtml(texts.t(key, values))
  const lang = texts.language
  const body = `<div class="narrow">
<h1>${say('web.pairing.title')}</h1>
<p>${say('web.pairing.lead')}</p>
<dl class="pairing">
<dt>${say('web.pairing.code')}</dt><dd>${escapeHtml(code)}</dd>
<dt>${say('web.pairing.number')}</dt><dd>${escapeHtml(number)}</dd>
</dl>
${links.map((link) => linkWith(texts, link)).join('\n')}
<p id="state" role="status">${say('web.pairing.waiting')}</p>
<p class="quiet">${say('web.pairing.warning', { number })}</p>
<form method="post" action="/session/pair/end?lang=${lang}"><button class="secondary">${say('web.pairing.cancel')}</button></form>
</div>`
  const head = `<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>
<script type="module" src="${assetPath('pairing.js')}"></script>
`
  return renderPage(texts, request, { title: texts.t('web.pairing.title'), head, body })
}

function linkWith(texts: Texts, { channel, link }: Link): string {
  const name = formatChannel(texts, channel)
  return `${qrSvg(link, texts.t('web.pairing.qr', { channel: name }))}
<p><a class="primary" href="${escapeHtml(link)}">${escapeHtml(texts.t('web.pairing.open', { channel: name }))}</a></p>`
}
