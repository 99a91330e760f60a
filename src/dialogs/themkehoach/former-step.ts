import { message } from '../../chat/message.ts'
import type { Day } from '../../domain/day.ts'
import { formerIn, reformedOn } from '../../domain/former-names.ts'
import { isPast } from '../../domain/plan-review.ts'
import { rootOf } from '../../domain/unit-tree.ts'
import { formatFull } from '../../texts/days.ts'
import { formatTask } from '../../texts/plan-card.ts'
import type { Asked, Choice, Step } from '../engine/dialog.ts'
import { type Answers, isKept, type Reviewed } from './answers.ts'
import { unitsOf } from './bind.ts'

type Former = Answers['former'][number]

const [least, most] = [3, 120]
/** Buttons beside the standard ones. */
const mostNames = 2

/** The bodies that are no more and are named by a deadline that is kept and still ahead; what was settled before stays. */
export function formerOf({ deadlines, former }: Answers, today: Day): Former[] {
  const live = deadlines.filter((one) => isKept(one) && !isPast(one.deadline, today))
  const bodies = live.flatMap(({ deadline }) => formerIn(deadline, today))
  return [...new Map(bodies.map((body) => [body.name, body])).values()].map(
    (body) => former.find(({ name }) => name === body.name) ?? { ...body, now: null, settled: false },
  )
}

/** What a body of the old order is called today: said by the admin, never decided by the program. */
export const former: Step<Answers> = {
  plainNumbers: true,
  ask({ turn, answers, at }) {
    const { name } = bodyAt(answers, at)
    const named = answers.deadlines.filter((one) => isKept(one) && names(one, name, turn.today))
    const tasks = [...new Set(named.map(({ deadline }) => formatTask(turn.texts, deadline)))].join('; ')
    const place = { number: (at.item ?? 0) + 1, of: answers.former.length }
    return message(turn.texts.t('review.former.ask', { ...place, name, day: formatFull(reformedOn), tasks }))
  },
  async choices(asked) {
    const today: Choice[] = (await proposals(asked)).map((name) => ({ value: `now:${name}`, label: name }))
    return [...today, { value: 'wait', label: asked.turn.texts.t('review.former.wait') }]
  },
  read(input, { turn, answers, at }) {
    if (input.kind === 'choice') return settle(answers, at, turn.today, input.value.match(/^now:(.*)$/su)?.[1] ?? null)
    const now = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/gu, ' ').trim() : ''
    if (now.length >= least && now.length <= most) return settle(answers, at, turn.today, now)
    return { ok: false, message: message(turn.texts.t('review.former.length', { least, most, length: now.length })) }
  },
}

function bodyAt({ former }: Answers, { item = 0 }: Asked<Answers>['at']): Former {
  const body = former[item]
  if (!body) throw new Error(`The review has no former body ${item}.`)
  return body
}

const names = ({ deadline }: Reviewed, name: string, today: Day): boolean =>
  formerIn(deadline, today).some((body) => body.name === name)

/** What the catalogue knows; of an office of a district, which nothing replaces by itself, the agency. */
async function proposals({ turn, answers, at }: Asked<Answers>): Promise<string[]> {
  const { candidates } = bodyAt(answers, at)
  const root = rootOf(await unitsOf(turn))
  return candidates.length > 0 ? candidates.slice(0, mostNames) : root ? [root.name] : []
}

/** Keeps the mapping with every deadline that names the body. */
function settle(answers: Answers, at: Asked<Answers>['at'], today: Day, now: string | null) {
  const { name } = bodyAt(answers, at)
  const former = answers.former.map((one) => (one.name === name ? { ...one, now, settled: true } : one))
  const deadlines = answers.deadlines.map((one): Reviewed => {
    if (!names(one, name, today)) return one
    const others = (one.deadline.formerly ?? []).filter((mapped) => mapped.name !== name)
    return { ...one, deadline: { ...one.deadline, formerly: [...others, { name, now }] } }
  })
  return { ok: true as const, answers: { ...answers, former, deadlines } }
}
