import type { Cue } from './cue.ts'
import type { Point } from './point.ts'

/** How many letters around a time can bear on it. */
const nearBy = 240

/** "… sau ngày 20/5 sẽ không được xem xét", "… không giải quyết": what comes later is not taken. */
const refusesLater =
  /^[^.;]{0,80}?(?:không\s+(?:được\s+)?(?:tiếp\s+)?(?:nhận|xem xét|xét|giải quyết|tổng hợp|chấp nhận|hợp lệ|tính)|(?:không|chưa)\s+(?:gửi|nộp|đăng ký|có ý kiến|báo cáo)[^.;]{0,60}?coi như)/iu
/** "Thời gian hoàn thành: 30/6/2023": the last day for it. */
const finishes = /thời\s+(?:gian|điểm)\s+(?:hoàn thành|kết thúc|gửi|nộp)[^.;,:]{0,60}:?\s*$/iu
/** "Đăng ký kết thúc vào 17h00 ngày 20/4", "Đóng cổng nhận bài lúc", "Kết thúc nhận hồ sơ:": nothing is taken afterwards. */
const closes =
  /(?:(?<!\p{L})(?:đăng ký|nhận|nộp|gửi|bình chọn)(?!\p{L})[^.;]{0,40}(?:kết thúc|đóng)|(?:đóng|khóa|khoá)\s+(?:cổng|hệ thống|phần mềm)[^.;,]{0,40}|kết thúc\s+(?:việc\s+)?(?:nhận|tiếp nhận|đăng ký|nộp)[^.;,]{0,30})\s*(?:lúc|vào|:)?\s*$/iu
/** "Ngày 20/4/2023 là hạn cuối nhận hồ sơ". */
const isLimit = /^\s*(?:\([^)]*\)\s*)?là\s+(?:ngày\s+)?(?:thời\s+)?hạn\s/iu

/** How a time binds, with what is said around it beside its own word: "sau ngày 20/5 … không nhận" sets a limit. */
export function limitCue(cue: Cue, text: string, index: number, last: Point): Cue {
  const after = text.slice(last.end, last.end + 120)
  if (cue === 'after' && refusesLater.test(after)) return 'by'
  if (last.precision !== 'day' || !['bare', 'during'].includes(cue)) return cue
  const before = text.slice(Math.max(0, index - nearBy), index)
  return closes.test(before) || isLimit.test(after) || (cue === 'bare' && finishes.test(before)) ? 'by' : cue
}
