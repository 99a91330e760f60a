import type { Day } from '../domain/day.ts'
import { nudgeTargets } from '../domain/nudge.ts'
import type { Obligation } from '../domain/obligation.ts'
import { formatDeadline, formatDeed, formatLastDayNear } from '../texts/deadlines.ts'
import type { Texts } from '../texts/texts.ts'
import { formatList } from '../texts/whose.ts'
import { button, message } from './message.ts'
import type { Turn } from './turn.ts'

/** Which deadline, and which round of what comes again. */
export type Nudged = { deadlineId: string; round?: string | undefined }

type Nudge = { obligation: Obligation & { lastDay: Day }; nudged: Nudged; people: { id: string; name: string }[] }

const keyOf = (turn: Turn, { deadlineId, round }: Nudged, personId: string) =>
  ['nudge', turn.today, deadlineId, ...(round ? [round] : []), personId].join(':')

/** Of what comes again the round that is asked for, else the one to be sent next. */
function roundIn(obligations: Obligation[], { round }: Nudged, today: Day): string | null {
  if (round) return round
  const next = obligations.find(({ lastDay }) => lastDay !== null && lastDay >= today) ?? obligations[0]
  return next?.round ?? null
}

/** Whom the person may remind of a deadline now: those missing whom nobody has reminded in their head's name today. */
async function readNudge(turn: Turn, asked: Nudged): Promise<Nudge | null> {
  const { store, person, today } = turn
  if (!person) return null
  const obligations = await store.obligations.find({ deadlineIds: [asked.deadlineId], today })
  const round = roundIn(obligations, asked, today)
  const nudged = { deadlineId: asked.deadlineId, ...(round && { round }) }
  const facts = { obligations, units: await store.units.all(), memberships: await store.people.memberships() }
  const people: Nudge['people'] = []
  for (const id of nudgeTargets(person, { deadlineId: asked.deadlineId, round }, facts)) {
    const known = await store.people.byId(id)
    if (known && !(await store.outbox.byKey(keyOf(turn, nudged, id)))) people.push({ id, name: known.name })
  }
  const first = obligations.find((one) => one.round === round)
  if (!first?.lastDay || people.length === 0) return null
  return { obligation: { ...first, lastDay: first.lastDay }, nudged, people }
}

function textOf(turn: Turn, { obligation }: Nudge, texts: Texts): string {
  const { kind, plan, deadline, lastDay } = obligation
  return texts.t('reminders.nudge.text', {
    head: turn.person?.name,
    deed: formatDeed(texts, kind, plan),
    deadline: formatDeadline(texts, deadline),
    last: formatLastDayNear(texts, turn.calendar, turn.today, { kind, precision: deadline.precision, lastDay }),
  })
}

/** Shows what would be sent to whom, and sends nothing. */
export async function previewNudge(turn: Turn, asked: Nudged): Promise<void> {
  const nudge = await readNudge(turn, asked)
  if (!nudge) return turn.say('reminders.nudge.none')
  const names = formatList(
    turn.texts,
    nudge.people.map(({ name }) => name),
  )
  const { blocks } = message(turn.texts.t('reminders.nudge.preview', { names }))
  turn.reply({
    blocks: [...blocks, { kind: 'quote', text: textOf(turn, nudge, turn.texts) }],
    buttons: [button(turn.texts.t('reminders.button.send'), 'nhac', 'nudgeNow', nudge.nudged)],
  })
}

/** Reminds them in the head's name, each once a day. */
export async function sendNudge(turn: Turn, asked: Nudged): Promise<void> {
  const nudge = await readNudge(turn, asked)
  if (!nudge) return turn.say('reminders.nudge.none')
  for (const { id } of nudge.people)
    await turn.tell(id, keyOf(turn, nudge.nudged, id), 'nudge', (texts) =>
      message(textOf(turn, nudge, texts), [button(texts.t('plans.news.see'), 'nhac', 'work', nudge.nudged)]),
    )
  turn.say('reminders.nudge.done', { count: nudge.people.length })
}
