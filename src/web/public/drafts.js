const name = (chat) => `draft:${chat}`

/** What was typed and not sent, kept for this tab alone: a session that ends meanwhile loses nothing. */
export const readDraft = (chat) => sessionStorage.getItem(name(chat)) ?? ''

export function keepDraft(chat, text) {
  if (text === '') sessionStorage.removeItem(name(chat))
  else sessionStorage.setItem(name(chat), text)
}

/** Whoever signs out leaves nothing behind. */
export const forgetDrafts = () => sessionStorage.clear()
