const names: Record<string, number> = { hai: 1, ba: 2, tư: 3, bốn: 3, năm: 4, sáu: 5, bảy: 6, bẩy: 6 }

/** "thứ Sáu", "thứ 6", "chủ nhật" as 1 Monday … 7 Sunday; null for no weekday. */
export function readWeekday(text: string): number | null {
  if (/chủ nhật/iu.test(text)) return 7
  const name = /thứ\s*([2-7]|\p{L}+)/iu.exec(text)?.[1]?.toLowerCase()
  if (!name) return null
  return /\d/.test(name) ? Number(name) - 1 : (names[name] ?? null)
}

/** A weekday as a piece of a pattern. */
export const weekdayWords = String.raw`(?:thứ\s*(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ nhật)`
