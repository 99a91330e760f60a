import { createHash } from 'node:crypto'
import type { Core } from '../../chat/core.ts'
import { readCalendar } from '../../chat/read-calendar.ts'
import { dayOf, type Instant } from '../../domain/day.ts'
import type { Member } from '../../domain/person.ts'
import { canOversee } from '../../domain/rights.ts'
import { calendarFileName, calendarMime, writeCalendarFile } from '../../papers/calendar-file.ts'
import { createAttempts } from '../attempts.ts'
import { addressOf } from '../peer.ts'
import { type Call, languageOf, type Route, refusal } from '../route.ts'

type Options = { core: Core; realNow: () => Instant }

const windowMs = 10 * 60_000
/** Fetches of one calendar: several programs of one person look again every few hours. */
const fetches = { windowMs, perAddress: 30, overall: 5_000 }
/** Addresses that open nothing, tried from one place. */
const misses = { windowMs, perAddress: 30, overall: 2_000 }

/** So long what is counted for a unit stands: programs look again every few hours. */
const keptMs = 10 * 60_000

/** Does a browser or program have this version already? */
function isKnown(request: Request, etag: string): boolean {
  const asked = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return asked.includes(etag) || asked.includes('*')
}

function calendarResponse(request: Request, text: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' }
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
  const inline = `inline; filename="${calendarFileName}"`
  return new Response(text, {
    headers: { ...headers, 'content-type': `${calendarMime}; charset=utf-8`, 'content-disposition': inline },
  })
}

/**
 * Calendars to subscribe to: `/lich/<secret>.ics`. Whose it is and what they may see is asked again at each fetch: who has
 * left or does not oversee the unit any more gets "gone".
 */
export function calendarRoutes({ core, realNow }: Options): Route[] {
  const { database, texts, calendar, clock, zone } = core
  const ofCalendar = createAttempts(fetches, realNow)
  const ofPlace = createAttempts(misses, realNow)

  async function read(member: Member, unitId: string | null): Promise<string | null> {
    const words = { texts: texts(member.language), calendar, zone, today: dayOf(clock.now(), zone), realNow: realNow() }
    const view = await readCalendar(database.store, member, unitId, words)
    if (!view) return null
    if (view.changed.length > 0)
      await database.transaction((store) => store.calendars.keep({ personId: member.id, unitId }, view.changed))
    return writeCalendarFile(view)
  }

  /** A unit's calendar is counted once for all who fetch it within a while; who may see it is asked each time. */
  const counted = new Map<string, { text: Promise<string | null>; at: Instant }>()
  async function readUnit(member: Member, unitId: string): Promise<string | null> {
    if (!canOversee(member, unitId, await database.store.units.all())) return null
    const key = `${unitId} ${member.language}`
    const kept = counted.get(key)
    if (kept && kept.at > realNow() - keptMs) return kept.text
    const text = read(member, unitId)
    counted.set(key, { text, at: realNow() })
    // What broke is not kept.
    text.catch(() => counted.delete(key))
    return text
  }

  const fetch = async (call: Call): Promise<Response> => {
    const { request, params } = call
    const words = texts(languageOf(request))
    const tooMany = () => {
      const answer = refusal(429, words.t('agenda.page.tooMany'))
      answer.headers.set('retry-after', String(windowMs / 1000))
      return answer
    }
    const secret = (params.file ?? '').replace(/\.ics$/, '')
    const found = await database.store.calendars.find(secret)
    if (!found) return ofPlace.allow(addressOf(call)) ? refusal(404, words.t('agenda.page.unknown')) : tooMany()
    if (!ofCalendar.allow(`${found.personId} ${found.unitId}`)) return tooMany()
    const member = found.ended ? null : await database.store.members.byId(found.personId)
    const text = member && (await (found.unitId === null ? read(member, null) : readUnit(member, found.unitId)))
    return text ? calendarResponse(request, text) : refusal(410, words.t('agenda.page.gone'))
  }
  return [{ method: 'GET', path: '/lich/:file', handle: fetch }]
}
