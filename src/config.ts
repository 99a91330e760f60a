import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import { z } from 'zod'
import { instantFrom } from './domain/day.ts'
import { logLevels } from './log.ts'

/** A setting that is empty counts as not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
const url = (protocols: RegExp, remedy: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.test(value), remedy)

const mode = z.enum(['polling', 'webhook'], "expected 'polling' or 'webhook'")

const settings = z.object({
  DATABASE_URL: optional(z.string().regex(/^sqlite:/, 'expected sqlite:FILE, for example sqlite:data/bot.sqlite')),
  DATA_DIR: optional(z.string()),
  HOST: optional(z.string()),
  PORT: optional(
    z.coerce
      .number('expected a port number, 0–65535')
      .int('expected a whole number')
      .min(0, 'expected 0–65535')
      .max(65_535, 'expected 0–65535'),
  ),
  PUBLIC_URL: optional(url(/^https?:/, 'expected an address such as https://thidua.example.vn')),
  TELEGRAM_BOT_TOKEN: optional(
    z.string().regex(/^\d+:[\w-]{5,}$/, 'expected the token as BotFather gave it, 123456:ABC…'),
  ),
  TELEGRAM_API_ROOT: optional(url(/^https?:/, 'expected an address such as https://api.telegram.org')),
  TELEGRAM_MODE: optional(mode),
  TELEGRAM_WEBHOOK_SECRET: optional(z.string().regex(/^[\w-]{1,256}$/, 'expected 1–256 letters, digits, _ or -')),
  ZALO_BOT_TOKEN: optional(
    z.string().regex(/^\d+:[\w-]{3,}$/, 'expected the token as Zalo Bot Creator gave it, 123456:abc-xyz'),
  ),
  ZALO_API_ROOT: optional(url(/^https?:/, 'expected an address such as https://bot-api.zaloplatforms.com')),
  ZALO_MODE: optional(mode),
  ZALO_WEBHOOK_SECRET: optional(z.string().regex(/^[\x21-\x7e]{8,256}$/, 'expected 8–256 characters without spaces')),
  ZALO_MONTHLY_MESSAGES: optional(z.coerce.number().int('expected a whole number').positive('expected 1 or more')),
  ZALO_MOST_PEOPLE: optional(z.coerce.number().int('expected a whole number').positive('expected 1 or more')),
  ZALO_OA_APP_ID: optional(z.string().regex(/^\d+$/, 'expected the number of the application')),
  ZALO_OA_APP_SECRET: optional(z.string()),
  ZALO_OA_SECRET: optional(z.string()),
  ZALO_OA_REFRESH_TOKEN: optional(z.string()),
  ZALO_OA_API_ROOT: optional(url(/^https?:/, 'expected an address such as https://openapi.zalo.me')),
  ZALO_OA_AUTH_ROOT: optional(url(/^https?:/, 'expected an address such as https://oauth.zaloapp.com')),
  ZALO_OA_TEMPLATE_ROOT: optional(url(/^https?:/, 'expected an address such as https://business.openapi.zalo.me')),
  ZALO_OA_TEMPLATE: optional(z.string()),
  WEB_CHAT: optional(z.enum(['demo', 'on', 'off'], "expected 'demo', 'on' or 'off'")),
  SAMPLE_DATA: optional(z.enum(['on', 'off'], "expected 'on' or 'off'")),
  CLOCK: optional(
    z
      .string()
      .refine(
        (value) => value === 'system' || instantFrom(value) !== null,
        "expected 'system' or an instant such as 2024-03-01T08:00:00+07:00",
      ),
  ),
  TIME_ZONE: optional(z.string().refine(isZone, 'expected a time zone such as Asia/Ho_Chi_Minh')),
  SETUP_CODE: optional(z.string().regex(/^[\p{L}\d-]{6,64}$/u, 'expected 6–64 letters, digits or -')),
  LOG_LEVEL: optional(z.enum(logLevels, `expected one of ${logLevels.join(', ')}`)),
})

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Settings that hold secrets: a mistake in them is reported without the value. */
const secret = new Set([
  ...['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'ZALO_BOT_TOKEN', 'ZALO_WEBHOOK_SECRET', 'ZALO_OA_APP_SECRET'],
  ...['ZALO_OA_SECRET', 'ZALO_OA_REFRESH_TOKEN', 'SETUP_CODE', 'DATABASE_URL'],
])
const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host)
const onLoopback = (address: string | undefined) => address !== undefined && isLoopback(new URL(address).hostname)

export type Config = ReturnType<typeof resolve>
export type ConfigMistake = string

type Given = z.infer<typeof settings>
const root = (address: string | undefined) => address?.replace(/\/+$/, '') ?? null

const telegramOf = (given: Given) =>
  given.TELEGRAM_BOT_TOKEN === undefined
    ? null
    : {
        token: given.TELEGRAM_BOT_TOKEN,
        apiRoot: root(given.TELEGRAM_API_ROOT),
        mode: given.TELEGRAM_MODE ?? ('polling' as const),
        webhookSecret: given.TELEGRAM_WEBHOOK_SECRET ?? null,
      }

const zaloBotOf = (given: Given) =>
  given.ZALO_BOT_TOKEN === undefined
    ? null
    : {
        token: given.ZALO_BOT_TOKEN,
        apiRoot: root(given.ZALO_API_ROOT),
        mode: given.ZALO_MODE ?? ('polling' as const),
        webhookSecret: given.ZALO_WEBHOOK_SECRET ?? null,
        quota: { messages: given.ZALO_MONTHLY_MESSAGES, users: given.ZALO_MOST_PEOPLE },
      }

/** An Official Account: all four of its secrets are needed together. */
const zaloOaOf = (given: Given) => {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret, ZALO_OA_SECRET: oaSecret } = given
  const refreshToken = given.ZALO_OA_REFRESH_TOKEN
  if (!appId || !appSecret || !oaSecret || !refreshToken) return null
  return {
    ...{ appId, appSecret, oaSecret, refreshToken, template: given.ZALO_OA_TEMPLATE ?? null },
    apiRoot: root(given.ZALO_OA_API_ROOT),
    authRoot: root(given.ZALO_OA_AUTH_ROOT),
    templateRoot: root(given.ZALO_OA_TEMPLATE_ROOT),
  }
}
const oaNames = ['ZALO_OA_APP_ID', 'ZALO_OA_APP_SECRET', 'ZALO_OA_SECRET', 'ZALO_OA_REFRESH_TOKEN'] as const
const missingOf = (given: Given) => oaNames.filter((name) => given[name] === undefined)

function resolve(given: Given) {
  const dataDir = given.DATA_DIR ?? 'data'
  const host = given.HOST ?? '127.0.0.1'
  const hasToken = given.TELEGRAM_BOT_TOKEN ?? given.ZALO_BOT_TOKEN ?? given.ZALO_OA_APP_ID
  const webChat = given.WEB_CHAT ?? (hasToken === undefined && isLoopback(host) ? 'demo' : 'off')
  return {
    dataDir,
    databaseFile: given.DATABASE_URL?.slice('sqlite:'.length) || join(dataDir, 'bot.sqlite'),
    keyedFile: join(dataDir, 'keyed.sqlite'),
    filesDir: join(dataDir, 'files'),
    host,
    port: given.PORT ?? 3000,
    publicUrl: root(given.PUBLIC_URL),
    telegram: telegramOf(given),
    zaloBot: zaloBotOf(given),
    zaloOa: zaloOaOf(given),
    webChat,
    sampleData: (given.SAMPLE_DATA ?? (webChat === 'demo' ? 'on' : 'off')) === 'on',
    /** 'system', or where a movable clock starts; null: at the present instant. */
    clock:
      given.CLOCK === undefined
        ? webChat === 'demo'
          ? null
          : ('system' as const)
        : given.CLOCK === 'system'
          ? ('system' as const)
          : instantFrom(given.CLOCK),
    zone: given.TIME_ZONE ?? 'Asia/Ho_Chi_Minh',
    setupCode: given.SETUP_CODE ?? null,
    logLevel: given.LOG_LEVEL ?? ('info' as const),
  }
}

/** A clock that can be moved beside a platform with real people on it. */
const beside = (
  movable: boolean,
  channel: object | null,
  name: string,
  apiRoot: string | undefined,
  clock: string | undefined,
): [boolean, string][] => [
  [
    movable && channel !== null && !onLoopback(apiRoot),
    `CLOCK is movable beside ${name}: real people would get reminders of another day; set CLOCK=system${clock === undefined ? ' or WEB_CHAT=on' : ''}.`,
  ],
]

/** What contradicts what, each with the place and the remedy. */
function contradictions(config: Config, given: z.infer<typeof settings>): ConfigMistake[] {
  const movable = config.clock !== 'system'
  const missing = missingOf(given)
  const mistakes: [boolean, string][] = [
    [
      config.webChat === 'demo' && !isLoopback(config.host),
      `WEB_CHAT is 'demo' and HOST is '${config.host}': the demo lets anybody act for anybody, so it is served on loopback only; set HOST=127.0.0.1 or WEB_CHAT=on.`,
    ],
    [
      movable && !isLoopback(config.host),
      `CLOCK is movable and HOST is '${config.host}': a movable clock is served on loopback only; set CLOCK=system.`,
    ],
    ...beside(movable, config.telegram, 'TELEGRAM_BOT_TOKEN', given.TELEGRAM_API_ROOT, given.CLOCK),
    ...beside(movable, config.zaloBot, 'ZALO_BOT_TOKEN', given.ZALO_API_ROOT, given.CLOCK),
    ...beside(movable, config.zaloOa, 'ZALO_OA_APP_ID', given.ZALO_OA_API_ROOT, given.CLOCK),
    [
      config.telegram?.mode === 'webhook' && config.publicUrl === null,
      `TELEGRAM_MODE is 'webhook' and PUBLIC_URL is not set: set PUBLIC_URL to the https address under which Telegram reaches this program.`,
    ],
    [
      config.zaloBot?.mode === 'webhook' && config.publicUrl === null,
      `ZALO_MODE is 'webhook' and PUBLIC_URL is not set: set PUBLIC_URL to the https address under which Zalo reaches this program.`,
    ],
    [
      missing.length > 0 && missing.length < oaNames.length,
      `The Official Account lacks ${missing.join(', ')}: set ${oaNames.join(', ')} together, or none of them.`,
    ],
    [
      config.zaloOa !== null && config.publicUrl === null,
      `ZALO_OA_APP_ID is set and PUBLIC_URL is not: an Official Account is heard by webhook only; set PUBLIC_URL to the https address under which Zalo reaches this program.`,
    ],
    [
      config.telegram === null && config.zaloBot === null && missing.length > 0 && config.webChat === 'off',
      `No channel is on: set TELEGRAM_BOT_TOKEN or ZALO_BOT_TOKEN, or WEB_CHAT=on.`,
    ],
  ]
  return mistakes.filter(([wrong]) => wrong).map(([, sentence]) => sentence)
}

/** What contradicts what among the settings that were not wrong in themselves, so that all is listed at once. */
function amongTheOthers(environment: Environment, issues: { path: PropertyKey[] }[]): ConfigMistake[] {
  const wrong = new Set(issues.map(({ path }) => String(path[0])))
  const others = settings.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([name]) => !wrong.has(name))),
  )
  if (!others.success) return []
  // A contradiction with a setting that is wrong anyway may go with it.
  return contradictions(resolve(others.data), others.data).filter(
    (sentence) => ![...wrong].some((name) => sentence.includes(name)),
  )
}

type Environment = Record<string, string | undefined>

/** Settings → the configuration, or all mistakes together, each with its value, place and remedy. */
export function readConfig(
  environment: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; mistakes: ConfigMistake[] } {
  const read = settings.safeParse(environment)
  if (!read.success) {
    const mistakes = read.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      return `${name} is ${secret.has(name) ? 'not usable' : `'${environment[name]}'`}: ${message}.`
    })
    return { ok: false, mistakes: [...mistakes, ...amongTheOthers(environment, read.error.issues)] }
  }
  const config = resolve(read.data)
  const mistakes = contradictions(config, read.data)
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, config }
}

/** The process's environment, with `.env` where there is one (what is set already wins). */
export function environment(): Record<string, string | undefined> {
  if (existsSync('.env')) loadEnvFile('.env')
  return process.env
}
