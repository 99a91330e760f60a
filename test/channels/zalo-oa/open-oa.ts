import type { SendOptions, SendOutcome } from '../../../src/channels/channel.ts'
import { createZaloOaChannel } from '../../../src/channels/zalo-oa.ts'
import type { Incoming } from '../../../src/chat/incoming.ts'
import type { QueuedMessage } from '../../../src/chat/message.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { sqliteDialect } from '../../../src/store/sqlite.ts'
import { serve } from '../../../src/web/serve.ts'
import { startZaloOaServer, type ZaloOaServer } from '../zalo-oa-server.ts'

export const lan = '2512523625412515'

type Options = Parameters<typeof createZaloOaChannel>[0]
export type Noticed = { what: string; facts: Record<string, string | number> }

/** Zalo's servers, a database and a process on them; more processes are opened by `join`. */
export async function openOa(options: Partial<Options> = {}) {
  const server = await startZaloOaServer()
  const database = await openDatabase(sqliteDialect(':memory:'))
  const refreshToken = server.issueRefresh()
  const noticed: Noticed[] = []
  const channels: ReturnType<typeof createZaloOaChannel>[] = []
  const join = (more: Partial<Options> = {}) => {
    const channel = createZaloOaChannel({
      ...optionsOn(server, database, refreshToken),
      notice: (what, facts = {}) => void noticed.push({ what, facts }),
      ...options,
      ...more,
    })
    channels.push(channel)
    return channel
  }
  const channel = join()
  const taken: { bot: string; updateId: string; incoming: Incoming }[] = []
  const site = await serve((request) => channel.webhook(request), '127.0.0.1', 0)
  server.enterWebhook(`http://127.0.0.1:${site.port}${channel.webhookPath}`)
  server.meets(lan)
  return {
    ...{ server, database, channel, refreshToken, noticed, taken, join },
    async start(take: () => Promise<boolean> = async () => true) {
      await channel.start(async (event) => {
        const isNew = await take()
        taken.push(event)
        return isNew
      })
    },
    async close() {
      for (const one of channels) await one.stop()
      await site.stop()
      await server.stop()
      await database.close()
      if (server.violations.length > 0) throw new Error(server.violations.join('; '))
    },
  }
}

export type Oa = Awaited<ReturnType<typeof openOa>>

const optionsOn = (server: ZaloOaServer, database: Database, refreshToken: string): Omit<Options, 'notice'> => ({
  ...{ appId: server.app.id, appSecret: server.app.secret, oaSecret: server.app.oaSecret, template: null },
  ...{ refreshToken, tokens: database.store.oaTokens, apiRoot: server.root, authRoot: server.root, templateRoot: null },
  now: () => server.clock.at,
  realNow: () => server.clock.at,
})

export const say = (text: string, labels: string[] = []): QueuedMessage => ({
  blocks: [{ kind: 'text', text }],
  buttons: labels.map((label, index) => ({ label, token: `hanchot.abc.${index}` })),
})

export const usual: SendOptions = {
  ...{ edits: null, file: null, address: null, lastHeardAt: null },
  pace: async () => {},
}

export const sendTo = (
  { channel }: { channel: Pick<Oa['channel'], 'send'> },
  text: string,
  options: Partial<SendOptions> = {},
): Promise<SendOutcome> => channel.send(lan, say(text), { ...usual, ...options })
