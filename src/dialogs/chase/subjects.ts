import { button, type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { ByHand, Chased } from '../../domain/chase.ts'
import { addDays, dayOf } from '../../domain/day.ts'
import { isCounted, isOpen, type Obligation, remindedOf, subjectIdOf } from '../../domain/obligation.ts'
import { unitsUnder } from '../../domain/rights.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay, formatShort } from '../../texts/days.ts'
import { formatDeadline, formatDeed } from '../../texts/deadlines.ts'
import { formatLocalDays } from '../../texts/local-days.ts'
import { formatChannel } from '../../texts/people.ts'
import { formatList } from '../../texts/whose.ts'

/** How far from today a deadline lies that is followed up, in days. */
const reach = { behind: 30, ahead: 45 }
const mostDeadlines = 5
const linesAPage = 8
const mostEvents = 3

/** What is open in the admin's charge under deadlines near today, or under one deadline. */
export async function openInCharge(turn: Turn, deadlineId?: string): Promise<Obligation[]> {
  const { store, person, today } = turn
  const units = await store.units.all()
  const unitIds = person ? [...unitsUnder(person, units, 'admin')] : []
  const lastDay = { from: addDays(today, -reach.behind), to: addDays(today, reach.ahead) }
  const found = await store.obligations.find({ unitIds, ...(deadlineId ? { deadlineIds: [deadlineId] } : { lastDay }) })
  return found.filter((one) => isOpen(one) && isCounted(one))
}

/** The deadlines under which something is missing, each to be opened. */
export async function listChases(turn: Turn): Promise<void> {
  const { texts } = turn
  const groups = [...Map.groupBy(await openInCharge(turn), ({ deadlineId }) => deadlineId).values()]
  const pause = button(texts.t('office.chase.button.pause'), 'dondoc', 'pause')
  if (groups.length === 0) return turn.reply(message(texts.t('office.chase.none'), [pause]))
  const shown = groups.slice(0, mostDeadlines)
  const lines = shown.map((group, at) => {
    const [first] = group
    const deed = first ? capitalise(formatDeed(texts, first.kind, first.plan)) : ''
    const deadline = first ? formatDeadline(texts, first.deadline) : ''
    return texts.t('office.chase.deadline', { number: at + 1, deed, deadline, count: group.length })
  })
  const buttons = shown.map((group, at) =>
    button(texts.t('office.chase.button.open', { number: at + 1 }), 'dondoc', 'open', {
      deadline: group[0]?.deadlineId,
    }),
  )
  turn.reply(message([texts.t('office.chase.list'), ...lines].join('\n'), [...buttons, pause]))
}

type History = { chats: Chased[]; hands: ByHand[]; names: Map<string, string> }

function eventsOf(turn: Turn, obligation: Obligation, told: string[], { chats, hands, names }: History): string[] {
  const { texts, zone } = turn
  const inChat = chats
    .filter(({ personId }) => told.includes(personId))
    .map(({ personId, at, channel, fate }) => ({
      day: dayOf(at, zone),
      text: texts.t(`office.chase.fate.${fate}`, {
        day: formatShort(dayOf(at, zone)),
        who: names.get(personId) ?? '',
        channel: channel ? formatChannel(texts, channel) : '',
      }),
    }))
  const byHand = hands
    .filter((one) => one.subject === obligation.subject && one.subjectId === subjectIdOf(obligation))
    .map(({ day, way, heardBy, outcome }) => {
      const parts = [heardBy && texts.t('office.chase.heardBy', { who: heardBy }), outcome].filter(
        (part) => part !== '',
      )
      const head = texts.t(`office.chase.way.${way}`, { day: formatShort(day) })
      return { day, text: formatList(texts, [head, ...parts]) }
    })
  return [...inChat, ...byHand]
    .sort((one, other) => one.day.localeCompare(other.day))
    .slice(-mostEvents)
    .map(({ text }) => text)
}

async function readHistory({ store }: Turn, deadlineId: string): Promise<History> {
  const people = await store.people.all()
  return {
    chats: await store.chases.inChat(deadlineId),
    hands: await store.chases.byHand(deadlineId),
    names: new Map(people.map(({ id, name }) => [id, name])),
  }
}

/** For each one missing under a deadline: when they were reminded, on which channel, with what outcome. */
export async function presentChases(turn: Turn, deadlineId: string, offset = 0): Promise<Message> {
  const { texts, store } = turn
  const open = await openInCharge(turn, deadlineId)
  const [first] = open
  if (!first) return message(texts.t('office.chase.noneOfThis'))
  const history = await readHistory(turn, deadlineId)
  const memberships = await store.people.memberships()
  const lines = open.slice(offset, offset + linesAPage).map((one, at) => {
    const name = history.names.get(one.personId ?? '') ?? ''
    const who = one.personId ? texts.t('register.named', { name, unit: one.unitName }) : one.unitName
    const events = eventsOf(turn, one, remindedOf(one, memberships), history)
    const local = formatLocalDays(texts, one)
    const below = [...local, ...(events.length > 0 ? events : [texts.t('office.chase.never')])]
    return [`${offset + at + 1}. ${capitalise(who)}`, ...below.map((line) => `   ${line}`)].join('\n')
  })
  const values = {
    ...{ deed: capitalise(formatDeed(texts, first.kind, first.plan)), count: open.length },
    last: first.lastDay ? formatDay(texts, first.lastDay) : '',
  }
  const next = offset + linesAPage
  return message([texts.t('office.chase.head', values), ...lines].join('\n'), [
    button(texts.t('office.chase.button.note'), 'dondoc', 'note', { deadline: deadlineId }),
    button(texts.t('office.chase.button.calls'), 'dondoc', 'calls', { deadline: deadlineId }),
    button(texts.t('office.extension.button.extend'), 'dondoc', 'extend', { deadline: deadlineId }),
    ...(next < open.length
      ? [button(texts.t('deadlines.button.more'), 'dondoc', 'open', { deadline: deadlineId, offset: next })]
      : []),
  ])
}
