import { pino } from 'pino'

/** Facts about what happened, never texts of messages, names or tokens: ids, kinds, counts and durations. */
export type Facts = Record<string, string | number | boolean | null | undefined>

export type Log = {
  debug(what: string, facts?: Facts): void
  info(what: string, facts?: Facts): void
  warn(what: string, facts?: Facts): void
  /** `error` is written as its kind, its code and where it arose; its message only where no outside text can stand in it. */
  error(what: string, error: unknown, facts?: Facts): void
}

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof logLevels)[number]

/** What may be said of an error: its name, code and the lines of our own that it passed. A token could stand in its message. */
function describe(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const at = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?file:\/\/\S*?\/(?=(?:src|commands|node_modules)\/)/, ''))
    .join(' < ')
  return { error: error.name, code, at }
}

/** JSON lines on standard output. */
export function createLog(level: LogLevel): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'what' })
  return {
    debug: (what, facts = {}) => out.debug(facts, what),
    info: (what, facts = {}) => out.info(facts, what),
    warn: (what, facts = {}) => out.warn(facts, what),
    error: (what, error, facts = {}) => out.error({ ...describe(error), ...facts }, what),
  }
}
