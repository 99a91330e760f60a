import { createHash } from 'node:crypto'
import { createZaloOaChannel } from '../../../src/channels/zalo-oa.ts'
import { serve } from '../../../src/web/serve.ts'
import { until } from '../../drills/until.ts'
import { type OaButton, type Sent, startZaloOaServer } from '../zalo-oa-server.ts'
import { type Behind, openInbox, type Rig, type Shown } from './rig.ts'

const chat = '2512523625412515'

/** An Official Account over HTTP both ways: events come signed to a webhook, messages go to servers that refuse what Zalo's refuse. */
export async function openZaloOaRig(behind?: Behind): Promise<Rig> {
  const { database, taken, takeDown } = await openInbox(behind)
  const server = await startZaloOaServer()
  const now = () => server.clock.at
  const noticed: string[] = []
  const channel = createZaloOaChannel({
    ...{ appId: server.app.id, appSecret: server.app.secret, oaSecret: server.app.oaSecret, template: null },
    ...{ refreshToken: server.issueRefresh(), tokens: database.store.oaTokens, now, realNow: now },
    ...{ apiRoot: server.root, authRoot: server.root, templateRoot: null },
    notice: (what) => void noticed.push(what),
  })
  await channel.start(takeDown(channel.name))
  const site = await serve((request) => channel.webhook(request), '127.0.0.1', 0)
  server.enterWebhook(`http://127.0.0.1:${site.port}${channel.webhookPath}`)
  server.meets(chat)
  await until('it has an access token', () => channel.ready())

  const arrives = async (status: Promise<number>) => {
    if ((await status) !== 200) throw new Error(`The event was answered with ${await status}.`)
  }
  const token = (buttons: OaButton[], label: string) => buttons.find(({ title }) => title === label)?.payload

  return {
    ...{ channel, chat },
    taken: () => taken,
    says: (text) => arrives(server.says(chat, text)),
    async presses(label, back = 0) {
      const pressed = server.sent.filter(({ buttons }) => token(buttons, label) !== undefined).at(-1 - back)
      await arrives(server.presses(chat, token(pressed?.buttons ?? [], label) ?? ''))
    },
    sends: ({ name, bytes }) => arrives(server.sends(chat, name, bytes)),
    opens: (code) => arrives(server.says(chat, `/start ${code}`)),
    repeats: () => arrives(server.repeats()),
    blocks: () => arrives(server.unfollows(chat)),
    returns: () => arrives(server.follows(chat)),
    shows: async () => fold(server.sent),
    keeps: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    async close() {
      await channel.stop()
      await site.stop()
      await server.stop()
      await database.close()
      if (server.violations.length + noticed.length > 0) throw new Error([...server.violations, ...noticed].join('; '))
    },
  }
}

/** A file is a message of its own there, above the words that go with it: a person sees them as one. */
function fold(sent: Sent[]): Shown[] {
  const shown: Shown[] = []
  let above: Shown['file'] = null
  for (const { text, buttons, upload } of sent) {
    if (upload) above = { name: upload.name, bytes: new Uint8Array(upload.bytes) }
    else {
      shown.push({ text, buttons: buttons.map(({ title }) => title), file: above })
      above = null
    }
  }
  return shown
}
