import { z } from 'zod'
import { type DialogRunner, dialogTopic } from '../../chat/dialog-runner.ts'
import type { Draft } from '../../chat/drafts.ts'
import { type Action, button, type Message, message } from '../../chat/message.ts'
import type { Session } from '../../chat/session.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Language } from '../../domain/person.ts'
import type { Texts } from '../../texts/texts.ts'
import { choiceLines, questionButtons, retry, typedAnswers } from './buttons.ts'
import type { Asked, At, Choice, Dialog, Input, Step } from './dialog.ts'
import { type Control, readControl, readInput } from './read-input.ts'

const dayMs = 86_400_000
const pressArgs = z.object({
  dialog: z.string(),
  draft: z.string(),
  step: z.string(),
  item: z.int().optional(),
  value: z.string().optional(),
  offset: z.int().optional(),
})
const sameAt = (one: At, other: At) => one.step === other.step && one.item === other.item

/** A dialog underway in a turn, with all that its steps see. */
type Underway = {
  turn: Turn
  session: Session
  dialog: Dialog<unknown>
  draft: Draft
  step: Step<unknown>
  asked: Asked<unknown>
}

/** Runs every dialog: asks, reads, goes back, skips, saves, cancels. `dialogs` by file name. */
export function createDialogs(
  dialogs: Record<string, Dialog<unknown>>,
  texts: (language: Language) => Texts,
  newId: () => string,
): DialogRunner {
  /** The dialog of a draft; a draft that an upgrade has outdated is dropped with a word. */
  function open(turn: Turn, session: Session, draft: Draft): Underway | null {
    const dialog = dialogs[draft.dialog]
    const answers = dialog?.answers.safeParse(draft.answers)
    const step = dialog?.steps[draft.at.step]
    if (!dialog || !answers?.success || !step || dialog.version !== draft.version) {
      session.drop(draft.dialog)
      turn.say('chat.dialog.outdated')
      return null
    }
    const asked = { turn, answers: answers.data, at: draft.at, draftId: draft.id }
    const optional = typeof step.optional === 'function' ? step.optional(asked) : (step.optional ?? false)
    return { turn, session, dialog, draft, step: { ...step, optional }, asked }
  }

  const choicesOf = async ({ step, asked }: Underway): Promise<Choice[]> => (await step.choices?.(asked)) ?? []

  async function ask(turn: Turn, session: Session, draft: Draft, offset = 0): Promise<void> {
    const underway = open(turn, session, draft)
    if (!underway) return
    const question = await underway.step.ask(underway.asked)
    const choices = await choicesOf(underway)
    const buttons = questionButtons(turn.texts, draft, underway.step, choices, offset)
    const list = choiceLines(draft, underway.step, choices, question.blocks.map(({ text }) => text).join('\n'))
    const blocks = question.blocks.map((block, index) => (index === 0 ? { ...block, text: block.text + list } : block))
    const words = blocks.map(({ text }) => text).join('\n')
    const typed = typedAnswers(turn.texts, draft, underway.step, choices, words)
    turn.reply({
      ...question,
      ...(underway.step.takesFile === true && { wantsFile: true }),
      blocks,
      buttons: [...question.buttons, ...buttons],
      question: { ...typed, extras: question.buttons.length },
    })
  }

  /** Puts a changed draft and asks what it now stands at. */
  async function move(underway: Underway, change: Partial<Draft>): Promise<void> {
    const { turn, session, dialog, draft } = underway
    const moved = { ...draft, ...change, expiresAt: turn.realNow + dialog.keepDays * dayMs }
    session.put(moved)
    await ask(turn, session, moved)
  }

  async function finish(underway: Underway, answers: unknown): Promise<void> {
    const { session, dialog, draft, asked } = underway
    session.put({ ...draft, answers })
    if ((await dialog.finish({ ...asked, answers })) === 'done' && session.find(draft.dialog)?.id === draft.id)
      session.drop(draft.dialog)
  }

  async function answer(underway: Underway, input: Input): Promise<void> {
    const { turn, dialog, draft, step, asked } = underway
    const read = await step.read(input, asked)
    if (!read.ok) return turn.reply(withRetry(turn, draft, read.message))
    if (read.stay) return move(underway, { answers: read.answers })
    const at = dialog.next(read.answers, draft.at)
    if (at === null) return finish(underway, read.answers)
    await move(underway, { at, answers: read.answers, history: [...draft.history, draft.at] })
  }

  async function control(underway: Underway, name: Control): Promise<void> {
    const { turn, session, dialog, draft, step, asked } = underway
    if (name === 'back') {
      const at = draft.history.at(-1)
      return at ? move(underway, { at, history: draft.history.slice(0, -1) }) : ask(turn, session, draft)
    }
    if (name === 'skip')
      return step.optional
        ? answer(underway, { kind: 'skip' })
        : turn.reply({ ...message(turn.texts.t('chat.dialog.needed')), ...retry(turn.texts, draft) })
    if (name === 'save') {
      session.leave()
      return turn.say('chat.dialog.saved', { days: dialog.keepDays }, [resumeButton(turn.texts, draft)])
    }
    await dialog.cancelled?.(asked)
    session.drop(draft.dialog)
    turn.say('chat.dialog.cancelled')
  }

  async function press(turn: Turn, session: Session, { name, args }: Action): Promise<void> {
    const pressed = pressArgs.parse(args)
    const draft = session.find(pressed.dialog)
    if (!draft || draft.id !== pressed.draft) return turn.say('chat.dialog.ended')
    session.put(draft)
    if (name === 'resume') return ask(turn, session, draft)
    if (!sameAt(draft.at, { step: pressed.step, ...(pressed.item !== undefined && { item: pressed.item }) })) {
      turn.say('chat.dialog.answered')
      return ask(turn, session, draft)
    }
    if (name === 'more') return ask(turn, session, draft, pressed.offset)
    const underway = open(turn, session, draft)
    if (!underway) return
    if (name !== 'choose') return control(underway, name as Control)
    const choice = (await choicesOf(underway)).find(({ value }) => value === pressed.value)
    return choice ? answer(underway, { kind: 'choice', value: choice.value }) : ask(turn, session, draft)
  }

  return {
    press,
    async take(turn, session, what) {
      const draft = session.active
      const underway = draft && open(turn, session, draft)
      if (!underway) return draft !== null
      const wanted = what.kind === 'text' ? readControl(what.text, texts) : null
      if (wanted) await control(underway, wanted)
      else {
        const input = readInput(what, await choicesOf(underway), underway.step.plainNumbers ?? false)
        if (!input) return false
        if (input.kind === 'file' && !underway.step.takesFile)
          turn.reply({ ...message(turn.texts.t('chat.dialog.noFile')), ...retry(turn.texts, draft) })
        else await answer(underway, input)
      }
      return true
    },
    async begin(turn, session, name, answers) {
      const dialog = dialogs[name]
      if (!dialog) throw new Error(`There is no dialog '${name}': make src/dialogs/${name}.ts.`)
      const read = dialog.answers.parse(answers)
      const expiresAt = turn.realNow + dialog.keepDays * dayMs
      const draft: Draft = {
        id: newId(),
        dialog: name,
        version: dialog.version,
        at: dialog.first(read),
        history: [],
        answers: read,
        expiresAt,
      }
      session.put(draft)
      await ask(turn, session, draft)
    },
    async resume(turn, session, name) {
      const draft = session.find(name)
      if (!draft) return turn.say('chat.dialog.ended')
      session.put(draft)
      await ask(turn, session, draft)
    },
    progress(session, name) {
      const draft = session.find(name)
      const answers = draft && dialogs[name]?.answers.safeParse(draft.answers)
      if (!draft || !answers?.success) return null
      const progress = dialogs[name]?.progress?.(answers.data, draft.at)
      return { step: draft.at.step, done: progress?.done ?? draft.history.length + 1, of: progress?.of ?? null }
    },
  }
}

const resumeButton = (texts: Texts, draft: Draft) =>
  button(texts.t('chat.dialog.resume'), dialogTopic, 'resume', { dialog: draft.dialog, draft: draft.id, ...draft.at })

function withRetry(turn: Turn, draft: Draft, said: Message): Message {
  return said.buttons.length > 0 ? said : { ...said, ...retry(turn.texts, draft) }
}
