import { z } from 'zod'
import { matchPlans } from '../src/asking/match-plan.ts'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { dueFilter, noFilter } from '../src/chat/find-dues.ts'
import { showGroupDues } from '../src/chat/group-answers.ts'
import { showClause, showDues, showQuote } from '../src/chat/show-dues.ts'
import type { Turn } from '../src/chat/turn.ts'
import { ledUnits } from '../src/dialogs/hannoibo.ts'
import { beginMoreTime } from '../src/dialogs/more-time/write.ts'
import { readDueRange } from '../src/domain/due-range.ts'
import { fold } from '../src/domain/fold.ts'
import { unitsUnder } from '../src/domain/rights.ts'

const ofDeadline = z.object({ deadline: z.string() })

/** What is due and when; narrowed by a time, by words of a plan, or by a unit in one's charge. */
export default defineCommand({
  order: 1,
  usage: 'deadlines.usage',
  menu: 'deadlines.menu',
  aliases: ['hc', 'hạn chót', 'thời hạn', 'thoihan', 'hạn', 'hạn nộp', 'deadline'],
  allow: everyone,
  // "hạn chót tháng 11", "hạn tuần này"; other words after it are a question
  understands: (tail, { today }) => readDueRange(tail, today).rest === '',
  async run(turn, tail) {
    const { range, rest } = readDueRange(tail, turn.today)
    if (rest === '') return showDues(turn, { ...noFilter, range })
    const unitId = await unitNamed(turn, rest)
    if (unitId) return showDues(turn, { ...noFilter, range, unitId })
    const planIds = matchPlans(rest, await planNames(turn))
    if (planIds.length === 0) return turn.say('deadlines.unknownWords', { words: tail })
    return showDues(turn, { ...noFilter, range, planIds })
  },
  inGroup: showGroupDues,
  actions: {
    open: defineAction(ofDeadline, (turn, { deadline }) => showClause(turn, deadline)),
    internal: defineAction(ofDeadline, async (turn, { deadline }) => {
      const led = await ledUnits(turn)
      if (led.length === 0) return turn.say('office.internal.notYours')
      await turn.begin('hannoibo', { deadlineId: deadline, ...(led.length === 1 && { unitId: led[0]?.id }) })
    }),
    moreTime: defineAction(ofDeadline, (turn, { deadline }) => beginMoreTime(turn, deadline)),
    quote: defineAction(ofDeadline, (turn, { deadline }) => showQuote(turn, deadline)),
    page: defineAction(z.object({ filter: dueFilter, offset: z.int() }), (turn, { filter, offset }) =>
      showDues(turn, filter, offset),
    ),
  },
})

async function planNames(turn: Turn) {
  const plans = await turn.store.plans.list()
  return plans.map(({ id, shortName, title, number }) => ({ id, names: [shortName, title ?? '', number ?? ''] }))
}

/** A unit in the person's charge whose whole name is what was typed. */
async function unitNamed(turn: Turn, words: string): Promise<string | null> {
  if (!turn.person) return null
  const units = await turn.store.units.all()
  const seen = unitsUnder(turn.person, units, 'head', 'admin')
  return units.find(({ id, name }) => seen.has(id) && fold(name) === words)?.id ?? null
}
