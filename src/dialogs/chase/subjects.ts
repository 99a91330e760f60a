import { button, type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Obligation } from '../../domain/obligation.ts'
import { isUrgedKind } from '../../domain/urging.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { formatLocalDays } from '../../texts/local-days.ts'
import type { Texts } from '../../texts/texts.ts'
import { formatList } from '../../texts/whose.ts'
import { formatEvent, type Ledger, readLedger } from './history.ts'
import { type Followed, followedOf, formatFollowed, openInCharge } from './in-charge.ts'

const mostDeadlines = 4
const linesAPage = 8
const mostEvents = 3

/** The deadlines under which something is missing, each to be opened; rounds of what comes again apart. */
export async function listChases(turn: Turn): Promise<void> {
  const { texts } = turn
  const open = await openInCharge(turn)
  const groups = [...Map.groupBy(open, ({ deadlineId, round }) => `${deadlineId} ${round ?? ''}`).values()]
  const pause = button(texts.t('office.chase.button.pause'), 'dondoc', 'pause')
  const ofUnit = button(texts.t('office.chase.button.unit'), 'dondoc', 'unit')
  if (groups.length === 0) return turn.reply(message(texts.t('office.chase.none'), [ofUnit, pause]))
  const shown = groups.flatMap((group) => (group[0] ? [{ first: group[0], missing: formatMissing(texts, group) }] : []))
  const lines = shown.slice(0, mostDeadlines).map(({ first, missing }, at) => {
    const deed = capitalise(formatFollowed(texts, first))
    const deadline = formatDeadline(texts, first.deadline)
    return texts.t('office.chase.deadline', { number: at + 1, deed, deadline, missing })
  })
  const buttons = shown
    .slice(0, mostDeadlines)
    .map(({ first }, at) =>
      button(texts.t('office.chase.button.open', { number: at + 1 }), 'dondoc', 'open', followedOf(first)),
    )
  turn.reply(message([texts.t('office.chase.list'), ...lines].join('\n'), [...buttons, ofUnit, pause]))
}

/** `2 đơn vị, 3 người` */
function formatMissing(texts: Texts, missing: Obligation[]): string {
  const people = missing.filter(({ personId }) => personId !== null).length
  const units = missing.length - people
  return formatList(texts, [
    ...(units > 0 ? [texts.t('office.chase.units', { count: units })] : []),
    ...(people > 0 ? [texts.t('office.chase.people', { count: people })] : []),
  ])
}

function entry(turn: Turn, one: Obligation, number: number, ledger: Ledger): string {
  const { texts } = turn
  const name = ledger.names.get(one.personId ?? '') ?? ''
  const who = one.personId ? texts.t('register.named', { name, unit: one.unitName }) : one.unitName
  const events = ledger
    .eventsOf(one)
    .slice(-mostEvents)
    .map((event) => formatEvent(turn, event, ledger))
  const below = [...formatLocalDays(texts, one), ...(events.length > 0 ? events : [texts.t('office.chase.never')])]
  return [`${number}. ${capitalise(who)}`, ...below.map((line) => `   ${line}`)].join('\n')
}

/** For each one missing under a deadline: when they were reminded, on which channel, with what outcome. */
export async function presentChases(turn: Turn, of: Followed, offset = 0): Promise<Message> {
  const { texts } = turn
  const open = await openInCharge(turn, of)
  const [first] = open
  const act = (name: 'note' | 'calls' | 'letter' | 'proof', args: Record<string, unknown> = {}) =>
    button(texts.t(`office.chase.button.${name}`), 'dondoc', name, { ...of, ...args })
  if (!first) return message(texts.t('office.chase.noneOfThis'), [act('proof')])
  const ledger = await readLedger(turn, open)
  const lines = open.slice(offset, offset + linesAPage).map((one, at) => entry(turn, one, offset + at + 1, ledger))
  const values = {
    ...{ deed: capitalise(formatFollowed(texts, first)), missing: formatMissing(texts, open) },
    last: first.lastDay ? formatDay(texts, first.lastDay) : '',
  }
  const next = offset + linesAPage
  const more = button(texts.t('deadlines.button.more'), 'dondoc', 'open', { ...of, offset: next })
  return message(
    [texts.t(values.last ? 'office.chase.head' : 'office.chase.headUndated', values), ...lines].join('\n'),
    [
      ...[act('note'), act('calls'), ...(isUrgedKind(first.kind) ? [act('letter')] : []), act('proof')],
      button(texts.t('office.extension.button.extend'), 'dondoc', 'extend', { deadline: of.deadline }),
      ...(next < open.length ? [more] : []),
    ],
  )
}
