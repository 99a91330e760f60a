import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Oa, openOa, sendTo } from './open-oa.ts'

const hourMs = 3_600_000
const until = (say: () => unknown) => vi.waitFor(() => expect(say()).toBeTruthy(), { timeout: 5_000, interval: 10 })
const used = (oa: Oa) => [...oa.server.refreshTokens.values()].filter((one) => one.used).length
const alarm = (oa: Oa) => oa.noticed.filter(({ what }) => what.includes('ZALO_OA_REFRESH_TOKEN'))

let oa: Oa
beforeEach(async () => {
  oa = await openOa()
})
afterEach(() => oa.close())

describe('the first token', () => {
  test('is used once, and what came of it serves from then on', async () => {
    for (const text of ['một', 'hai', 'ba']) expect(await sendTo(oa, text)).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token')).toHaveLength(1)
    expect(oa.server.sent.map(({ text }) => text)).toEqual(['một', 'hai', 'ba'])
  })

  test('a newer one in the store wins over the configured one', async () => {
    await sendTo(oa, 'một')
    const next = oa.join()
    expect(await sendTo({ channel: next }, 'hai')).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token')).toHaveLength(1)
    oa.server.clock.at += 30 * hourMs
    expect(await sendTo({ channel: next }, 'ba')).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token').map(({ code }) => code)).toEqual([0, 0])
  })

  test('is taken when the configuration changes; set back, the line of the old one goes on', async () => {
    await sendTo(oa, 'một')
    const changed = oa.join({ refreshToken: oa.server.issueRefresh() })
    expect(await sendTo({ channel: changed }, 'hai')).toMatchObject({ state: 'sent' })
    expect(used(oa)).toBe(2)
    oa.server.clock.at += 30 * hourMs
    expect(await sendTo({ channel: oa.join() }, 'ba')).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token').every(({ code }) => code === 0)).toBe(true)
  })

  test('that was used up elsewhere: nothing is sent, and the operator is told what to do', async () => {
    for (const token of oa.server.refreshTokens.values()) token.used = true
    expect(await sendTo(oa, 'một')).toMatchObject({
      state: 'retry',
      afterMs: 60_000,
      reason: 'channel: no access token',
    })
    expect(alarm(oa)).toMatchObject([{ facts: { code: -14014, hoursLeft: 0, answerLost: 'no' } }])
    expect(oa.channel.ready()).toBe(false)
    // Asked again within the hour, Zalo is left alone.
    await sendTo(oa, 'một')
    expect(oa.server.of('token')).toHaveLength(1)
    oa.server.clock.at += 2 * hourMs
    await sendTo(oa, 'một')
    expect(oa.server.of('token')).toHaveLength(2)
    expect(alarm(oa)).toHaveLength(2)
  })
})

describe('renewing', () => {
  test('begins long before the access token ends, and the next pair is in the store', async () => {
    await sendTo(oa, 'một')
    oa.server.clock.at += 12 * hourMs
    await oa.start()
    await until(() => oa.server.of('token').length === 2)
    await until(() => oa.channel.ready())
    const next = oa.join()
    await sendTo({ channel: next }, 'hai')
    expect(oa.server.of('token')).toHaveLength(2)
  })

  test('many sendings at once renew it once', async () => {
    const ends = await Promise.all(Array.from({ length: 20 }, (_, index) => sendTo(oa, `câu ${index}`)))
    expect(ends.every(({ state }) => state === 'sent')).toBe(true)
    expect(oa.server.of('token')).toHaveLength(1)
  })

  test('of two processes one renews, the other waits and takes what came', async () => {
    let release = () => {}
    oa.server.faults.push({
      at: 'token',
      hold: new Promise((resolve) => {
        release = resolve
      }),
    })
    const other = oa.join()
    const both = Promise.all([sendTo(oa, 'một'), sendTo({ channel: other }, 'hai')])
    await until(() => oa.server.of('token').length === 1)
    release()
    expect((await both).map(({ state }) => state)).toEqual(['sent', 'sent'])
    expect(oa.server.of('token')).toHaveLength(1)
    expect(oa.noticed).toEqual([])
  })

  test.each([
    { say: 'takes back', how: () => oa.server.accessTokens.clear() },
    {
      say: 'lets end early',
      how: () => oa.server.accessTokens.forEach((_, token) => void oa.server.accessTokens.set(token, 0)),
    },
  ])('an access token that Zalo $say is replaced, and the message goes out once', async ({ how }) => {
    await sendTo(oa, 'một')
    how()
    expect(await sendTo(oa, 'hai')).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token')).toHaveLength(2)
    expect(oa.server.sent.map(({ text }) => text)).toEqual(['một', 'hai'])
  })

  test('what another process has renewed is taken, without renewing again', async () => {
    await sendTo(oa, 'một')
    const other = oa.join()
    await sendTo({ channel: other }, 'hai')
    oa.server.accessTokens.clear()
    await sendTo({ channel: other }, 'ba')
    expect(await sendTo(oa, 'bốn')).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token')).toHaveLength(2)
  })

  test('where every access token is refused, refresh tokens are not used up one after the other', async () => {
    await sendTo(oa, 'một')
    for (let time = 0; time < 12; time += 1) oa.server.faults.push({ at: 'message', code: -216 })
    for (let time = 0; time < 4; time += 1) expect(await sendTo(oa, 'hai')).toMatchObject({ state: 'retry' })
    expect(oa.server.of('token')).toHaveLength(2)
  })

  test.each([
    { say: 'a page of the gateway', fault: { at: 'token', html: 502 } },
    { say: 'too many calls', fault: { at: 'token', code: -32 } },
    { say: 'a line cut before it arrived', fault: { at: 'token', lost: true } },
  ] as const)(
    '$say: the token is kept and tried again, and the old access token serves meanwhile',
    async ({ fault }) => {
      await sendTo(oa, 'một')
      oa.server.clock.at += 12 * hourMs
      oa.server.faults.push(fault)
      await oa.start()
      await until(() => oa.noticed.length > 0)
      expect(oa.noticed).toMatchObject([
        { what: expect.stringContaining('cannot be renewed just now'), facts: { hoursLeft: 13 } },
      ])
      expect(await sendTo(oa, 'hai')).toMatchObject({ state: 'sent' })
      oa.server.clock.at += 14 * hourMs
      expect(await sendTo(oa, 'ba')).toMatchObject({ state: 'sent' })
      expect(alarm(oa)).toEqual([])
    },
  )
})

describe('what a break takes with it', () => {
  test('an answer that is lost: half a day is left to mend it, and the alarm says so', async () => {
    await sendTo(oa, 'một')
    oa.server.clock.at += 12 * hourMs
    oa.server.faults.push({ at: 'token', cut: true })
    await oa.start()
    await until(() => oa.noticed.length > 0)
    const next = oa.join()
    await next.start(async () => true)
    await until(() => alarm(oa).length > 0)
    expect(alarm(oa)).toMatchObject([{ facts: { code: -14014, hoursLeft: 13, answerLost: 'perhaps' } }])
    expect(await sendTo({ channel: next }, 'hai')).toMatchObject({ state: 'sent' })
    const mended = oa.join({ refreshToken: oa.server.issueRefresh() })
    oa.server.clock.at += 14 * hourMs
    expect(await sendTo({ channel: mended }, 'ba')).toMatchObject({ state: 'sent' })
  })

  test('a process that dies while it refreshes: another takes over when its lease has ended', async () => {
    const { oaTokens } = oa.database.store
    const source = createHash('sha256').update(oa.refreshToken).digest('hex')
    await oaTokens.take(source, oa.refreshToken)
    const { at } = oa.server.clock
    expect(await oaTokens.lease(source, 'dead', { now: at, until: at + 60_000 })).toBe(true)
    expect(await oaTokens.lease(source, 'other', { now: at, until: at + 60_000 })).toBe(false)
    oa.server.clock.at += 60_000
    expect(await sendTo(oa, 'một')).toMatchObject({ state: 'sent' })
  })

  test('a store that fails for a moment: the new pair is written all the same', async () => {
    const store = oa.database.store.oaTokens
    let fails = 2
    const keep: typeof store.keep = async (...given) => {
      fails -= 1
      if (fails >= 0) throw new Error('disk full')
      return store.keep(...given)
    }
    expect(await sendTo({ channel: oa.join({ tokens: { ...store, keep } }) }, 'một')).toMatchObject({ state: 'sent' })
    expect(await sendTo({ channel: oa.join() }, 'hai')).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token')).toHaveLength(1)
  })

  test('a store that fails for long: the pair serves from memory, the operator is told, and it is written when it can be', async () => {
    const store = oa.database.store.oaTokens
    let isBroken = true
    const keep: typeof store.keep = async (...given) => {
      if (isBroken) throw new Error('disk full')
      return store.keep(...given)
    }
    const channel = oa.join({ tokens: { ...store, keep } })
    expect(await sendTo({ channel }, 'một')).toMatchObject({ state: 'sent' })
    expect(oa.noticed[0]?.what).toContain('cannot be written down')
    isBroken = false
    oa.server.clock.at += 2_000
    expect(await sendTo({ channel }, 'hai')).toMatchObject({ state: 'sent' })
    await channel.stop()
    expect(await sendTo({ channel: oa.join() }, 'ba')).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token')).toHaveLength(1)
  })

  test('a database that is away altogether: the pair in memory serves', async () => {
    const store = oa.database.store.oaTokens
    let isAway = false
    const away = async (): Promise<never> => {
      throw new Error('no such file')
    }
    const take: typeof store.take = (...given) => (isAway ? away() : store.take(...given))
    const keep: typeof store.keep = (...given) => (isAway ? away() : store.keep(...given))
    let release = () => {}
    oa.server.faults.push({
      at: 'token',
      hold: new Promise((resolve) => {
        release = resolve
      }),
    })
    const channel = oa.join({ tokens: { ...store, take, keep } })
    const first = sendTo({ channel }, 'một')
    await until(() => oa.server.of('token').length === 1)
    isAway = true
    release()
    expect(await first).toMatchObject({ state: 'retry', reason: 'channel: no access token' })
    expect(await sendTo({ channel }, 'hai')).toMatchObject({ state: 'sent' })
  })

  test('stopping waits for a refresh that is out', async () => {
    let release = () => {}
    oa.server.faults.push({
      at: 'token',
      hold: new Promise((resolve) => {
        release = resolve
      }),
    })
    await oa.start()
    await until(() => oa.server.of('token').length === 1)
    const stopped = oa.channel.stop()
    release()
    await stopped
    const source = createHash('sha256').update(oa.refreshToken).digest('hex')
    const { access_token: written } = await oa.database.store.oaTokens.take(source, oa.refreshToken)
    expect(written).not.toBeNull()
    expect(await sendTo({ channel: oa.join() }, 'một')).toMatchObject({ state: 'sent' })
    expect(oa.server.of('token')).toHaveLength(1)
  })
})
