const two = (digits: string | undefined) => (digits ?? '0').padStart(2, '0')
const hour = String.raw`(\d{1,2})\s*(?:(?:giờ|h|g|:(?=\d{2}))\s*(\d{2})?\s*(?:phút|['’′])?|[.](\d\d)(?!\d))`
const clock = new RegExp(
  String.raw`(?<![\d.])${hour}(?:\s*(?:[-–]|đến)\s*(?:\d{1,2})\s*(?:giờ|h|g|:)\s*(?:\d{2})?\s*['’′]?)?\s*,?\s*(?:của\s+)?$`,
  'iu',
)

/** "16h00", "14 giờ", "19h00’", "15.00", "8h00-10h00" (its start), "24h00" (the day's last minute) at the end of a text: the hour as HH:MM and where it begins. */
export function readClock(before: string): { time: string; index: number } | null {
  const match = clock.exec(before)
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)]
  if (hours === 24 && minutes === 0) return { time: '23:59', index: match.index }
  const valid = hours < 24 && minutes < 60
  return valid ? { time: `${two(match[1])}:${two(match[2] ?? match[3])}`, index: match.index } : null
}
