import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Instant } from '../domain/day.ts'

type Outcome = 'sent' | 'retry' | 'unknown' | 'blocked' | 'failed'
type End = 'sent' | 'failed' | 'dropped' | 'unknown'

export type Metrics = {
  /** An incoming event was handled. */
  handled(channel: string, outcome: 'done' | 'failed'): void
  /** Replies that one event brought. */
  replied(channel: string, replies: number): void
  /** One sending ended. */
  sent(channel: string, outcome: Outcome): void
  /** A message ended for good, so long after it was due, in calendar milliseconds. */
  ended(kind: string, end: End, lagMs: number): void
  /** Reading one document took this long. */
  read(durationMs: number, outcome: 'read' | 'refused'): void
  /** All figures in Prometheus' text format. */
  page(): Promise<{ type: string; text: string }>
}

type Outbox = {
  depth(now: Instant): Promise<{ waiting: number; oldestDueAt: Instant | null }>
  now(): Instant
}

/** Kinds of messages whose coming late is measured. */
const reminders = new Set(['reminder', 'overdue'])

/** The figures of one running program; the outbox is asked whenever the page is. */
export function createMetrics({ depth, now }: Outbox): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers })
  const seconds = (name: string, help: string, buckets: number[], labelNames: string[] = []) =>
    new Histogram({ name, help, labelNames, buckets, registers })
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })

  const handled = counter('thidua_updates_handled_total', 'Incoming events handled.', 'channel', 'outcome')
  const replied = counter('thidua_replies_total', 'Replies written in answer to events.', 'channel')
  const sent = counter('thidua_sends_total', 'Sendings by outcome.', 'channel', 'outcome')
  const ended = counter('thidua_messages_total', 'Messages by kind and by how they ended for good.', 'kind', 'outcome')
  const lag = seconds('thidua_reminder_lag_seconds', 'Due time to sent reminder.', [1, 10, 60, 600, 3600, 86400])
  const reading = seconds(
    'thidua_reading_seconds',
    'Reading one document.',
    [0.05, 0.1, 0.5, 1, 5, 30, 120],
    ['outcome'],
  )
  const waiting = gauge('thidua_outbox_depth', 'Messages due and not yet sent.')
  const age = gauge('thidua_outbox_age_seconds', 'Since when the oldest of them has been due.')

  return {
    handled: (channel, outcome) => handled.inc({ channel, outcome }),
    replied: (channel, replies) => replied.inc({ channel }, replies),
    sent: (channel, outcome) => sent.inc({ channel, outcome }),
    ended(kind, outcome, lagMs) {
      ended.inc({ kind, outcome })
      if (outcome === 'sent' && reminders.has(kind)) lag.observe(Math.max(0, lagMs) / 1000)
    },
    read: (durationMs, outcome) => reading.observe({ outcome }, durationMs / 1000),
    async page() {
      const outbox = await depth(now())
      waiting.set(outbox.waiting)
      age.set(outbox.oldestDueAt === null ? 0 : Math.max(0, now() - outbox.oldestDueAt) / 1000)
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}
