import { listsOf } from '../../chat/known-lists.ts'
import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { formerIn } from '../../domain/former-names.ts'
import { isPast } from '../../domain/plan-review.ts'
import { rootOf } from '../../domain/unit-tree.ts'
import { formatFull } from '../../texts/days.ts'
import { formatTask } from '../../texts/plan-card.ts'
import type { Asked, Choice, Input, Read, Step } from '../engine/dialog.ts'
import { type Answers, isKept, type Reviewed } from './answers.ts'
import { unitsOf } from './bind.ts'

type Former = Answers['former'][number]

const [least, most] = [3, 120]
/** Buttons beside the standard ones. */
const mostNames = 2

/** The bodies that are no more and are named by a deadline that is kept and still ahead; what was settled before stays. */
export async function formerOf(turn: Turn, { deadlines, former }: Answers): Promise<Former[]> {
  const { names } = await listsOf(turn)
  const live = deadlines.filter((one) => isKept(one) && !isPast(one.deadline, turn.today))
  const bodies = live.flatMap(({ deadline }) => formerIn(deadline, turn.today, names))
  return [...new Map(bodies.map((body) => [body.name, body])).values()].map(
    (body) => former.find(({ name }) => name === body.name) ?? { ...body, now: null, settled: false },
  )
}

/** What a body of the old order is called today: said by the admin, never decided by the program. */
export const former: Step<Answers> = {
  plainNumbers: true,
  ask({ turn, answers, at }) {
    const { name, full = name, since } = bodyAt(answers, at)
    const named = answers.deadlines.filter((one) => isKept(one) && names(one, name))
    const tasks = [...new Set(named.map(({ deadline }) => formatTask(turn.texts, deadline)))].join('; ')
    const place = { number: (at.item ?? 0) + 1, of: answers.former.length }
    return message(turn.texts.t('review.former.ask', { ...place, name: full, day: formatFull(since), tasks }))
  },
  choices: async ({ turn, answers, at }) => [
    ...(await namesToday(turn, bodyAt(answers, at).candidates)),
    { value: 'wait', label: turn.texts.t('review.former.wait') },
  ],
  read(input, { turn, answers, at }) {
    const read = readNameToday(turn, input)
    return read.ok ? settle(answers, at, read.now) : read
  },
}

function bodyAt({ former }: Answers, { item = 0 }: Asked<Answers>['at']): Former {
  const body = former[item]
  if (!body) throw new Error(`The review has no former body ${item}.`)
  return body
}

const names = ({ deadline: { actor, recipient } }: Reviewed, name: string): boolean =>
  [actor, recipient].some((phrase) => phrase?.replace(/\s+/gu, ' ').includes(name))

/** What is known of it today; of an office of a district, which nothing replaces by itself, the agency. */
export async function namesToday(turn: Turn, candidates: string[]): Promise<Choice[]> {
  const root = rootOf(await unitsOf(turn))
  const names = candidates.length > 0 ? candidates.slice(0, mostNames) : root ? [root.name] : []
  return names.map((name) => ({ value: `now:${name}`, label: name }))
}

/** The name that was chosen or typed; null: not known yet; or what is wrong with it. */
export function readNameToday({ texts }: Turn, input: Input): { ok: true; now: string | null } | Refusal {
  if (input.kind === 'choice') return { ok: true, now: input.value.match(/^now:(.*)$/su)?.[1] ?? null }
  const now = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/gu, ' ').trim() : ''
  if (now.length >= least && now.length <= most) return { ok: true, now }
  return { ok: false, message: message(texts.t('review.former.length', { least, most, length: now.length })) }
}
type Refusal = Extract<Read<unknown>, { ok: false }>

/** Keeps the mapping with every deadline that names the body. */
function settle(answers: Answers, at: Asked<Answers>['at'], now: string | null) {
  const { name, full = name, since } = bodyAt(answers, at)
  const former = answers.former.map((one) => (one.name === name ? { ...one, now, settled: true } : one))
  const deadlines = answers.deadlines.map((one): Reviewed => {
    if (!names(one, name)) return one
    const others = (one.deadline.formerly ?? []).filter((mapped) => mapped.name !== name)
    return {
      ...one,
      deadline: { ...one.deadline, formerly: [...others, { name, now, since, ...(full !== name && { full }) }] },
    }
  })
  return { ok: true as const, answers: { ...answers, former, deadlines } }
}
