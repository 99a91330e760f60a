import { type Button, button, message } from '../../chat/message.ts'
import { type CalendarView, readCalendar } from '../../chat/read-calendar.ts'
import type { Turn } from '../../chat/turn.ts'
import { dayOf } from '../../domain/day.ts'
import { calendarFileName, calendarMime, writeCalendarFile } from '../../papers/calendar-file.ts'
import type { CalendarOf } from '../../store/calendars.ts'
import { formatDay, formatFull } from '../../texts/days.ts'
import { formatDeed } from '../../texts/deadlines.ts'

const boardMinutes = 60

async function unitName({ store }: Turn, unitId: string | null): Promise<string> {
  return (await store.units.all()).find(({ id }) => id === unitId)?.name ?? ''
}

/** How much there is, and what comes first. */
async function headLine(turn: Turn, unitId: string | null, { ahead }: CalendarView): Promise<string> {
  const { texts } = turn
  const [next] = ahead
  const values = {
    ...{ count: ahead.length, unit: await unitName(turn, unitId) },
    ...(next && { day: formatDay(texts, next.day), deed: formatDeed(texts, next.deadline.kind, next.plan) }),
  }
  return texts.t(unitId === null ? 'agenda.chat.own' : 'agenda.chat.unit', values)
}

const addressWords = ({ texts }: Turn, https: string): string =>
  texts.t('agenda.chat.address', { https, webcal: https.replace(/^https:/, 'webcal:') })

type Address = { words: string; buttons: Button[] }

/** The address of a calendar: made where there is none yet, said to stand where there is, and what may be done about it. */
async function addressOf(turn: Turn, whose: CalendarOf): Promise<Address> {
  const { texts, store, services } = turn
  if (services.calendarLink('') === null) return { words: texts.t('agenda.chat.noAddress'), buttons: [] }
  const act = (name: 'renew' | 'end') => button(texts.t(`agenda.chat.${name}`), 'lich', name, { unit: whose.unitId })
  const buttons = [act('renew'), act('end')]
  const since = await store.calendars.since(whose)
  if (since === null) return { words: await newAddress(turn, whose), buttons }
  return { words: texts.t('agenda.chat.since', { day: formatFull(dayOf(since, turn.zone)) }), buttons }
}

async function newAddress(turn: Turn, whose: CalendarOf): Promise<string> {
  const { store, services, realNow, now, person } = turn
  const secret = await store.calendars.renew(whose, realNow)
  const subject = whose.unitId ?? whose.personId
  await store.audit.write({ at: now, by: person?.id ?? null, action: 'calendar_address_made', subject })
  return addressWords(turn, services.calendarLink(secret) ?? '')
}

/** The calendar of whoever asks, or of a unit they oversee; refuses in a sentence where they do not. */
async function viewFor(turn: Turn, unitId: string | null): Promise<CalendarView | null> {
  const view = turn.person && (await readCalendar(turn.store, turn.person, unitId, turn))
  if (!view) turn.say('agenda.chat.refused')
  return view
}

/** The file of a calendar, how much it holds, and the address that keeps it up to date. */
export async function sendCalendar(turn: Turn, unitId: string | null): Promise<void> {
  const view = await viewFor(turn, unitId)
  if (!view || !turn.person) return
  const whose = { personId: turn.person.id, unitId }
  await turn.store.calendars.keep(whose, view.changed)
  const hash = await turn.services.keepFile(new TextEncoder().encode(writeCalendarFile(view)))
  const { words, buttons } = await addressOf(turn, whose)
  const board = unitId === null ? [] : [button(turn.texts.t('agenda.chat.board'), 'lich', 'board')]
  const text = [await headLine(turn, unitId, view), turn.texts.t('agenda.chat.file'), words].join('\n')
  const attachment = { hash, name: calendarFileName, mime: calendarMime }
  turn.reply({ ...message(text, [...buttons, ...board]), attachment })
}

/** Gives a calendar a new address; the old one dies. */
export async function renewAddress(turn: Turn, unitId: string | null): Promise<void> {
  if (!(await viewFor(turn, unitId)) || !turn.person) return
  if (turn.services.calendarLink('') === null) return turn.say('agenda.chat.noAddress')
  const words = await newAddress(turn, { personId: turn.person.id, unitId })
  turn.reply(message(words, [button(turn.texts.t('agenda.chat.end'), 'lich', 'end', { unit: unitId })]))
}

/** Ends the address of a calendar, also of a unit that one does not oversee any more. */
export async function endAddress(turn: Turn, unitId: string | null): Promise<void> {
  const { person, store, realNow, now, texts } = turn
  const personId = person?.id ?? ''
  if (!(await store.calendars.end({ personId, unitId }, realNow))) return turn.say('agenda.chat.noneToEnd')
  await store.audit.write({ at: now, by: personId, action: 'calendar_address_ended', subject: unitId ?? personId })
  turn.say('agenda.chat.ended', {}, [button(texts.t('agenda.chat.make'), 'lich', 'renew', { unit: unitId })])
}

/** The sheet for the notice board, for a while. */
export function sendBoard({ services, incoming, person, say }: Turn): void {
  const dashboard = services.pageLink(incoming.channel, 'dashboard', person?.id ?? '', boardMinutes * 60_000)
  if (dashboard) say('agenda.chat.boardLink', { address: `${dashboard}/bang-tin`, minutes: boardMinutes })
  else say('agenda.chat.noBoard')
}
