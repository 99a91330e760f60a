import { z } from 'zod'
import { dayOf, type Instant, instantFrom, instantOf, isDay, isoOf } from '../domain/day.ts'
import { formatMoment } from '../texts/days.ts'
import type { ClockControl, WebOptions } from './options.ts'
import { isLoopbackCall } from './origin.ts'
import { json, languageOf, type Route, readJson, refusal } from './route.ts'

/** `to` an instant; `day` the start of that day's office hours. */
const wish = z.union([z.object({ to: z.string() }), z.object({ day: z.string().refine(isDay) })])
const officeOpens = '07:30'
const farthestMs = 3 * 366 * 24 * 60 * 60 * 1000

type Options = Pick<WebOptions, 'now' | 'zone' | 'texts'> & { clock: ClockControl }

/** Looks at the movable clock and moves it, for pages and programs of this machine only; moves wait for each other. */
export function clockRoutes(options: Options): Route[] {
  const { clock, now, zone, texts } = options
  let last: Promise<unknown> = Promise.resolve()

  const read = async (request: Request): Promise<Instant | null> => {
    const asked = wish.safeParse(await readJson(request))
    if (!asked.success) return null
    return 'to' in asked.data ? instantFrom(asked.data.to) : instantOf(asked.data.day, officeOpens, zone)
  }

  const move = async (request: Request): Promise<Response> => {
    const words = texts(languageOf(request))
    const at = await read(request)
    if (at === null || at > now() + farthestMs) {
      return refusal(400, words.t('web.clock.unreadable', { example: isoOf(now(), zone) }))
    }
    if (at < now()) {
      const values = { now: formatMoment(words, now(), zone), to: formatMoment(words, at, zone) }
      return refusal(400, words.t('web.clock.back', values))
    }
    const { sent } = await clock.moveTo(at)
    return json({ now: isoOf(now(), zone), sent })
  }

  const show = async (request: Request) => {
    const next = await clock.nextEvent()
    const shown = formatMoment(texts(languageOf(request)), now(), zone)
    return json({
      now: isoOf(now(), zone),
      shown,
      day: dayOf(now(), zone),
      next: next === null ? null : isoOf(next, zone),
    })
  }

  const guarded =
    (handle: (request: Request) => Promise<Response>): Route['handle'] =>
    async ({ request }) =>
      isLoopbackCall(request) ? handle(request) : refusal(403, texts(languageOf(request)).t('web.error.elsewhere'))

  const inTurn = (request: Request) => {
    const moved = last.then(() => move(request))
    last = moved.catch(() => null)
    return moved
  }
  return [
    { method: 'GET', path: '/clock', handle: guarded(show) },
    { method: 'POST', path: '/clock', handle: guarded(inTurn) },
  ]
}
