import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { type Scoped, scopesOf } from '../../domain/aggregate-scope.ts'
import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'

/** All that whoever speaks may add up now. */
export async function myScopes({ person, store, today }: Turn): Promise<Scoped[]> {
  if (!person) return []
  return scopesOf(person, { units: await store.units.all(), groups: await store.unitGroups.all(), today })
}

/** [Tổng hợp]: as what is asked only where somebody may in several ways. */
export async function beginAggregate(turn: Turn, words: string): Promise<void> {
  const [only, ...others] = await myScopes(turn)
  if (!only) return turn.say('papers.aggregate.chat.refused')
  await turn.begin('tonghop', { words, ...(others.length === 0 && { scope: only.scope }) })
}

const labelOf = ({ texts }: Turn, { scope, name }: Scoped): string =>
  texts.t(`papers.aggregate.chat.scope.${scope.as}`, { name })

export const scope: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('papers.aggregate.chat.askScope')),
  choices: async ({ turn }) =>
    (await myScopes(turn)).map((one, index) => ({ value: String(index), label: labelOf(turn, one) })),
  async read(input, { turn, answers }) {
    const picked = input.kind === 'choice' ? (await myScopes(turn))[Number(input.value)] : undefined
    return picked
      ? { ok: true, answers: { ...answers, scope: picked.scope } }
      : { ok: false, message: message(turn.texts.t('papers.aggregate.chat.askScope')) }
  },
}
