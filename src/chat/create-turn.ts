import { dayOf } from '../domain/day.ts'
import type { Member } from '../domain/person.ts'
import type { AccountRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Core } from './core.ts'
import { enter } from './enter.ts'
import type { Incoming } from './incoming.ts'
import { type Message, message } from './message.ts'
import type { Session } from './session.ts'
import type { Turn } from './turn.ts'

type Parts = {
  core: Core
  store: Store
  session: Session
  incoming: Incoming
  inboxId: number
  account: AccountRow
  person: Member | null
}

/** A turn, and the replies it has collected so far in order. */
export function createTurn(parts: Parts): { turn: Turn; replies: Message[] } {
  const { core, store, session, incoming, inboxId, account, person } = parts
  const replies: Message[] = []
  const now = core.clock.now()
  const texts = core.texts(person?.language ?? account.language ?? 'vi')
  const turn: Turn = {
    ...{ incoming, inboxId, account, person, now, texts, store },
    ...{ calendar: core.calendar, services: core.services, zone: core.zone },
    realNow: core.realClock.now(),
    today: dayOf(now, core.zone),
    reply: (said) => void replies.push(said),
    say: (key, values, buttons) => void replies.push(message(texts.t(key, values), buttons)),
    tell: (personId, key, kind, write) => tell({ core, store, now }, { personId, key, kind, write }),
    admit: async (personId) => {
      turn.person = await store.members.byId(personId)
      session.adopt(personId)
    },
    begin: (dialog, answers) => core.dialogs.begin(turn, session, dialog, answers),
    draftOf: async (dialog) => core.dialogs.progress(session, dialog),
    resume: (dialog) => core.dialogs.resume(turn, session, dialog),
    dropDraft: async (dialog) => session.drop(dialog),
    run: async (name, tail = '') => {
      const command = core.registry.byName(name)
      if (command) await enter(turn, command, () => command.run(turn, tail), { command: name, tail })
    },
    startTask: (kind, payload, then) => {
      const goesOn = then ? { then } : { dialog: session.active?.dialog ?? null }
      return store.tasks.add({ accountId: account.id, kind, payload: { ...payload, ...goesOn }, at: turn.realNow })
    },
  }
  return { turn, replies }
}

type Letter = { personId: string; key: string; kind: string; write: Parameters<Turn['tell']>[3] }

async function tell({ core, store, now }: { core: Core; store: Store; now: number }, letter: Letter): Promise<void> {
  const { personId, key, kind, write } = letter
  const member = await store.members.byId(personId)
  if (!member) return
  const queued = await core.tokens.mint(write(core.texts(member.language)), { personId })
  const body = JSON.stringify({ type: 'message', message: queued })
  await store.outbox.add({ key, person_id: personId, kind, body, due_at: now, created_at: now })
}
