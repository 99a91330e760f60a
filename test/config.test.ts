import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

const token = '123456:TEST-token'

// biome-ignore format: a table keeps its columns
const wrong: { say: string; set: Record<string, string>; named: string[] }[] = [
  { say: 'a port that is none',                    set: { PORT: 'abc' },                                        named: ['PORT', "'abc'"] },
  { say: 'a port out of range',                    set: { PORT: '70000' },                                      named: ['PORT', '0–65535'] },
  { say: 'a token of the wrong shape, not shown',  set: { TELEGRAM_BOT_TOKEN: 'secret!' },                      named: ['TELEGRAM_BOT_TOKEN', 'BotFather'] },
  { say: 'a mode that is none',                    set: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: 'push' },   named: ['TELEGRAM_MODE', 'webhook'] },
  { say: 'a webhook without an address',           set: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: 'webhook' }, named: ['PUBLIC_URL'] },
  { say: 'an address that is none',                set: { PUBLIC_URL: 'thidua' },                               named: ['PUBLIC_URL', 'thidua'] },
  { say: 'a time zone that is none',               set: { TIME_ZONE: 'Asia/Nowhere' },                          named: ['TIME_ZONE', 'Asia/Nowhere'] },
  { say: 'a clock that is none',                   set: { CLOCK: 'tomorrow' },                                  named: ['CLOCK', 'tomorrow'] },
  { say: 'the demo for all the world',             set: { WEB_CHAT: 'demo', HOST: '0.0.0.0' },                  named: ['HOST', 'loopback'] },
  { say: 'a movable clock for real people',        set: { TELEGRAM_BOT_TOKEN: token, CLOCK: '2024-03-01T08:00:00+07:00' }, named: ['CLOCK', 'system'] },
  { say: 'the demo beside a real token',           set: { TELEGRAM_BOT_TOKEN: token, WEB_CHAT: 'demo' },        named: ['CLOCK'] },
  { say: 'nothing to talk through',                set: { HOST: '0.0.0.0' },                                    named: ['TELEGRAM_BOT_TOKEN', 'WEB_CHAT'] },
  { say: 'a database that is none',                set: { DATABASE_URL: 'mysql://x' },                          named: ['DATABASE_URL', 'sqlite'] },
  { say: 'a level that is none',                   set: { LOG_LEVEL: 'loud' },                                  named: ['LOG_LEVEL', 'info'] },
]

describe('settings that do not fit', () => {
  test.each(wrong)('$say', ({ set, named }) => {
    const read = readConfig(set)
    expect(read.ok).toBe(false)
    const said = read.ok ? '' : read.mistakes.join('\n')
    for (const part of named) expect(said).toContain(part)
    expect(said).not.toContain('secret!')
  })

  test('are all listed together', () => {
    const read = readConfig({ PORT: 'abc', LOG_LEVEL: 'loud', TIME_ZONE: 'x' })
    expect(read.ok ? [] : read.mistakes).toHaveLength(3)
  })

  test('with what contradicts what among the others', () => {
    const read = readConfig({ PORT: 'abc', TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: 'webhook', HOST: '0.0.0.0' })
    const mistakes = read.ok ? [] : read.mistakes
    expect(mistakes).toHaveLength(2)
    expect(mistakes.join('\n')).toMatch(/PORT is 'abc'.*\n.*PUBLIC_URL is not set/)
  })

  test('and nothing is said of a setting that is wrong already', () => {
    const read = readConfig({ TELEGRAM_BOT_TOKEN: 'wrong', HOST: '0.0.0.0' })
    expect(read.ok ? [] : read.mistakes).toHaveLength(1)
  })
})

describe('settings that fit', () => {
  test('none at all: the demo on loopback with sample data and a movable clock', () => {
    const read = readConfig({})
    expect(read).toMatchObject({
      ok: true,
      config: { webChat: 'demo', sampleData: true, clock: null, host: '127.0.0.1', port: 3000, telegram: null },
    })
  })
  test('a token: Telegram by long polling, no demo, the real clock', () => {
    const read = readConfig({ TELEGRAM_BOT_TOKEN: token })
    expect(read).toMatchObject({
      ok: true,
      config: { webChat: 'off', sampleData: false, clock: 'system', telegram: { mode: 'polling', apiRoot: null } },
    })
  })
  test('a movable clock beside a token whose server is on loopback', () => {
    const read = readConfig({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      CLOCK: '2024-03-01T08:00:00+07:00',
    })
    expect(read).toMatchObject({
      ok: true,
      config: { clock: Date.parse('2024-03-01T08:00:00+07:00'), telegram: { apiRoot: 'http://127.0.0.1:8081' } },
    })
  })
  test('an empty value counts as not set', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '', PORT: '' })).toMatchObject({
      ok: true,
      config: { port: 3000, telegram: null },
    })
  })
})
