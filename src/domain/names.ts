export const longestName = 80

/** A name or position as it is kept: NFC, in one line, single spaces; null where it has no letter or is too long. */
export function readName(text: string): string | null {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return /\p{L}/u.test(name) && name.length <= longestName ? name : null
}

/** A telephone number as people write it ("0260 123.4567", "+84 …, máy lẻ 12"): at least six digits; null for anything else. */
export function readPhone(text: string): string | null {
  const phone = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const digits = phone.replace(/\D/g, '').length
  return digits >= 6 && phone.length <= longestName && /^[+(\d]/.test(phone) ? phone : null
}
