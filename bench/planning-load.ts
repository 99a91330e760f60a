import { join } from 'node:path'
import { officeCalendar } from '../src/domain/calendar.ts'
import { addDays, instantOf } from '../src/domain/day.ts'
import { queueReminders } from '../src/jobs/reminders.ts'
import { openDatabase } from '../src/store/database.ts'
import { sqliteDialect } from '../src/store/sqlite.ts'
import type { Store } from '../src/store/store.ts'

/**
 * One morning of the office in a folder, planned in a process of its own so that its memory is seen: `folder today`; with
 * `lost` as well nothing of it goes out.
 */
const [folder = '', today = '', fate = 'sent'] = process.argv.slice(2)
const zone = 'Asia/Ho_Chi_Minh'
const now = instantOf(today, '07:30', zone)
const database = await openDatabase(sqliteDialect(join(folder, 'bot.sqlite')))
const run = { now, today, since: addDays(today, -1), calendar: officeCalendar(), zone }

async function plan(store: Store): Promise<void> {
  await store.outbox.expire(now)
  await queueReminders({ ...run, store })
}

async function sendAll({ outbox }: Store): Promise<void> {
  const due = await outbox.claim({ now, realNow: now, leaseMs: 1000, most: waiting })
  for (const { id } of due) await outbox.settle(Number(id), { state: 'sent', sentAt: now })
}

const [began, before] = [performance.now(), process.cpuUsage()]
await database.transaction(plan)
const seconds = (performance.now() - began) / 1000
const { user, system } = process.cpuUsage(before)
const mb = process.resourceUsage().maxRSS / 1024
const { waiting } = await database.store.outbox.depth(now)
if (fate === 'sent') await database.transaction(sendAll)
await database.close()
process.stdout.write(JSON.stringify({ seconds, processor: (user + system) / 1_000_000, mb, waiting }))
