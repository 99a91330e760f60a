import type { TextKey, Texts } from '../texts/texts.ts'
import { escapeHtml, renderPage } from './page.ts'

type Options = { problem?: TextKey; code?: string; status?: number }

/** The sign-in page: one field, no script needed. `problem` says what was wrong with the last try. */
export function signInPage(texts: Texts, request: Request, options: Options = {}): Response {
  const { problem, code = '', status = 200 } = options
  const say = (key: TextKey) => escapeHtml(texts.t(key))
  const wrong = problem ? `<p class="problem" id="problem" role="alert">${say(problem)}</p>` : ''
  const described = `aria-describedby="help${problem ? ' problem' : ''}"`
  const body = `<div class="narrow">
<h1>${say('web.signIn.title')}</h1>
<p>${say('web.signIn.lead')}</p>
<form method="post" action="/session?lang=${texts.language}">
<label for="code">${say('web.signIn.code')}</label>
<input id="code" name="code" value="${escapeHtml(code)}" maxlength="100" autocomplete="one-time-code" autocapitalize="none"
 spellcheck="false" required autofocus ${described}>
${wrong}<button type="submit" class="primary">${say('web.signIn.enter')}</button>
</form>
<p id="help" class="quiet">${say('web.signIn.help')}</p>
</div>`
  return renderPage(texts, request, { title: texts.t('web.signIn.title'), status, body })
}
