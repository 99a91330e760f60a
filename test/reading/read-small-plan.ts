import type { Deadline, Period, PlanDraft } from '../../src/domain/plan.ts'
import type { DeadlineFacts } from '../../src/reading/deadline-facts.ts'
import { readDeadlines } from '../../src/reading/read-deadlines.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { readPeriod } from '../../src/reading/read-period.ts'

type Read = { deadlines: Deadline[]; warnings: PlanDraft['warnings']; period: Period }

/** A small plan of our own around the given lines: what is read of it. */
export function readSmallPlan(lines: string, facts: Partial<DeadlineFacts> = {}): Read {
  const doc = readDocument(
    `KẾ HOẠCH\nPhát động đợt thi đua cao điểm\n\nThực hiện chương trình công tác, cơ quan ban hành kế hoạch như sau:\n\n${lines}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n`,
  )
  const all: DeadlineFacts = { issuedOn: '2025-03-10', docType: 'plan', title: doc.title, year: 2025, ...facts }
  return { ...readDeadlines(doc, all), period: readPeriod(doc, all) }
}
