import { message } from '../../chat/message.ts'
import { keepFile, keptFile } from '../approval/kept-file.ts'
import { shorten } from '../dangky/ask.ts'
import type { Input, Read, Step } from '../engine/dialog.ts'
import type { AnswerItem, Answers } from './answers.ts'
import { type Ask, aboutItem, again, headed, itemAt, refused, tidy, took, withItem } from './ask.ts'

const mostEvidence = 10
const longestName = 200

export const evidenceStep: Step<Answers> = {
  takesFile: true,
  ask(ask) {
    const { texts } = ask.turn
    const { evidence, keeping } = itemAt(ask)
    const listed = evidence.map(({ name }, index) => `${index + 1}. ${shorten(name, 100)}`)
    return headed(ask, [
      aboutItem(texts, ask),
      texts.t(evidence.length > 0 ? 'reports.evidence.more' : 'reports.evidence.ask'),
      ...listed,
      keeping.length > 0 ? texts.t('reports.evidence.keeping', { count: keeping.length }) : '',
    ])
  },
  choices(ask) {
    const { evidence, keeping } = itemAt(ask)
    const { texts } = ask.turn
    if (evidence.length + keeping.length === 0) return []
    return [
      { value: 'done', label: texts.t('register.continue') },
      ...(evidence.length > 0 ? [{ value: 'drop', label: texts.t('reports.evidence.drop') }] : []),
    ]
  },
  optional: (ask) => itemAt(ask).evidence.length + itemAt(ask).keeping.length === 0,
  plainNumbers: true,
  async read(input, ask) {
    const item = itemAt(ask)
    if (input.kind === 'skip') return took(withItem(ask, { evidenceDone: true }))
    if (input.kind === 'choice' && input.value === 'drop')
      return again(withItem(ask, { evidence: item.evidence.slice(0, -1) }))
    if (input.kind === 'choice')
      return item.keeping.length > 0
        ? refused(ask.turn, 'reports.evidence.wait')
        : took(withItem(ask, { evidenceDone: true }))
    if (item.evidence.length + item.keeping.length >= mostEvidence)
      return refused(ask.turn, 'reports.evidence.tooMany', { most: mostEvidence })
    if (input.kind === 'file') return begin(input, ask, item)
    return name(input.kind === 'text' ? tidy(input.text) : '', ask, item)
  },
}

async function begin(input: Extract<Input, { kind: 'file' }>, ask: Ask, item: AnswerItem): Promise<Read<Answers>> {
  const taskId = await keepFile(ask.turn, input.file)
  return taskId === null
    ? refused(ask.turn, 'reports.file.too_large')
    : again(withItem(ask, { keeping: [...item.keeping, taskId] }))
}

/** A paper named in words: "Quyết định số 15/QĐ-UBND ngày 02/10/2024". */
function name(text: string, ask: Ask, item: AnswerItem): Read<Answers> {
  if (!/\p{L}{2}/u.test(text)) return refused(ask.turn, 'reports.evidence.unclear')
  if (text.length > longestName)
    return refused(ask.turn, 'register.tooLong', { length: text.length, most: longestName })
  if (item.evidence.some((one) => one.name === text)) return refused(ask.turn, 'reports.evidence.again', { name: text })
  return again(withItem(ask, { evidence: [...item.evidence, { name: text, file: null }] }))
}

/** A file that has been kept goes to the line it was sent for, whatever is being asked by now. */
function tookFile(input: Input, ask: Ask): Read<Answers> | null {
  const { turn, answers } = ask
  const kept = keptFile(turn, input)
  if (!kept) return null
  const { taskId, file, refusal } = kept
  const change = (item: AnswerItem): AnswerItem => {
    const keeping = item.keeping.filter((one) => one !== taskId)
    const known = item.evidence.some((one) => one.file?.hash === file?.hash)
    return {
      ...item,
      keeping,
      evidence: file && !known ? [...item.evidence, { name: file.name, file }] : item.evidence,
    }
  }
  const twice = answers.items.some(
    ({ keeping, evidence }) => keeping.includes(taskId) && evidence.some((one) => one.file?.hash === file?.hash),
  )
  const note = twice ? turn.texts.t('reports.evidence.again', { name: file?.name }) : refusal
  if (note !== '') turn.reply(message(note))
  const items = answers.items.map((item) => (item.keeping.includes(taskId) ? change(item) : item))
  return again({ ...answers, items })
}

/** Lets each step take the ends of files that are being kept. */
export const takingFiles = (steps: Record<string, Step<Answers>>): Record<string, Step<Answers>> =>
  Object.fromEntries(
    Object.entries(steps).map(([key, step]) => [
      key,
      { ...step, read: (input, ask) => tookFile(input, ask) ?? step.read(input, ask) } satisfies Step<Answers>,
    ]),
  )
