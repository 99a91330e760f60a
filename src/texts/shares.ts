import type { Texts } from './texts.ts'

/** `98,4%` (English `98.4%`): percent as it was reckoned, nothing rounded again. */
export const formatShare = ({ language }: Texts, share: number): string =>
  `${language === 'vi' ? String(share).replace('.', ',') : share}%`
