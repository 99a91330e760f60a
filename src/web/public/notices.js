import { html } from './preact.js'

/** What is the matter with the line or the session, in one sentence; read out when it changes. */
export const Notices = ({ state, words, language }) => html`<div class="notices" role="status">
  ${state === 'waiting' && html`<p class="notice">${words.offline}</p>`}
  ${
    state === 'closed' &&
    html`<p class="notice">${words.signedOut} ${words.kept}${' '}
        <a href=${`/?lang=${language}`}>${words.signInAgain}</a></p>`
  }
</div>`
