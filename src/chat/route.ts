import { z } from 'zod'
import { isCode } from '../domain/codes.ts'
import type { Core } from './core.ts'
import { dialogTopic } from './dialog-runner.ts'
import { enter } from './enter.ts'
import { routeGroup } from './group-route.ts'
import { type Action, type Message, message, runAction } from './message.ts'
import type { Session } from './session.ts'
import type { Turn } from './turn.ts'
import { readTypedChoice } from './typed-choice.ts'

/** The longest text taken; a pasted plan fits, a flood does not. */
const longestText = 60_000
/** Takes plain text that is no command: a question. */
const questions = 'hoi'
const cancels = 'huy'

/** Brings one event to the command or dialog it belongs to. */
export async function route(core: Core, turn: Turn, session: Session, replies: Message[]): Promise<void> {
  const { what, group } = turn.incoming
  if (group) return routeGroup(core, turn, group)
  switch (what.kind) {
    case 'start':
      return turn.run('start', what.code ?? '')
    case 'text': {
      const numbersOnly = session.active !== null
      const typed =
        core.typesChoices(turn.account.channel) &&
        (await readTypedChoice(turn.store, turn.account.id, what.text, { numbersOnly }))
      if (typed) return routePress(core, turn, session, typed)
      return turn.person ? routeText(core, turn, session, what.text) : routeStranger(core, turn, what.text)
    }
    case 'button':
      return routePress(core, turn, session, what.token)
    case 'file':
      return turn.person ? routeFile(core, turn, session, replies) : turn.run('start', '')
    case 'task':
      return routeTask(core, turn, session, what)
    case 'unsupported':
      // Where a platform keeps files to itself, the page that takes one is named beside.
      return turn.person
        ? turn.reply({ ...message(turn.texts.t('chat.errors.unsupported')), wantsFile: true })
        : turn.run('start', '')
    case 'blocked':
    case 'returned':
    case 'moved':
    case 'titled':
      return
  }
}

async function routeText(core: Core, turn: Turn, session: Session, text: string): Promise<void> {
  if (text.length > longestText) return turn.say('chat.errors.tooLong', { length: text.length, most: longestText })
  const inDialog = session.active !== null
  // A member's other code: one more role. Inside a dialog it is an answer.
  if (isCode(text) && (!inDialog || (await isWebPage(turn, text)))) return turn.run('start', text)
  const asked = await core.registry.read(text, turn, { onlySlash: inDialog })
  if (asked?.name === cancels && inDialog) {
    await core.dialogs.take(turn, session, { kind: 'text', text: turn.texts.t('chat.dialog.cancel') })
    return
  }
  if (asked) {
    const again = { command: asked.name, tail: asked.tail }
    return enter(turn, asked.command, () => asked.command.run(turn, asked.tail), again)
  }
  if (inDialog && (await core.dialogs.take(turn, session, turn.incoming.what))) return
  await turn.run(questions, text)
}

/** The code of a web page that waits to be signed in is one even inside a dialog. */
const isWebPage = async ({ store, realNow }: Turn, text: string) =>
  (await store.webPairings.byCode(text, realNow)) !== null

/** A stranger may use what anyone may; whatever else they write is taken for a code or a wish for one. */
async function routeStranger(core: Core, turn: Turn, text: string): Promise<void> {
  const asked = await core.registry.read(text, turn, { onlySlash: false })
  if (asked?.command.allow(null)) await asked.command.run(turn, asked.tail)
  else await turn.run('start', text.slice(0, longestText))
}

async function routePress(core: Core, turn: Turn, session: Session, token: string): Promise<void> {
  const { person, account } = turn
  const owners = [{ accountId: account.id }, ...(person ? [{ personId: person.id }] : [])]
  const action = await core.tokens.find(token, owners)
  if (!action) return person ? turn.say('chat.door.oldButton') : turn.run('start', '')
  if (action.topic === dialogTopic) return core.dialogs.press(turn, session, action)
  await perform(core, turn, action)
}

/** Does what an action of a command says, at the one door. */
async function perform(core: Core, turn: Turn, { topic, name, args }: Action): Promise<void> {
  const command = core.registry.byName(topic)
  if (command && name === runAction)
    return enter(turn, command, () => command.run(turn, z.string().catch('').parse(args.tail)))
  const handler = command?.actions?.[name]
  if (!command || !handler?.read(args).success) return turn.say('chat.door.oldButton')
  await enter(turn, command, () => handler.run(turn, args))
}

async function routeFile(core: Core, turn: Turn, session: Session, replies: Message[]): Promise<void> {
  if (await core.dialogs.take(turn, session, turn.incoming.what)) return
  const takes = core.registry.all.find(([, command]) => command.takesFile && command.allow(turn.person))
  if (!takes) return turn.say('chat.errors.noFileExpected')
  await takes[1].run(turn, '')
  // A dialog that has just begun has asked for the file that is here already.
  if (session.active) replies.length = 0
  await core.dialogs.take(turn, session, turn.incoming.what)
}

/** Where the result of slow work goes: as an argument to an action, or to a dialog. */
type Goal = { then?: Action; dialog?: string | null }

/** The end of slow work goes to the action named with it, or to the dialog that began it, if it is still there. */
async function routeTask(core: Core, turn: Turn, session: Session, ended: { taskId: string; result: unknown }) {
  const { taskId, result } = ended
  const task = await turn.store.tasks.byId(taskId)
  const { then, dialog }: Goal = task ? JSON.parse(task.payload) : {}
  if (then && turn.person) {
    await turn.store.tasks.forget(taskId)
    return perform(core, turn, { ...then, args: { ...then.args, result } })
  }
  const draft = dialog ? session.find(dialog) : null
  if (!draft) return
  session.put(draft)
  await core.dialogs.take(turn, session, turn.incoming.what)
}
