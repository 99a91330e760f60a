import { z } from 'zod'
import { namesPlan } from '../src/asking/match-plan.ts'
import { defineAction, defineCommand, everyone, only } from '../src/chat/command.ts'
import { formerOfPlan } from '../src/chat/former-bodies.ts'
import { showGroupPlans } from '../src/chat/group-answers.ts'
import { endPlan, manageButtons, mayManage } from '../src/chat/manage-plan.ts'
import { button, message } from '../src/chat/message.ts'
import { listPlans } from '../src/chat/plan-list.ts'
import { showRehearsal } from '../src/chat/plan-rehearsal.ts'
import { findPlan, planMessage, showOriginal, showUnitTasks } from '../src/chat/plan-view.ts'
import { cancelPlanned, listPlanned, publishPlannedNow, showPlanned } from '../src/chat/planned-plans.ts'
import { beginRehearsalFile, rehearsedArgs, sendRehearsed } from '../src/chat/rehearsal-file.ts'
import type { Turn } from '../src/chat/turn.ts'
import { showYear } from '../src/chat/year-rehearsal.ts'
import { fold } from '../src/domain/fold.ts'
import type { Plan } from '../src/store/plan-rows.ts'
import { formatContents, formatCriteria } from '../src/texts/plan-card.ts'

const isAdmin = only('admin')
const ofPlan = z.object({ plan: z.string() })
const ofPlanned = z.object({ planned: z.string() })
const ofPlanOrAll = z.object({ plan: z.string().nullable() })
const ending = z.object({ plan: z.string(), status: z.enum(['withdrawn', 'closed']) })
/** Rights are asked again when a button is pressed: it may be old. */
async function asAdmin(turn: Turn, id: string, act: (plan: Plan) => Promise<void> | void): Promise<void> {
  const plan = await findPlan(turn, id)
  if (!plan) return
  if (await mayManage(turn, plan)) await act(plan)
  else turn.say('plans.manage.refused')
}

async function beginNames(turn: Turn, { id, shortName, status }: Plan): Promise<void> {
  if (status !== 'in_force') return turn.say('plans.manage.alreadyEnded', { name: shortName })
  const bodies = await formerOfPlan(turn, id)
  if (bodies.length === 0) return turn.say('review.former.none')
  await turn.begin('suatencu', { planId: id, bodies: bodies.map((body) => ({ ...body, now: body.was })) })
}

const back = (turn: Turn, plan: string) => [button(turn.texts.t('plans.plan.button.back'), 'kehoach', 'open', { plan })]

// "kế hoạch 120 năm", "kế hoạch thi đua …", "kế hoạch số 23"; not "kế hoạch tuần sau của anh"
const names = /^(?:\d|so \d|thi dua|dang thuc hien)/
// "kế hoạch 120 năm bao giờ hết hạn đăng ký" is a question
const asks = /\b(?:bao gio|khi nao|ngay nao|luc nao|han|nop|gi|dau|the nao|may|ai)\b/

/** Plans in force, the nearest deadline first; a plan's card is also where admins change it. */
export default defineCommand({
  order: 3,
  usage: 'plans.list.usage',
  menu: 'plans.list.menu',
  aliases: ['kh', 'xem kế hoạch'],
  allow: everyone,
  understands: async (tail, { store }) =>
    (names.test(fold(tail)) && !asks.test(fold(tail))) || namesPlan(tail, await store.plans.list()),
  run: (turn, tail) => listPlans(turn, tail, 0),
  inGroup: showGroupPlans,
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
    plannedAll: defineAction(z.object({}), listPlanned),
    planned: defineAction(ofPlanned, (turn, { planned }) => showPlanned(turn, planned)),
    plannedNow: defineAction(ofPlanned, (turn, { planned }) => publishPlannedNow(turn, planned)),
    plannedCancel: defineAction(ofPlanned, (turn, { planned }) => cancelPlanned(turn, planned)),
    manage: defineAction(ofPlan, (turn, { plan }) =>
      asAdmin(turn, plan, async (found) =>
        turn.say('plans.manage.ask', { name: found.shortName }, await manageButtons(turn, found)),
      ),
    ),
    rehearse: defineAction(z.object({ plan: z.string(), page: z.int().min(0) }), (turn, { plan, page }) =>
      asAdmin(turn, plan, (found) => showRehearsal(turn, found, page)),
    ),
    rehearseYear: defineAction(z.object({ page: z.int().min(0) }), (turn, { page }) =>
      isAdmin(turn.person) ? showYear(turn, page) : turn.say('agenda.rehearsal.refused'),
    ),
    // Whose plans they are is asked where the file is made.
    rehearsalFile: defineAction(ofPlanOrAll, (turn, { plan }) => beginRehearsalFile(turn, plan)),
    rehearsed: defineAction(rehearsedArgs, sendRehearsed),
    names: defineAction(ofPlan, (turn, { plan }) => asAdmin(turn, plan, (found) => beginNames(turn, found))),
    correct: defineAction(z.object({ plan: z.string(), event: z.boolean() }), (turn, { plan, event }) =>
      asAdmin(turn, plan, async ({ status, shortName }) => {
        if (status === 'in_force') await turn.begin('suathoihan', { planId: plan, event })
        else turn.say('plans.manage.alreadyEnded', { name: shortName })
      }),
    ),
    end: defineAction(ending, (turn, { plan, status }) =>
      asAdmin(turn, plan, ({ shortName }) => {
        const isWithdrawal = status === 'withdrawn'
        const label = turn.texts.t(isWithdrawal ? 'plans.manage.withdraw' : 'plans.manage.close')
        const question = isWithdrawal ? 'plans.manage.confirmWithdraw' : 'plans.manage.confirmClose'
        const yes = button(label, 'kehoach', 'endNow', { plan, status })
        turn.say(question, { name: shortName }, [yes, ...back(turn, plan)])
      }),
    ),
    endNow: defineAction(ending, (turn, { plan, status }) =>
      asAdmin(turn, plan, (found) => endPlan(turn, found, status)),
    ),
  },
})
