import { matchPlans, namesSomething } from '../src/asking/match-plan.ts'
import { readQuestion } from '../src/asking/read-question.ts'
import { defineCommand, everyone } from '../src/chat/command.ts'
import { noFilter } from '../src/chat/find-dues.ts'
import { commandButton } from '../src/chat/message.ts'
import { showDues } from '../src/chat/show-dues.ts'

/** Plain text that is no command: a question about deadlines is answered from the plans; anything else is said not to be understood. */
export default defineCommand({
  usage: 'deadlines.question.usage',
  menu: 'deadlines.question.menu',
  aliases: [],
  hidden: true,
  allow: everyone,
  async run(turn, text) {
    const { texts, today } = turn
    const buttons = [
      commandButton(texts.t('deadlines.button.list'), 'hanchot'),
      commandButton(texts.t('deadlines.button.help'), 'trogiup'),
    ]
    const question = readQuestion(text, today)
    if (!question) return turn.say('deadlines.question.notUnderstood', {}, buttons)
    const plans = await turn.store.plans.list()
    const planIds = matchPlans(
      question.rest,
      plans.map(({ id, shortName, title }) => ({ id, names: [shortName, title ?? ''] })),
    )
    if (planIds.length === 0 && namesSomething(question.rest))
      return turn.say('deadlines.question.noSuchPlan', {}, buttons)
    const { kinds, range } = question
    return showDues(turn, { ...noFilter, kinds, range, planIds: planIds.length > 0 ? planIds : null })
  },
})
