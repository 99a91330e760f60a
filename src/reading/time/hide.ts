/** Stands for each letter of what is hidden, so that places in the sentence stay where they are. */
const cover = '□'

/** The text with a stretch covered. */
export const hide = (text: string, index: number, end: number): string =>
  text.slice(0, index) + cover.repeat(Math.max(0, end - index)) + text.slice(end)

/** The text with every match of a pattern covered. */
export const hideAll = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => cover.repeat(match.length))
