import type { Texts } from '../texts/texts.ts'

/** The sentences that the page's own script shows; it knows them by their last part. */
const keys = [
  'web.page.title',
  'web.page.trial',
  'web.page.trialNote',
  'web.page.language',
  'web.page.signOut',
  'web.page.people',
  'web.page.chat',
  'web.page.assistant',
  'web.page.me',
  'web.page.choices',
  'web.page.type',
  'web.page.example',
  'web.page.send',
  'web.page.attach',
  'web.page.menu',
  'web.page.download',
  'web.page.sending',
  'web.page.failed',
  'web.page.again',
  'web.page.offline',
  'web.page.signInAgain',
  'web.page.kept',
  'web.page.notify',
  'web.page.settings',
  'web.page.unread',
  'web.page.clock',
  'web.page.clockDay',
  'web.page.clockNext',
  'web.page.clockDate',
  'web.page.clockGo',
  'web.page.clockMoving',
  'web.page.clockMoved',
  'web.page.clockNothing',
  'web.error.signedOut',
  'web.error.fileTooLarge',
] as const

/** The page's words in one language; `{{…}}` is left for the page to fill. */
export function pageWords(texts: Texts): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key.split('.').at(-1), texts.t(key, { sent: '{{sent}}' })]))
}
