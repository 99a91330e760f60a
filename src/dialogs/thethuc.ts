import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { defaultLimits } from '../documents/limits.ts'
import { refusalReasons } from '../documents/refusal.ts'
import { type Asked, defineDialog, type Step } from './engine/dialog.ts'
import { inPlace, progress } from './themkehoach/in-place.ts'
import { checkedFile, finding, findingsMessage } from './thethuc/findings-message.ts'

const answers = z.object({
  name: z.string().default(''),
  taskId: z.string().nullable().default(null),
  /** The inbox row that brought the file, to be emptied where it turns out secret. */
  inboxId: z.int().nullable().default(null),
  refused: z
    .enum([...refusalReasons, 'notDocx'])
    .nullable()
    .default(null),
  checked: checkedFile.nullable().default(null),
})
type Answers = z.infer<typeof answers>

const fresh = answers.parse({})

const result = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), kind: checkedFile.shape.kind, findings: z.array(finding) }),
  z.object({ ok: z.literal(false), reason: z.enum([...refusalReasons, 'notDocx']).catch('corrupt') }),
])

function refusal({ t }: Turn['texts'], reason: NonNullable<Answers['refused']>): string {
  return reason === 'notDocx' || reason === 'unsupported' ? t('papers.check.notDocx') : t(`documents.refused.${reason}`)
}

/** The file, handed over to be checked outside the turn. */
const file: Step<Answers> = {
  takesFile: true,
  ask({ turn, answers: { refused } }) {
    const { t } = turn.texts
    if (refused === 'secret') return inPlace(turn, message(t('documents.refused.secret')))
    if (refused) return inPlace(turn, message(`${refusal(turn.texts, refused)}\n${t('papers.check.ask')}`))
    return message(t('papers.check.ask'))
  },
  async read(input, { turn, answers }) {
    if (input.kind === 'task') return { ok: true, stay: true, answers }
    if (input.kind !== 'file') return { ok: false, message: message(turn.texts.t('papers.check.ask')) }
    if (input.file.size !== null && input.file.size > defaultLimits.maxBytes)
      return { ok: false, message: message(turn.texts.t('documents.refused.too_large')) }
    const taskId = await turn.startTask('check_layout', { file: input.file })
    return { ok: true, answers: { ...fresh, taskId, inboxId: turn.inboxId, name: input.file.name } }
  },
}

/** Waits for the checker; on a quiet machine a second. */
const checking: Step<Answers> = {
  ask: ({ turn, answers: { name, taskId } }) =>
    progress(message(turn.texts.t('papers.check.checking', { name })), taskId),
  async read(input, asked) {
    const { what } = asked.turn.incoming
    const isMine = input.kind === 'task' && what.kind === 'task' && what.taskId === asked.answers.taskId
    if (!isMine) return { ok: false, message: message(asked.turn.texts.t('papers.check.stillChecking')) }
    return { ok: true, answers: await afterCheck(result.parse(input.result), asked) }
  },
}

async function afterCheck(checked: z.infer<typeof result>, { turn, answers }: Asked<Answers>): Promise<Answers> {
  const { name, taskId, inboxId } = answers
  if (checked.ok) return { ...answers, checked: { name, kind: checked.kind, findings: checked.findings } }
  if (checked.reason === 'secret') {
    if (inboxId !== null) await turn.store.inbox.forget([inboxId])
    if (taskId !== null) await turn.store.tasks.forget(taskId)
  }
  return { ...fresh, refused: checked.reason }
}

/** Any DOCX held against the layout of Nghị định 30/2020/NĐ-CP. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'file' }),
  next(given, { step }) {
    if (step === 'file') return { step: 'checking' }
    return given.checked ? null : { step: 'file' }
  },
  steps: { file, checking },
  async finish({ turn, answers: { checked } }) {
    if (checked) turn.reply(inPlace(turn, findingsMessage(turn.texts, checked)))
    return 'done'
  },
  async cancelled({ turn, answers: { taskId, checked } }) {
    if (taskId !== null && checked === null) await turn.store.tasks.end(taskId, 'cancelled')
  },
})
