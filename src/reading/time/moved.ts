import type { TimeReading } from './time-reading.ts'

const moves = /(?:gia hạn|lùi|dời|kéo dài thời (?:gian|hạn)|điều chỉnh|thay đổi|chuyển)(?!\p{L})[^.;]{0,160}$/iu
const instead = /(?:thành|sang|đến|tới|là)\s*[“"]?\s*$/iu
/** "trước ngày 25/6 (thay vì ngày 10/6)", "thay cho mốc …" */
const replaced = /thay\s+(?:vì|cho|thế|thời hạn|mốc)[^.;,]{0,40}$/iu
/** "ngày 20/4 chuyển sang ngày 27/4": the first is given up. */
const movedOn = /^\s*(?:được\s+)?(?:chuyển|dời|lùi|điều chỉnh|đổi)\s+(?:sang|đến|thành)\s*(?:ngày\s*)?$/iu
const handsIn = /(?<!\p{L})(?:gửi|nộp|báo cáo|trình|đăng ký|nhận|hoàn thành)(?!\p{L})/iu

/** The end that was put off: "lùi từ ngày 15/10 sang ngày 30/10" leaves the later one, as a limit where something is handed in. */
function settled(reading: TimeReading, sentence: string): TimeReading {
  if (reading.precision !== 'day' || reading.cue === 'before' || reading.time) return reading
  if (!reading.from && !(reading.cue === 'bare' && handsIn.test(sentence.slice(0, reading.index)))) return reading
  return { ...reading, from: null, relation: 'by', cue: 'by' }
}

/**
 * "gia hạn thời gian nộp từ ngày 19/12 đến ngày 22/12", "điều chỉnh từ trước ngày 19/12 sang trước ngày 22/12", "trước ngày
 * 25/6 thay vì ngày 10/6": the new one holds, the old is given up.
 */
export function applyMoves(sentence: string, readings: TimeReading[]): TimeReading[] {
  const moved = ({ index }: TimeReading) => moves.test(sentence.slice(Math.max(0, index - 200), index))
  return readings.flatMap((reading, i) => {
    if (replaced.test(sentence.slice(0, reading.index))) return []
    const next = readings[i + 1]
    if (next?.on && movedOn.test(sentence.slice(reading.end, next.index))) return []
    if (!(reading.on ?? reading.from) || !moved(reading)) return [reading]
    if (next?.on && instead.test(sentence.slice(reading.end, next.index))) return []
    return reading.on ? [settled(reading, sentence)] : [reading]
  })
}
