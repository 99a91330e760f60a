/** How a time binds: named day excluded, included, the day itself, within it, from it on; `bare` without a word of its own. */
export type Cue = 'before' | 'by' | 'until' | 'during' | 'on' | 'from' | 'bare'

export type CueReading = { cue: Cue; index: number }

const glue = '(?:\\s+(?:là|vào|đến|tới|trong|hết|ngày|cuối))*'

/** What stands right before the point of time, the more telling first. */
const cues: { cue: Cue; pattern: RegExp }[] = [
  // trước ngày 12/5 · chậm nhất trước ngày 12/5 · tước ngày 20/9 (a scan)
  {
    cue: 'before',
    pattern: /(?:(?:ch[ậâ]m|muộn|trễ)\s+nhất\s+(?:là\s+)?)?(?<!\p{L})tr?ước(?:\s+(?:hết|ngày|thời điểm|thời hạn))*$/iu,
  },
  // chậm nhất là ngày · chậm nhất đến hết ngày · muộn nhất vào ngày · trễ nhất ngày
  { cue: 'by', pattern: new RegExp(`(?:ch[ậâ]m|muộn|trễ)\\s+nhất${glue}$`, 'iu') },
  // hạn chót 13/10/2017 · hạn cuối: ngày · thời hạn gửi báo cáo là ngày
  {
    cue: 'by',
    pattern: new RegExp(`(?:hạn\\s+(?:chót|cuối|nộp|gửi|hoàn thành)|thời hạn)[^.;,:]{0,60}?:?${glue}$`, 'iu'),
  },
  // không quá 15/02 · không muộn hơn ngày
  { cue: 'by', pattern: /không\s+(?:được\s+)?(?:quá|muộn hơn|chậm hơn|trễ hơn|sau)(?:\s+(?:hết|ngày|thời hạn))*$/iu },
  // đến hết ngày · đến ngày
  { cue: 'until', pattern: /(?:cho\s+)?(?<!\p{L})(?:đến|tới)(?:\s+(?:cuối|hết|ngày))*$/iu },
  // từ tháng 10 · bắt đầu từ ngày
  { cue: 'from', pattern: /(?:bắt đầu\s+|kể\s+)?(?<!\p{L})từ(?:\s+(?:ngày|đầu))*$/iu },
  { cue: 'during', pattern: /(?<!\p{L})(?:ngay\s+)?(?:trong|vào)(?:\s+(?:ngày|cả|khoảng))*$/iu },
]

/** The word of time that stands at the end of a text, and where it begins. */
export function readCue(before: string): CueReading {
  const trimmed = before.trimEnd()
  for (const { cue, pattern } of cues) {
    const match = pattern.exec(trimmed)
    if (match) return { cue, index: match.index }
  }
  return { cue: 'bare', index: trimmed.length }
}
