import { createHash } from 'node:crypto'
import { createWebChannel } from '../../../src/channels/web.ts'
import { createPairings } from '../../../src/store/pairings.ts'
import { createSessions } from '../../../src/store/sessions.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { createMetrics } from '../../../src/web/metrics.ts'
import { createWeb } from '../../../src/web/web.ts'
import { entriesIn, readEvents } from '../../web/small-office.ts'
import { type Behind, openInbox, type Rig } from './rig.ts'

const host = '127.0.0.1'
/** The web chat over HTTP, as the page uses it: signed in by a code, posting, and reading the stream of events. */
export async function openWebRig(behind?: Behind): Promise<Rig> {
  const { database, taken, takeDown } = await openInbox(behind)
  let count = 0
  // Nobody writes faster than in two seconds a message.
  const now = () => Date.parse('2024-03-26T08:00:00+07:00') + count * 2000
  const files = new Map<string, Uint8Array>()
  const keeps = async (bytes: Uint8Array) => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    files.set(hash, bytes)
    return hash
  }
  const fileBytes = async (hash: string) => files.get(hash) ?? (await behind?.fileBytes(hash)) ?? null
  const channel = createWebChannel({
    ...{ messages: database.store.webMessages, keepFile: keeps, fileBytes, now },
    publicUrl: 'https://thidua.example.vn',
  })
  await channel.start(takeDown(channel.name))
  const bugs: unknown[] = []
  const server = await createWeb({
    ...{ chat: 'on', room: channel, people: [], fileBytes, joinLinks: () => [] },
    ...{ sessions: createSessions(database.store, now), pairings: createPairings(database.store, now) },
    ...{ clock: null, now, realNow: now, zone: 'Asia/Ho_Chi_Minh', publicUrl: null, texts: createTexts() },
    ...{ menu: async () => [], unready: async () => [], webhooks: [], onBug: (error) => String(bugs.push(error)) },
    metrics: createMetrics({ depth: async () => ({ waiting: 0, oldestDueAt: null }), now }),
  }).listen(host, 0)
  const at = (path: string) => `http://${host}:${server.port}${path}`

  async function signIn(code: string): Promise<string> {
    const answer = await fetch(at('/session'), {
      ...{ method: 'POST', redirect: 'manual' },
      body: new URLSearchParams({ code }),
    })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  let cookie = await signIn('K7QF-2M9P')
  const chat = taken.splice(0)[0]?.chat ?? ''
  let last: () => Promise<Response> = () => Promise.reject(new Error('Nothing was done yet.'))

  const does = async (act: () => Promise<Response>) => {
    last = act
    const answer = await act()
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  }
  const posts = (body: object) => {
    const message = JSON.stringify({ chat: 'me', id: `m${count++}`, ...body })
    const headers = { cookie, 'content-type': 'application/json' }
    return does(() => fetch(at('/chat/messages'), { method: 'POST', headers, body: message }))
  }
  /** What the page has so far; it asks for what came after. */
  let known: ReturnType<typeof entriesIn> = []
  const entries = async () => {
    const stream = await fetch(at(`/chat/events?after=${known.at(-1)?.id ?? 0}`), { headers: { cookie } })
    known.push(...entriesIn(await readEvents(stream, (text) => text.includes('event: ready'))))
    return known
  }

  return {
    ...{ channel, chat, keeps },
    taken: () => taken,
    says: (text) => posts({ kind: 'text', text }),
    async presses(label, back = 0) {
      const pressed = (await entries())
        .filter(({ buttons }) => buttons.some((one) => one.label === label))
        .at(-1 - back)
      const token = pressed?.buttons.find((one) => one.label === label)?.token
      await posts({ kind: 'button', entry: pressed?.id, token })
    },
    sends({ name, bytes }) {
      const id = `f${count++}`
      return does(() => {
        const body = new FormData()
        for (const [key, value] of Object.entries({ chat: 'me', id })) body.append(key, value)
        body.append('file', new File([new Uint8Array(bytes)], name))
        return fetch(at('/chat/files'), { method: 'POST', headers: { cookie }, body })
      })
    },
    async opens(code) {
      cookie = await signIn(code)
      known = []
    },
    repeats: async () => void (await last()),
    blocks: null,
    returns: null,
    async shows() {
      const said = (await entries()).filter(({ side }) => side === 'assistant')
      const replaced = new Set(said.map(({ replaces }) => replaces))
      const shown = said.filter(({ id }) => !replaced.has(id))
      return Promise.all(
        shown.map(async ({ blocks, buttons, file }) => ({
          text: blocks.map(({ text }) => text).join('\n'),
          buttons: buttons.map(({ label }) => label),
          file: file && {
            name: file.name,
            bytes: new Uint8Array(await (await fetch(at(file.href), { headers: { cookie } })).arrayBuffer()),
          },
        })),
      )
    },
    async close() {
      await channel.stop()
      await server.stop()
      await database.close()
      if (bugs.length > 0) throw bugs[0]
    },
  }
}
