const joint = String.raw`\s?[/–-]\s?`
const letters = String.raw`[\p{Lu}][\p{L}&]*\d*`

/** `39/CT-TTg`, `34-CT/TW`, `86/2025/QĐ-UBND`, `06/2022/QH15`, also torn at a joint by the end of a line: `57- NQ/TW`. */
export const documentNumber = String.raw`\d{1,6}(?:\s?/\s?\d{4,5})?${joint}${letters}(?:${joint}${letters})*`

/** A number without the spaces that printing put into it: `1445 /SLĐTBXH - LĐVLDN` → `1445/SLĐTBXH-LĐVLDN`. */
export const tidyNumber = (number: string): string => number.replace(/\s+/g, '').replace(/–/g, '-')
