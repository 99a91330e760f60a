import type { DeadlineKind } from '../domain/plan.ts'
import { assignsWork } from './assigns-work.ts'
import { kindsIn } from './deadline-kind.ts'
import type { Passage } from './passage.ts'
import type { Every } from './time/stretch.ts'

export type UndatedOrder = { passage: Passage; kind: DeadlineKind; every: Every | null }

const orderable: readonly DeadlineKind[] = [
  'registration',
  'commendation_dossier',
  'final_review',
  'interim_review',
  'report',
]
/** "nếu có khó khăn, vướng mắc, báo cáo về …", "Trên đây là …": said at the end of every plan, no order of its own. */
const courtesy =
  /khó khăn|vướng mắc|phát sinh|^\s*trên đây là|^\(|phấn đấu|khi có yêu cầu|coi như|(?:thì|sẽ)\s+không\s+(?:được\s+)?(?:xét|xem xét)|đúng hạn\s|chậm quá/iu
/** "Vận động hội viên đăng ký tham gia": spreads the word, sends nothing. */
const spreads = /(?:vận động|khuyến khích|tuyên truyền|động viên)[^.;]{0,60}đăng ký/iu
const proposes = /báo cáo\s*,\s*(?:đề xuất|đề nghị)/iu
const round =
  /(?:báo cáo|tổng kết|sơ kết|định kỳ|đăng ký)[^.;]{0,140}?(?:hằng|hàng)\s+(năm|quý|tháng|tuần)|(?:hằng|hàng)\s+(năm|quý|tháng|tuần)[^.;]{0,80}(?:báo cáo|sơ kết|tổng kết|đăng ký|gửi)/iu
const every: Record<string, Every> = { năm: 'year', quý: 'quarter', tháng: 'month', tuần: 'week' }

const everyIn = (text: string): Every | null => {
  const match = round.exec(text)
  return every[(match?.[1] ?? match?.[2] ?? '').toLowerCase()] ?? null
}

function kindsOrdered({ text }: Passage): DeadlineKind[] {
  const kinds = kindsIn(spreads.test(text) ? text.replace(/đăng ký/giu, '') : text).filter((kind) =>
    orderable.includes(kind),
  )
  return proposes.test(text) && kinds.includes('commendation_dossier')
    ? kinds.filter((kind) => kind !== 'report')
    : kinds
}

const key = (passage: Passage, kind: DeadlineKind) => `${passage.clause.text}|${kind}`

/** What sections that assign work order without a day: one for each kind and clause, none where the same words name a day. */
export function findUndatedOrders(passages: Passage[], dated: ReadonlySet<Passage>): UndatedOrder[] {
  const seen = new Set<string>()
  return passages
    .filter(
      ({ clause, text, sentence }) =>
        assignsWork(clause) && clause.kind !== 'heading' && !courtesy.test(text) && !courtesy.test(sentence),
    )
    .flatMap((passage) => kindsOrdered(passage).map((kind) => ({ passage, kind, every: everyIn(passage.text) })))
    .filter(({ passage, kind }) => {
      const fresh = !seen.has(key(passage, kind)) && !dated.has(passage)
      seen.add(key(passage, kind))
      return fresh
    })
}
