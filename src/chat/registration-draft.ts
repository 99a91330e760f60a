import { z } from 'zod'
import type { Core } from './core.ts'
import { openSession } from './session.ts'

const dialog = 'dangky'
const aboutPlan = z.object({ planId: z.string() })
/** No inbox row: the drafts are only looked at. */
const noInbox = -1

/** How far a person has got with registering for a plan; null where no draft of theirs is about it. */
export async function registrationDraft(
  { drafts, dialogs, realClock }: Pick<Core, 'drafts' | 'dialogs' | 'realClock'>,
  personId: string,
  planId: string,
): Promise<{ done: number; of: number | null } | null> {
  const session = await openSession(drafts, personId, noInbox, realClock.now())
  const about = aboutPlan.safeParse(session.find(dialog)?.answers)
  return about.success && about.data.planId === planId ? dialogs.progress(session, dialog) : null
}
