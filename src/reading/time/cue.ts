/** How a time binds: named day excluded, included, the day itself, within it, from it on; `bare` without a word of its own; `after` binds nobody. */
export type Cue = 'before' | 'by' | 'until' | 'during' | 'on' | 'from' | 'after' | 'bare'

export type CueReading = { cue: Cue; index: number; misread: boolean }

/** As written, and as scans make it out: "tước", "trưóc", "châm nhât". */
const before = 'tr?[uưƣ][oơóòớờởô]c|tróc'
const latest = '(?:ch[ậâạăấa]m|muộn|muôn|trễ)\\s+nh[ấâàăạa]t'
const rightly = /^(?:trước|chậm|muộn|trễ|nhất)$/iu
const wrongly = new RegExp(`^(?:${before}|ch[ậâạăấa]m|muôn|nh[ấâàăạa]t)$`, 'iu')

const glue = '(?:\\s+(?:là|vào|đến|tới|trong|hết|ngày|cuối))*'

/** What stands right before the point of time, the more telling first. */
const cues: { cue: Cue; pattern: RegExp }[] = [
  // trước ngày 12/5 · chậm nhất trước ngày 12/5 · tước ngày 20/9 (a scan)
  {
    cue: 'before',
    pattern: new RegExp(
      `(?:${latest}\\s+(?:là\\s+)?)?(?<!\\p{L})(?:${before})(?:\\s+(?:hết|ngày|các|những|thời điểm|thời hạn))*:?$`,
      'iu',
    ),
  },
  // chậm nhất là ngày · chậm nhất đến hết ngày · muộn nhất vào ngày · trễ nhất ngày
  { cue: 'by', pattern: new RegExp(`${latest}${glue}$`, 'iu') },
  // hạn chót 13/10/2023 · hạn cuối: ngày · hạn nhận bài: · thời hạn gửi báo cáo là ngày
  {
    cue: 'by',
    pattern: new RegExp(
      `(?<=(?:hạn\\s+(?:chót|cuối|nộp|gửi|nhận|tiếp nhận|đăng ký|báo cáo|trả|hoàn thành)|thời hạn|deadline)[^.;,:]{0,60}?):?${glue}$`,
      'iu',
    ),
  },
  // không quá 15/02 · không muộn hơn ngày
  { cue: 'by', pattern: /không\s+(?:được\s+)?(?:quá|muộn hơn|chậm hơn|trễ hơn|sau)(?:\s+(?:hết|ngày|thời hạn))*$/iu },
  // không nhận hồ sơ sau ngày · không xem xét hồ sơ nộp sau ngày
  {
    cue: 'by',
    pattern:
      /không\s+(?:được\s+)?(?:tiếp\s+)?(?:nhận|xem xét|xét|giải quyết|tổng hợp|chấp nhận|đăng ký)(?!\p{L})[^.;]{0,90}?(?<!\p{L})(?:sau|quá)(?:\s+(?:hết|ngày|thời hạn|thời điểm))*$/iu,
  },
  // sau ngày 20/5, … triển khai
  { cue: 'after', pattern: /(?<!\p{L})sau(?:\s+(?:hết|ngày|tháng|thời điểm|thời hạn))*$/iu },
  // đến hết ngày · đến ngày
  { cue: 'until', pattern: /(?:cho\s+)?(?<!\p{L})(?:đến|tới)(?:\s+(?:cuối|hết|ngày))*$/iu },
  // hết tháng 9 · hết ngày 30/9
  { cue: 'until', pattern: /(?<!\p{L})hết(?:\s+ngày)?$/iu },
  // từ tháng 10 · bắt đầu từ ngày
  { cue: 'from', pattern: /(?:bắt đầu\s+|kể\s+)?(?<!\p{L})từ(?:\s+(?:ngày|đầu))*$/iu },
  { cue: 'during', pattern: /(?<!\p{L})(?:ngay\s+)?(?:trong|vào)(?:\s+(?:ngày|cả|các|những|khoảng))*$/iu },
]

/** The word of time that stands at the end of a text, and where it begins. */
export function readCue(text: string): CueReading {
  const trimmed = text.trimEnd()
  for (const { cue, pattern } of cues) {
    const match = pattern.exec(trimmed)
    const misread = match?.[0].split(/\s+/).some((word) => wrongly.test(word) && !rightly.test(word)) ?? false
    if (match) return { cue, index: match.index, misread }
  }
  return { cue: 'bare', index: trimmed.length, misread: false }
}
