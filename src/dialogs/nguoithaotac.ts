import { z } from 'zod'
import { commandButton, message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { tidyName } from '../domain/people-lines.ts'
import { defineDialog, type Step } from './engine/dialog.ts'

const answers = z.object({
  name: z.string().default(''),
  /** What was asked for when the session began. */
  after: z.object({ command: z.string(), tail: z.string() }).nullable().default(null),
})
type Answers = z.infer<typeof answers>

const longestName = 80

/** The people of the office, of whom one sits at the account. */
async function colleagues({ person, store }: Turn): Promise<string[]> {
  const unitIds = [...new Set(person?.memberships.map(({ unitId }) => unitId))]
  const members = await store.people.ofUnits(unitIds)
  return [...new Set(members.filter(({ shared }) => !shared).map(({ name }) => name))].slice(0, 20)
}

const name: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('register.operator.ask', { office: turn.person?.name ?? '' })),
  choices: async ({ turn }) => (await colleagues(turn)).map((one) => ({ value: one, label: one })),
  read(input, { turn, answers }) {
    const given = input.kind === 'choice' ? input.value : input.kind === 'text' ? tidyName(input.text) : ''
    if (!/^\p{L}[\p{L}\p{M}'’. -]+$/u.test(given) || given.length > longestName)
      return { ok: false, message: message(turn.texts.t('register.operator.unclear', { typed: given.slice(0, 60) })) }
    return { ok: true, answers: { ...answers, name: given } }
  },
}

/** Who sits at a shared account: kept for the session, with what is done in it. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'name' }),
  next: () => null,
  steps: { name },
  async finish({ turn, answers: { name, after } }) {
    const { store, account, now, person } = turn
    await store.sharedAccounts.sit(account.id, name, now)
    await store.audit.write({
      ...{ at: now, by: person?.id ?? null, action: 'operator.sat', subject: `account:${account.id}` },
      detail: { operator: name },
    })
    await turn.dropDraft('nguoithaotac')
    const buttons = after ? [] : [commandButton(turn.texts.t('register.menu'), 'dangky')]
    turn.say('register.operator.noted', { name }, buttons)
    if (after) await turn.run(after.command, after.tail)
    return 'done'
  },
})
