const two = (digits: string | undefined) => (digits ?? '0').padStart(2, '0')
const hour = String.raw`(\d{1,2})\s*(?:giờ|h|g|:)\s*(\d{2})?\s*(?:phút|['’′])?`
const clock = new RegExp(
  String.raw`(?<!\d)${hour}(?:\s*[-–]\s*(?:\d{1,2})\s*(?:giờ|h|g|:)\s*(?:\d{2})?\s*['’′]?)?\s*,?\s*(?:của\s+)?$`,
  'iu',
)

/** "16h00", "14 giờ", "19h00’", "8h00-10h00" (its start) at the end of a text: the hour as HH:MM and where it begins. */
export function readClock(before: string): { time: string; index: number } | null {
  const match = clock.exec(before)
  const valid = match && Number(match[1]) < 24 && Number(match[2] ?? 0) < 60
  return valid ? { time: `${two(match[1])}:${two(match[2])}`, index: match.index } : null
}
