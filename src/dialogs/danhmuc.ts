import { z } from 'zod'
import { keepLists, listsOf, mayChangeLists } from '../chat/known-lists.ts'
import { commandButton, message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { type ExpiredDocument, type KnownLists, keyOfEntry, type NameToday, readEntry } from '../domain/known-lists.ts'
import { defineDialog, type Step } from './engine/dialog.ts'

const answers = z.object({
  kind: z.enum(['documents', 'names', 'remove']),
  /** The line that was typed, or the key of what is taken out. */
  line: z.string().default(''),
})
type Answers = z.infer<typeof answers>

const entriesOf = ({ documents, names }: KnownLists): (ExpiredDocument | NameToday)[] => [...documents, ...names]

/** One entry on a line. */
const line: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn, answers: { kind } }) =>
    message(turn.texts.t(kind === 'documents' ? 'review.lists.askDocument' : 'review.lists.askName')),
  read(input, { turn, answers }) {
    const text = input.kind === 'text' ? input.text : ''
    const isEntry = answers.kind !== 'remove' && readEntry(answers.kind, text, turn.today) !== null
    if (isEntry) return { ok: true, answers: { ...answers, line: text } }
    const key = answers.kind === 'documents' ? 'review.lists.wrongDocument' : 'review.lists.wrongName'
    return { ok: false, message: message(turn.texts.t(key, { text: text.slice(0, 80) })) }
  },
}

/** Which of the agency's own entries is taken out. */
const pick: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('review.lists.askRemove')),
  choices: async ({ turn }) =>
    entriesOf(await listsOf(turn)).map((entry) => ({ value: keyOfEntry(entry), label: keyOfEntry(entry) })),
  read(input, { turn, answers }) {
    if (input.kind === 'choice') return { ok: true, answers: { ...answers, line: input.value } }
    return { ok: false, message: message(turn.texts.t('review.lists.askRemove')) }
  },
}

/** Adds an entry to the agency's own lists, or takes one out. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 30,
  first: ({ kind }) => ({ step: kind === 'remove' ? 'pick' : 'line' }),
  next: () => null,
  steps: { line, pick },
  async finish({ turn, answers }) {
    if (!(await mayChangeLists(turn))) turn.say('review.lists.refused')
    else if (answers.kind === 'remove') await remove(turn, answers.line)
    else await add(turn, answers.kind, answers.line)
    return 'done'
  },
})

const without = (lists: KnownLists, key: string): KnownLists => ({
  documents: lists.documents.filter((entry) => keyOfEntry(entry) !== key),
  names: lists.names.filter((entry) => keyOfEntry(entry) !== key),
  honours: lists.honours,
})

async function add(turn: Turn, kind: 'documents' | 'names', text: string): Promise<void> {
  const entry = readEntry(kind, text, turn.today)
  if (!entry) return
  const rest = without(await listsOf(turn), keyOfEntry(entry))
  const { documents, names } = rest
  const lists =
    'number' in entry ? { ...rest, documents: [...documents, entry] } : { ...rest, names: [...names, entry] }
  await keepLists(turn, lists, { added: entry })
  turn.say('review.lists.added', { key: keyOfEntry(entry) }, [see(turn)])
}

async function remove(turn: Turn, key: string): Promise<void> {
  await keepLists(turn, without(await listsOf(turn), key), { removed: key })
  turn.say('review.lists.removed', { key }, [see(turn)])
}

const see = ({ texts }: Turn) => commandButton(texts.t('review.lists.menu'), 'danhmuc')
