const joint = String.raw`\s?[/–-]\s?`
const letters = String.raw`[\p{Lu}][\p{L}&]*\d*`
/** `1/ Các`, `2/Đối tượng` number a clause. */
const noWord = String.raw`(?!\p{Lu}\p{Ll}+(?:\s|[,;:.]|$))`

/** `5/CT-UBND`, `3-CT/HU`, `14/2026/QĐ-UBND`, `1/2026/QH16`, also torn at a joint by the end of a line: `7- NQ/HU`. */
export const documentNumber = String.raw`\d{1,6}(?:\s?/\s?\d{4,5})?${joint}${noWord}${letters}(?:${joint}${letters})*`

/** A number without the spaces that printing put into it: `1445 /SLĐTBXH - LĐVLDN` → `1445/SLĐTBXH-LĐVLDN`. */
export const tidyNumber = (number: string): string => number.replace(/\s+/g, '').replace(/–/g, '-')
