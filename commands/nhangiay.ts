import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import type { Turn } from '../src/chat/turn.ts'
import { missingPapers } from '../src/dialogs/nhangiay/missing.ts'
import { mayTakeIn } from '../src/dialogs/nhangiay/take-in.ts'

const paper = z.object({ kind: z.enum(['registration', 'report']), id: z.string() })
const code = /^(?:dk|bc)-\d{4}-\d{4,}$/iu

async function begin(turn: Turn, about: z.infer<typeof paper>): Promise<void> {
  if (await mayTakeIn(turn, about)) await turn.begin('nhangiay', { about })
}

/** "nhangiay DK-2024-0137": the paper of this code. */
async function beginByCode(turn: Turn, typed: string): Promise<void> {
  const report = await turn.store.reports.byCode(typed)
  const found = report ?? (await turn.store.registrations.byCode(typed))
  if (!found) return turn.say('reports.onPaper.refused.unknown')
  await begin(turn, { kind: report ? 'report' : 'registration', id: found.id })
}

/** Papers that came by hand or by post, noted with number, day of arrival and scan. */
export default defineCommand({
  order: 7.5,
  menu: 'reports.onPaper.menu',
  usage: 'reports.onPaper.usage',
  refusal: 'reports.onPaper.refusal',
  aliases: ['nhận giấy', 'nhận bản giấy'],
  allow: only('admin'),
  async run(turn, tail) {
    if (code.test(tail.trim())) return beginByCode(turn, tail)
    if ((await missingPapers(turn)).length === 0) return turn.say('reports.onPaper.none')
    await turn.begin('nhangiay', {})
  },
  actions: { paper: defineAction(paper, begin) },
})
