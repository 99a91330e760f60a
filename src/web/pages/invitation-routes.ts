import { isCode } from '../../domain/codes.ts'
import type { Language } from '../../domain/person.ts'
import { qrSvg } from '../../papers/qr-svg.ts'
import { formatChannel } from '../../texts/people.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { escapeHtml, renderPage } from '../page.ts'
import { languageOf, type Route } from '../route.ts'
import { deadLinkPage } from './notice-page.ts'
import { unbrokenCodes } from './page-parts.ts'

type Options = {
  /** Ways into a chat by a code, by channel. */
  joinLinks(code: string): { channel: string; link: string }[]
  /** Channels where a code is typed by hand, with the words of how to find the assistant there. */
  typedChannels: string[]
  texts(language: Language): Texts
}

/** The code in large letters, a way in for each channel, and a picture to scan with another phone. */
function invitationPage(words: Texts, request: Request, code: string, { joinLinks, typedChannels }: Options): Response {
  const say = (key: TextKey, values?: Record<string, unknown>) => unbrokenCodes(words.t(key, values))
  const links = joinLinks(code)
  const ways = links.map(({ channel, link }) => {
    const name = formatChannel(words, channel)
    return `<li><a class="primary" href="${escapeHtml(link)}" rel="noreferrer">${say('pages.invitation.open', { channel: name })}</a></li>`
  })
  const typed = typedChannels.map(
    (channel) => `<li>${say('pages.invitation.type', { channel: formatChannel(words, channel), code })}</li>`,
  )
  const first = links[0]
  const picture = first
    ? `<section><h2>${say('pages.invitation.scan')}</h2>
${qrSvg(first.link, words.t('pages.invitation.picture', { channel: formatChannel(words, first.channel) }))}</section>`
    : ''
  const body = `<div class="narrow">
<h1>${say('pages.invitation.title')}</h1>
<p>${say('pages.invitation.lead')}</p>
<dl class="pairing"><dt>${say('pages.invitation.code')}</dt><dd>${escapeHtml(code)}</dd></dl>
${ways.length + typed.length > 0 ? `<ul class="ways">${[...ways, ...typed].join('\n')}</ul>` : `<p>${say('pages.invitation.anywhere')}</p>`}
${picture}
<p class="quiet">${say('pages.invitation.help')}</p>
</div>`
  return renderPage(words, request, {
    title: words.t('pages.invitation.title'),
    body,
    headers: { 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' },
  })
}

/** Where an invitation's address leads: `/moi/<code>`. Opening it uses nothing up: the code is redeemed in a chat. */
export function invitationRoutes(options: Options): Route[] {
  return [
    {
      method: 'GET',
      path: '/moi/:code',
      handle({ request, params }) {
        const words = options.texts(languageOf(request))
        const code = params.code ?? ''
        return isCode(code)
          ? invitationPage(words, request, code.toUpperCase(), options)
          : deadLinkPage(words, request, 'wrong')
      },
    },
  ]
}
