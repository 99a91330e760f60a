/** A phrase as the beginning of a sentence: `còn 4 ngày` → `Còn 4 ngày`. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
