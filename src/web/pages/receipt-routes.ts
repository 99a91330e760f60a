import type { Instant } from '../../domain/day.ts'
import type { Language } from '../../domain/person.ts'
import type { RegistrationState } from '../../domain/registration.ts'
import { countsOf, type RegistrationBody } from '../../domain/registration-body.ts'
import { formatMoment } from '../../texts/days.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { createAttempts } from '../attempts.ts'
import { escapeHtml, renderPage } from '../page.ts'
import { addressOf } from '../peer.ts'
import { type Call, languageOf, type Route } from '../route.ts'
import { unbrokenCodes } from './page-parts.ts'

/** What is kept under a code, without a name: anybody may ask. */
export type Receipt = {
  state: RegistrationState
  version: number
  submittedAt: Instant
  body: RegistrationBody
}

type Options = {
  receipt(code: string): Promise<Receipt | null>
  texts(language: Language): Texts
  zone: string
  realNow(): Instant
}

/** Codes follow each other: nobody is to try them all. */
const limits = { windowMs: 10 * 60 * 1000, perAddress: 30, overall: 300 }

const shape = /^[A-Z]{2}-\d{4}-\d{4,5}$/

/** The page that tells whether a paper's code is known, and what is kept under it: `/tracuu`, no script needed. */
export function receiptRoutes({ receipt, texts, zone, realNow }: Options): Route[] {
  const attempts = createAttempts(limits, realNow)

  const found = (words: Texts, code: string, { state, version, submittedAt, body }: Receipt): string => {
    const row = (key: TextKey, value: string) => `<dt>${escapeHtml(words.t(key))}</dt><dd>${escapeHtml(value)}</dd>`
    return `<section class="card" role="status"><h2>${unbrokenCodes(words.t('pages.receipt.found', { code }))}</h2>
<dl class="facts">${row('pages.receipt.state', words.t(`register.state.${state}`))}
${row('pages.receipt.sent', formatMoment(words, submittedAt, zone))}
${row('pages.receipt.version', String(version))}
${row('pages.receipt.holds', words.t('pages.receipt.counts', countsOf(body)))}</dl>
<p class="quiet">${escapeHtml(words.t('pages.receipt.compare'))}</p></section>`
  }

  function page(words: Texts, request: Request, code: string, answer: string, status = 200): Response {
    const say = (key: TextKey) => escapeHtml(words.t(key))
    const body = `<div class="narrow">
<h1>${say('pages.receipt.title')}</h1>
<form method="get" action="/tracuu">
<label for="ma">${say('pages.receipt.code')}</label>
<input id="ma" name="ma" value="${escapeHtml(code)}" maxlength="20" autocapitalize="characters" autocomplete="off"
 spellcheck="false" required placeholder="DK-2024-0137" aria-describedby="help">
<button type="submit" class="primary">${say('pages.receipt.look')}</button>
</form>
<p id="help" class="quiet">${unbrokenCodes(words.t('pages.receipt.help'))}</p>
${answer}</div>`
    return renderPage(words, request, { title: words.t('pages.receipt.title'), body, status })
  }

  const problem = (words: Texts, key: TextKey, code: string) =>
    `<p class="problem" role="alert">${unbrokenCodes(words.t(key, { code }))}</p>`

  const look = async (call: Call): Promise<Response> => {
    const { request } = call
    const words = texts(languageOf(request))
    const typed = (new URL(request.url).searchParams.get('ma') ?? '').trim().toUpperCase().slice(0, 20)
    if (typed === '') return page(words, request, '', '')
    if (!attempts.allow(addressOf(call)))
      return page(words, request, typed, problem(words, 'pages.receipt.tooMany', typed), 429)
    if (!shape.test(typed)) return page(words, request, typed, problem(words, 'pages.receipt.shape', typed), 400)
    const kept = await receipt(typed)
    return kept
      ? page(words, request, typed, found(words, typed, kept))
      : page(words, request, typed, problem(words, 'pages.receipt.unknown', typed), 404)
  }

  return [{ method: 'GET', path: '/tracuu', handle: look }]
}
