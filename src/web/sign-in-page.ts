import type { TextKey, Texts } from '../texts/texts.ts'
import { escapeHtml, renderPage } from './page.ts'

type Options = { problem?: TextKey; code?: string; status?: number; headers?: Record<string, string> }

/** The sign-in page: by a code, or by a chat that is linked already; no script needed. `problem` says what was wrong. */
export function signInPage(texts: Texts, request: Request, options: Options = {}): Response {
  const { problem, code = '', status = 200, headers = {} } = options
  const say = (key: TextKey) => escapeHtml(texts.t(key))
  const wrong = problem ? `<p class="problem" id="problem" role="alert">${say(problem)}</p>\n` : ''
  const described = `aria-describedby="help${problem ? ' problem' : ''}"`
  const lang = texts.language
  const body = `<div class="narrow">
<h1>${say('web.signIn.title')}</h1>
<p>${say('web.signIn.lead')}</p>
<form method="post" action="/session?lang=${lang}">
<label for="code">${say('web.signIn.code')}</label>
<input id="code" name="code" value="${escapeHtml(code)}" maxlength="100" autocomplete="one-time-code" autocapitalize="none"
 spellcheck="false" required autofocus ${described}>
${wrong}<button type="submit" class="primary">${say('web.signIn.enter')}</button>
</form>
<p class="or">${say('web.signIn.or')}</p>
<form method="post" action="/session/pair?lang=${lang}">
<button type="submit" class="secondary">${say('web.signIn.byChat')}</button>
<p class="quiet">${say('web.signIn.byChatHelp')}</p>
</form>
<p id="help" class="quiet">${say('web.signIn.help')}</p>
</div>`
  return renderPage(texts, request, { title: texts.t('web.signIn.title'), status, headers, body })
}
