import type { Scan } from './documents/scan/scan.ts'
import { markDoubtfulDigits } from './reading/mark-doubtful-digits.ts'
import { type PlanOrRefusal, readPlanOrRefuse } from './reading/read-plan-or-refuse.ts'

/** A doubtful date as it looks on the scan (PNG); `deadline` is its place in the draft. */
export type DatePicture = { deadline: number; png: Uint8Array }

/** `bound`: of several photos, all of them in one file. */
export type PlanWords =
  | (Extract<PlanOrRefusal, { ok: true }> & { pictures: DatePicture[]; bound: Uint8Array | null })
  | Extract<PlanOrRefusal, { ok: false }>

/** What the reading child does with a file's words: the plan draft, and of a scan the pictures of doubtful dates. */
export async function readPlanWords(text: string, scan: Scan | null): Promise<PlanWords> {
  const plan = readPlanOrRefuse(text)
  if (!plan.ok) return plan
  if (scan === null) return { ...plan, pictures: [], bound: null }
  const { draft, doubtful } = markDoubtfulDigits(plan.draft, scan.lines)
  const pictures: DatePicture[] = []
  for (const { deadline, page, box } of doubtful.slice(0, mostPictures)) {
    const png = await scan.cutOut(page, box)
    if (png) pictures.push({ deadline, png })
  }
  return { ...plan, draft, pictures, bound: await scan.bound() }
}

/** A scan on which more dates are in doubt is to be scanned again. */
const mostPictures = 60
