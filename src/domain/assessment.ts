import { fold } from './fold.ts'
import type { Assessment } from './report.ts'

/** "Khó khăn:", "Tồn tại, hạn chế:"; "Nguyên nhân:"; "Đề xuất, kiến nghị:" at the head of a line. */
const labels: [keyof Assessment, RegExp][] = [
  ['difficulties', /^(?:kho khan|vuong mac|ton tai|han che|difficult)/],
  ['causes', /^(?:nguyen nhan|cause)/],
  ['proposals', /^(?:de xuat|kien nghi|de nghi|giai phap|propos)/],
]

const numbering = /^\s*(?:[-–+•*]|\d{1,2}[.)])\s*/u

function readLine(line: string): { of: keyof Assessment | null; text: string } {
  const unmarked = line.replace(numbering, '')
  const colon = unmarked.indexOf(':')
  const head = colon < 0 || colon > 60 ? '' : fold(unmarked.slice(0, colon))
  const of = labels.find(([, pattern]) => pattern.test(head))?.[0] ?? null
  return { of, text: (of ? unmarked.slice(colon + 1) : line).trim() }
}

/** What was hard, why, and what is asked for, typed at once: lines go under the label before them, without one under difficulties. */
export function readAssessment(typed: string): Assessment {
  const found: Record<keyof Assessment, string[]> = { difficulties: [], causes: [], proposals: [] }
  let under: keyof Assessment = 'difficulties'
  for (const line of typed.normalize('NFC').split('\n')) {
    const { of, text } = readLine(line)
    under = of ?? under
    if (text !== '') found[under].push(text)
  }
  const join = (lines: string[]) => lines.join('\n')
  return {
    difficulties: join(found.difficulties),
    causes: join(found.causes),
    proposals: join(found.proposals),
  }
}
