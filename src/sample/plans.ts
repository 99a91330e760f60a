import { readFileSync } from 'node:fs'
import { proposeAudience } from '../domain/audience.ts'
import { addDays, type Day, dayOf, type Instant } from '../domain/day.ts'
import type { PlanDraft } from '../domain/plan.ts'
import { identityOf } from '../domain/plan-identity.ts'
import type { Store } from '../store/store.ts'

/** Both are loaded as if an admin had published them; `ago`: how many days before. */
const samples = [
  { file: 'duong-sach-nha-dep.txt', shortName: 'thi đua đường sạch, nhà đẹp', ago: 288 },
  { file: 'cai-cach-hanh-chinh.txt', shortName: 'thi đua cải cách hành chính', ago: 0 },
]
const dayMs = 86_400_000
const zone = 'Asia/Ho_Chi_Minh'

type ReadPlan = (text: string) => { draft: PlanDraft; text: string }
type KeepFile = (bytes: Uint8Array) => Promise<string>

/**
 * Publishes the two sample plans in a store that has units: one with deadlines ahead of `now`, one that is over. Each
 * deadline binds whom its sentence names. `keepFile` keeps their texts as originals.
 */
export async function loadSamplePlans(
  store: Store,
  readPlan: ReadPlan,
  now: Instant,
  keepFile?: KeepFile,
): Promise<void> {
  const units = await store.units.all()
  for (const { file, shortName, ago } of samples) {
    const words = samplePlanText(file, dayOf(now, zone))
    const { draft, text } = readPlan(words)
    const hash = await keepFile?.(new TextEncoder().encode(words))
    await store.plans.publish({
      ...{ shortName, draft, unique: true, by: null },
      identity: identityOf(draft, text),
      file: hash === undefined ? null : { hash, name: file, mime: 'text/plain' },
      deadlines: draft.deadlines.map((deadline) => ({
        deadline,
        audience: proposeAudience(deadline.actor, units).rows,
      })),
      at: now - ago * dayMs,
    })
  }
}

/** The text of a sample plan on a day: `{{day +17}}` is the day 17 days later, likewise `month`, `dd`, `mm`, `yyyy`. */
export function samplePlanText(file: string, today: Day): string {
  const template = readFileSync(new URL(`./plans/${file}`, import.meta.url), 'utf8')
  return template.replace(/\{\{(\w+) ([+-]\d+)\}\}/gu, (_whole, part: string, days: string) => {
    const [yyyy = '', mm = '', dd = ''] = addDays(today, Number(days)).split('-')
    const parts: Record<string, string> = { yyyy, mm, dd, day: `${dd}/${mm}/${yyyy}`, month: `${mm}/${yyyy}` }
    return parts[part] ?? ''
  })
}
