import type { TextKey, Texts } from './texts.ts'

/** The sentence under a key made from a code of the reader; null where that code has none of its own. */
function wordsFor({ t }: Texts, key: string): string | null {
  const words = t(key as TextKey)
  return words === key ? null : words
}

/** Why a deadline is unsure, in words: `chữ số của ngày bị mờ trên bản quét`. An unknown code gets the honest common sentence. */
export const formatReason = (texts: Texts, code: string | null): string =>
  wordsFor(texts, `plans.card.reason.${code ?? 'other'}`) ?? texts.t('plans.card.reason.other')

/** What to look at in the document as a whole, in words: `số văn bản để trống`. */
export const formatWarning = (texts: Texts, code: string): string =>
  wordsFor(texts, `plans.summary.warnings.${code}`) ?? texts.t('plans.summary.warnings.other')
