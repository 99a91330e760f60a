/**
 * A press comes in as a text that the person has not typed: the button's payload. This mark tells it from what people
 * write; who types it by hand gains nothing, since a token is opened for its owner only.
 */
const mark = '#thidua:'
const marked = /^#thidua:(?<token>[\w-]+(?:\.[\w-]+)+)$/u

/** The payload of a button with this token. */
export const payloadOf = (token: string): string => mark + token

/** The token of the button that was pressed, or null: the text was typed. */
export const tokenOf = (text: string): string | null => marked.exec(text.trim())?.groups?.token ?? null
