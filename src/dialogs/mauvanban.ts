import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { defaultLimits } from '../documents/limits.ts'
import { refusalReasons } from '../documents/refusal.ts'
import { docxMime } from '../papers/draft-file-name.ts'
import { problemReasons } from '../papers/templates/check-template.ts'
import { templateKinds } from '../papers/templates/tags.ts'
import { type Asked, defineDialog, type Step } from './engine/dialog.ts'
import { mayManageForms } from './mauvanban/managing.ts'
import { problemLines } from './mauvanban/problem-lines.ts'
import { showForm } from './mauvanban/show-form.ts'
import { inPlace, progress } from './themkehoach/in-place.ts'

const problems = z.array(z.object({ reason: z.enum(problemReasons), tag: z.string(), hint: z.string() }))

const answers = z.object({
  kind: z.enum(templateKinds),
  unitId: z.string(),
  name: z.string().default(''),
  taskId: z.string().nullable().default(null),
  refused: z.enum(refusalReasons).nullable().default(null),
  problems: problems.default([]),
  /** The form and its preview as they are kept, and how much of the preview's layout is not as the decree has it. */
  checked: z.object({ hash: z.string(), preview: z.string(), layout: z.int() }).nullable().default(null),
})
type Answers = z.infer<typeof answers>

const result = z.union([
  z.object({ ok: z.literal(true), hash: z.string(), preview: z.string(), layout: z.int() }),
  z.object({ ok: z.literal(false), reason: z.literal('problems'), problems }),
  z.object({ ok: z.literal(false), reason: z.enum(refusalReasons).catch('corrupt') }),
])

const again = (given: Answers): Answers => ({ ...given, taskId: null, refused: null, problems: [], checked: null })

function asked({ texts: { t } }: Turn, { kind }: Answers): string {
  return t('papers.template.ask', { kind: t(`papers.template.kind.${kind}`) })
}

/** The form, handed over to be checked outside the turn; asked again with all that was wrong with the last one. */
const file: Step<Answers> = {
  takesFile: true,
  ask({ turn, answers: given }) {
    const { t } = turn.texts
    const { refused, name } = given
    if (given.problems.length > 0) return inPlace(turn, message(problemLines(turn.texts, name, given.problems)))
    if (refused === null) return message(asked(turn, given))
    const why = refused === 'unsupported' ? t('papers.template.notDocx') : t(`documents.refused.${refused}`)
    return inPlace(turn, message(`${why}\n${asked(turn, given)}`))
  },
  async read(input, { turn, answers: given }) {
    if (input.kind === 'task') return { ok: true, stay: true, answers: given }
    if (input.kind !== 'file') return { ok: false, message: message(asked(turn, given)) }
    if (input.file.size !== null && input.file.size > defaultLimits.maxBytes)
      return { ok: false, message: message(turn.texts.t('documents.refused.too_large')) }
    const taskId = await turn.startTask('check_template', { file: input.file, kind: given.kind })
    return { ok: true, answers: { ...again(given), taskId, name: input.file.name } }
  },
}

const checking: Step<Answers> = {
  ask: ({ turn, answers: { name, taskId } }) =>
    progress(message(turn.texts.t('papers.template.checking', { name })), taskId),
  read(input, { turn, answers: given }) {
    const { what } = turn.incoming
    const isMine = input.kind === 'task' && what.kind === 'task' && what.taskId === given.taskId
    if (!isMine) return { ok: false, message: message(turn.texts.t('papers.check.stillChecking')) }
    return { ok: true, answers: afterCheck(result.parse(input.result), given) }
  },
}

function afterCheck(checked: z.infer<typeof result>, given: Answers): Answers {
  if (checked.ok) return { ...given, checked }
  if (checked.reason === 'problems') return { ...again(given), problems: 'problems' in checked ? checked.problems : [] }
  return { ...again(given), refused: checked.reason }
}

/** The preview, with made-up data, before the form is used. */
const confirm: Step<Answers> = {
  ask({ turn, answers: { name, checked } }) {
    const { t } = turn.texts
    const layout = checked && checked.layout > 0 ? [t('papers.template.layout', { count: checked.layout })] : []
    const said = message([t('papers.template.preview', { name }), ...layout].join('\n'))
    const preview = { hash: checked?.preview ?? '', name: t('papers.template.previewName', { name }), mime: docxMime }
    return inPlace(turn, { ...said, attachment: preview })
  },
  choices: ({ turn }) => [
    { value: 'use', label: turn.texts.t('papers.template.use') },
    { value: 'another', label: turn.texts.t('papers.template.another') },
  ],
  read(input, { turn, answers: given }) {
    if (input.kind !== 'choice') return { ok: false, message: message(turn.texts.t('papers.template.choose')) }
    return { ok: true, answers: input.value === 'use' ? given : again(given) }
  },
}

async function finish({ turn, answers: { kind, unitId, name, checked } }: Asked<Answers>): Promise<'done'> {
  const { person, store } = turn
  if (!person || !checked || !(await mayManageForms(turn, unitId))) {
    turn.say('papers.template.refused')
    return 'done'
  }
  const before = await store.paperTemplates.own(unitId, kind)
  await store.paperTemplates.put({ unitId, kind, fileHash: checked.hash, fileName: name, at: turn.now, by: person.id })
  const detail = { kind, file: name, hash: checked.hash, before: before?.file_hash ?? null }
  await store.audit.write({ at: turn.now, by: person.id, action: 'paper_template.set', subject: unitId, detail })
  await showForm(turn, { kind, unitId }, turn.texts.t('papers.template.saved', { name }))
  return 'done'
}

/** An agency's own form for a kind of paper: sent, checked, looked at, used. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: () => ({ step: 'file' }),
  next(given, { step }) {
    if (step === 'file') return { step: 'checking' }
    if (step === 'checking') return given.checked ? { step: 'confirm' } : { step: 'file' }
    return given.checked ? null : { step: 'file' }
  },
  steps: { file, checking, confirm },
  finish,
  async cancelled({ turn, answers: { taskId, checked } }) {
    if (taskId !== null && checked === null) await turn.store.tasks.end(taskId, 'cancelled')
  },
})
