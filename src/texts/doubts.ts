import type { TextKey, Texts } from './texts.ts'

/** The sentence of a code; the honest common one where the code has none of its own. */
function wordsFor({ t }: Texts, group: 'plans.card.reason' | 'plans.summary.warnings', code: string): string {
  const key = `${group}.${code}`
  const words = t(key as TextKey)
  return words === key ? t(`${group}.other`) : words
}

/** Why a deadline is unsure, in words: `chữ số của ngày bị mờ trên bản quét`. */
export const formatReason = (texts: Texts, code: string | null): string =>
  wordsFor(texts, 'plans.card.reason', code ?? 'other')

/** What to look at in the document as a whole, in words: `số văn bản để trống`. */
export const formatWarning = (texts: Texts, code: string): string => wordsFor(texts, 'plans.summary.warnings', code)
