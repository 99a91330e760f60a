import type { TimeReading } from './time-reading.ts'

const moves = /(?:gia hạn|lùi|dời|kéo dài thời (?:gian|hạn)|điều chỉnh|thay đổi)(?!\p{L})[^.;]{0,120}$/iu
const instead = /(?:thành|sang|đến|tới|là)\s*$/iu

/**
 * "gia hạn thời gian nộp từ ngày 19/12 đến ngày 22/12", "điều chỉnh từ trước ngày 19/12 sang trước ngày 22/12": the later
 * one holds, the earlier is given up.
 */
export function applyMoves(sentence: string, readings: TimeReading[]): TimeReading[] {
  const moved = (reading: TimeReading) => moves.test(sentence.slice(Math.max(0, reading.index - 160), reading.index))
  return readings.flatMap((reading, i) => {
    if (!reading.on || !moved(reading)) return [reading]
    const next = readings[i + 1]
    if (next?.on && instead.test(sentence.slice(reading.end, next.index))) return []
    if (!reading.from || reading.precision !== 'day') return [reading]
    return [{ ...reading, from: null, relation: 'by' as const, cue: 'by' as const }]
  })
}
