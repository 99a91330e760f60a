import type { Passage } from './passage.ts'
import type { TimeReading } from './time/time-reading.ts'

const longest = 300
const marker = /^\s*(?:[-–+•*~_]\s*)*(?:(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])(?:\s*[.)]|[-/](?=\s))\s*)?/u
const timeLabel =
  /^(?:thời\s+(?:gian|hạn|điểm)(?:\s+(?:dự kiến|thực hiện|hoàn thành|tổ chức))*\s*:?\s*)|\s*,?\s*thời gian(?:\s+(?:thực hiện|hoàn thành))?\s*:?\s*$/iu
const edges =
  /^[\s,;:.–-]+|(?:\s(?:vào|trong)(?:\s+các)?)?[\s,;:–-]+\.?$|\s(?:vào|trong)(?:\s+các)?$|\(\s*(?:hoàn thành|dự kiến|xong|trong|gửi)?\s*\)/giu
const says = (text: string) =>
  /\p{L}{2,}\s+\p{L}{2,}/u.test(text) && !/^(?:hoàn thành|thực hiện|trong|vào|đến|dự kiến)?$/iu.test(text)

const clip = (text: string) => (text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))}…`)

/** What is to be done: the words around the time, without marker, the actor and the time; in a bare time line the heading above. */
export function readTask(
  { text, sentence, clause }: Passage,
  reading: Pick<TimeReading, 'index' | 'end'> | null,
  actor: string | null,
): string | null {
  const rest = reading ? `${text.slice(0, reading.index)} ${text.slice(reading.end)}` : text
  const plain = rest.replace(marker, '').replace(/\s+/g, ' ').trim()
  const unit = actor?.split(', phối hợp với')[0]
  const bare = unit && plain.startsWith(unit) ? plain.slice(unit.length) : plain
  const task = bare
    .replace(edges, '')
    .replace(timeLabel, '')
    .replace(edges, '')
    .replace(/\s+([,.;])/g, '$1')
    .trim()
  if (says(task)) return clip(task)
  const earlier = sentence
    .slice(0, Math.max(0, sentence.indexOf(text)))
    .replace(marker, '')
    .replace(edges, '')
    .trim()
  if (says(earlier)) return clip(earlier)
  const labelled = /^thời\s+(?:gian|hạn)\s/iu.test(plain) && /^\p{L}{2,}$/u.test(task)
  if (labelled) return task
  const heading = clause.headings.findLast((words) => !/^thời\s+(?:gian|hạn)|^tiến độ|như sau:?$/iu.test(words))
  return heading ? clip(heading.replace(edges, '')) : null
}
