import { hideDecoys } from './decoys.ts'
import { readEvents } from './events.ts'
import { hide } from './hide.ts'
import { applyMoves } from './moved.ts'
import { readOffsets } from './offsets.ts'
import { placeStretch } from './place-stretch.ts'
import { readStretches } from './read-stretches.ts'
import { readRounds } from './rounds.ts'
import { readSmudged } from './smudged.ts'
import type { TimeContext, TimeReading } from './time-reading.ts'

/** Words near by that make a yearless day come round every year. */
const yearlyWords =
  /(?<!\p{L})(?:hằng|hàng|mỗi|từng)\s+(?:năm|quý)(?!\s*\d)|năm\s+xét\s+tặng|định kỳ\s+(?:0?[36]\s+tháng|sáu\s+tháng|quý|năm)/iu
/** "định kỳ 06 tháng (trước ngày 05 tháng 6)": the bracket's day comes round by the half year. */
const halfYearBefore = /(?:định kỳ|báo cáo|,|và)\s+(?:0?6|sáu)\s+tháng(?:\s+đầu\s+năm)?[\s(:,]*$/iu

/** Does a text say that what it names comes round every year? */
export const saysYearly = (text: string): boolean => yearlyWords.test(text)

const halfYearly = (sentence: string, reading: TimeReading): TimeReading =>
  reading.recurrence?.every === 'year' && halfYearBefore.test(sentence.slice(0, reading.index))
    ? { ...reading, recurrence: { ...reading.recurrence, every: 'half_year' } }
    : reading

/** A round's second limit belongs to it: "trong tháng 7 hằng năm, trường hợp đặc biệt không quá 15/8 hằng năm". */
function joinLatest(readings: TimeReading[]): TimeReading[] {
  const joined: TimeReading[] = []
  for (const reading of readings) {
    const previous = joined.at(-1)
    if (reading.exceptional && reading.recurrence && previous?.recurrence) {
      const { month, day } = reading.recurrence
      joined[joined.length - 1] = {
        ...previous,
        end: reading.end,
        recurrence: { ...previous.recurrence, latest: { month, day } },
      }
    } else joined.push(reading)
  }
  return joined
}

/** "báo cáo quý I trước ngày 20/3", "danh sách tháng 5 gửi trước ngày 25/5": names what the report covers, not when. */
function dropNamed(sentence: string, readings: TimeReading[]): TimeReading[] {
  return readings.filter((loose, i) => {
    const next = readings[i + 1]
    if (loose.cue !== 'bare' || !['month', 'quarter', 'half_year', 'year'].includes(loose.precision)) return true
    const limited = next && ['by', 'before', 'until'].includes(next.cue) && next.precision === 'day'
    const between = limited ? sentence.slice(loose.end, next.index) : ':'
    const before = sentence.slice(0, loose.index)
    if (/,\s*$/.test(before) && between.trim() === '') return false
    return between.length >= 80 || /[,;:.()]/.test(between) || !/\p{L}\s*$/u.test(before)
  })
}

/** "trong quý II năm 2023, chậm nhất ngày 20/6": the second limit says more, the month or quarter goes. */
function dropLoose(sentence: string, readings: TimeReading[]): TimeReading[] {
  return readings.filter((loose, i) => {
    const next = readings[i + 1]
    if (!loose.on || !next?.on || !['month', 'quarter'].includes(loose.precision)) return true
    const within = (loose.from ?? '') <= next.on && next.on <= loose.on && next.precision === 'day' && !next.exceptional
    return !(
      within &&
      ['by', 'before', 'until'].includes(next.cue) &&
      /^\s*[,(]\s*(?:nhưng\s+)?$/u.test(sentence.slice(loose.end, next.index))
    )
  })
}

const tells = ({ on, recurrence }: TimeReading): boolean =>
  Boolean(on ?? recurrence?.day ?? recurrence?.month ?? recurrence?.weekday)

/** A bare round ("định kỳ hằng quý") adds nothing beside one that names its day: "định kỳ hằng quý, chậm nhất ngày 20 …". */
function dropEmptyRounds(sentence: string, readings: TimeReading[]): TimeReading[] {
  return readings.filter((round, i) => {
    if (!round.recurrence || round.relation) return true
    const next = readings[i + 1]
    const joined = next && tells(next) && /^[\s,(:]*$/u.test(sentence.slice(round.end, next.index))
    return !joined && !readings.some((other) => tells(other) && other.recurrence?.every === round.recurrence?.every)
  })
}

const hideReadings = (text: string, readings: readonly TimeReading[]): string =>
  readings.reduce((rest, { index, end }) => hide(rest, index, end), text)

/** Every time that a sentence names, in order, with its days; decoys are left out. Never throws. */
export function readTimes(sentence: string, context: TimeContext): TimeReading[] {
  const smudged = readSmudged(sentence)
  const open = hideDecoys(hideReadings(sentence, smudged))
  const rounds = readRounds(open)
  const counted = hideReadings(open, rounds)
  const offsets = readOffsets(counted)
  const left = hideReadings(counted, offsets)
  const yearly = context.yearly || saysYearly(sentence)
  const placed = readStretches(left).map((stretch) => placeStretch(stretch, { ...context, yearly }))
  const events = readEvents(hideReadings(left, placed))
  const lone = offsets.length ? [] : events.map((one) => ({ ...one, event: sentence.slice(one.index, one.end) }))
  const all = [...smudged, ...rounds, ...offsets, ...placed.map((reading) => halfYearly(sentence, reading)), ...lone]
  const told = dropEmptyRounds(open, joinLatest(all.sort((a, b) => a.index - b.index)))
  return applyMoves(open, dropLoose(open, dropNamed(open, told)))
}
