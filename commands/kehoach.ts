import { z } from 'zod'
import { defineAction, defineCommand, everyone, only } from '../src/chat/command.ts'
import { endPlan, manageButtons } from '../src/chat/manage-plan.ts'
import { button, message } from '../src/chat/message.ts'
import { listPlans } from '../src/chat/plan-list.ts'
import { findPlan, planMessage, showOriginal, showUnitTasks } from '../src/chat/plan-view.ts'
import type { Turn } from '../src/chat/turn.ts'
import { formatContents, formatCriteria } from '../src/texts/plan-card.ts'

const ofPlan = z.object({ plan: z.string() })
const ending = z.object({ plan: z.string(), status: z.enum(['withdrawn', 'closed']) })
const isAdmin = only('admin')

/** Rights are asked again when a button is pressed: it may be old. */
const asAdmin = (turn: Turn, act: () => Promise<void> | void) =>
  isAdmin(turn.person) ? act() : turn.say('plans.manage.refused')

const back = (turn: Turn, plan: string) => [button(turn.texts.t('plans.plan.button.back'), 'kehoach', 'open', { plan })]

/** Plans in force, the nearest deadline first; a plan's card is also where admins change it. */
export default defineCommand({
  order: 3,
  usage: 'plans.list.usage',
  menu: 'plans.list.menu',
  aliases: ['kh', 'xem kế hoạch'],
  allow: everyone,
  // "kế hoạch 120 năm", "kế hoạch thi đua …", "kế hoạch số 23"; not "kế hoạch tuần sau của anh thế nào"
  understands: (tail) => /^(?:\d|s[ốo] ?\d|thi [đd]ua|[đd]ang)/iu.test(tail),
  run: (turn, tail) => listPlans(turn, tail, 0),
  actions: {
    list: defineAction(z.object({ offset: z.int() }), (turn, { offset }) => listPlans(turn, '', offset)),
    open: defineAction(ofPlan, async (turn, { plan }) => {
      const found = await findPlan(turn, plan)
      if (found) turn.reply(await planMessage(turn, found))
    }),
    contents: defineAction(ofPlan, async (turn, { plan }) => {
      const found = await findPlan(turn, plan)
      if (found) turn.reply(message(formatContents(turn.texts, found.draft).join('\n'), back(turn, plan)))
    }),
    criteria: defineAction(ofPlan, async (turn, { plan }) => {
      const found = await findPlan(turn, plan)
      if (found) turn.reply(message(formatCriteria(turn.texts, found.draft).join('\n'), back(turn, plan)))
    }),
    mine: defineAction(ofPlan, (turn, { plan }) => showUnitTasks(turn, plan, back(turn, plan))),
    original: defineAction(ofPlan, (turn, { plan }) => showOriginal(turn, plan)),
    manage: defineAction(ofPlan, (turn, { plan }) =>
      asAdmin(turn, async () => {
        const found = await findPlan(turn, plan)
        if (found) turn.say('plans.manage.ask', { name: found.shortName }, await manageButtons(turn, found))
      }),
    ),
    correct: defineAction(z.object({ plan: z.string(), event: z.boolean() }), (turn, { plan, event }) =>
      asAdmin(turn, async () => {
        const found = await findPlan(turn, plan)
        if (found?.status === 'in_force') await turn.begin('suathoihan', { planId: plan, event })
        else if (found) turn.say('plans.manage.alreadyEnded', { name: found.shortName })
      }),
    ),
    end: defineAction(ending, (turn, { plan, status }) =>
      asAdmin(turn, async () => {
        const found = await findPlan(turn, plan)
        if (!found) return
        const [question, label] =
          status === 'withdrawn'
            ? (['plans.manage.confirmWithdraw', 'plans.manage.withdraw'] as const)
            : (['plans.manage.confirmClose', 'plans.manage.close'] as const)
        turn.say(question, { name: found.shortName }, [
          button(turn.texts.t(label), 'kehoach', 'endNow', { plan, status }),
          ...back(turn, plan),
        ])
      }),
    ),
    endNow: defineAction(ending, (turn, { plan, status }) => asAdmin(turn, () => endPlan(turn, plan, status))),
  },
})
