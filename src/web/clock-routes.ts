import { z } from 'zod'
import { dayOf, type Instant, instantFrom, instantOf, isDay, isoOf } from '../domain/day.ts'
import { readTypedDay } from '../domain/typed-day.ts'
import { formatFull, formatMoment } from '../texts/days.ts'
import type { ClockControl, WebOptions } from './options.ts'
import { isLoopbackCall } from './origin.ts'
import { json, languageOf, type Route, readJson, refusal } from './route.ts'

/** `to` an instant; `day` as a person types it ("9/4", "mai"): the start of that day's office hours. */
const wish = z.union([z.object({ to: z.string() }), z.object({ day: z.string() })])
const farthestMs = 3 * 366 * 24 * 60 * 60 * 1000

type Options = Pick<WebOptions, 'now' | 'zone' | 'texts'> & { clock: ClockControl }

/** Looks at the movable clock and moves it, for pages and programs of this machine only; moves wait for each other. */
export function clockRoutes(options: Options): Route[] {
  const { clock, now, zone, texts } = options
  let last: Promise<unknown> = Promise.resolve()

  const readDay = (text: string): Instant | null => {
    const read = readTypedDay(text, { today: dayOf(now(), zone) })
    const day = isDay(text) ? text : read.ok ? read.day : null
    return day === null ? null : instantOf(day, clock.opens(), zone)
  }

  const move = async (request: Request): Promise<Response> => {
    const words = texts(languageOf(request))
    const asked = wish.safeParse(await readJson(request)).data ?? { to: '' }
    const at = 'to' in asked ? instantFrom(asked.to) : readDay(asked.day)
    if (at === null || at > now() + farthestMs) {
      const example = 'to' in asked ? isoOf(now(), zone) : formatFull(dayOf(now(), zone))
      return refusal(400, words.t(`web.clock.${'to' in asked ? 'unreadable' : 'noDay'}`, { example }))
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
