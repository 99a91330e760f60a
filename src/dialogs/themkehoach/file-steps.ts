import { z } from 'zod'
import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { defaultLimits } from '../../documents/limits.ts'
import { refusalReasons } from '../../documents/refusal.ts'
import { formerByIssuer } from '../../domain/former-names.ts'
import { type PlanDraft, planDraft } from '../../domain/plan.ts'
import { amendedPlan, compareIdentity, identityOf, type PlanIdentity } from '../../domain/plan-identity.ts'
import { isOver, reviewOrder } from '../../domain/plan-review.ts'
import { hasSecretMark } from '../../reading/secret-mark.ts'
import type { Asked, Input, Read, Step } from '../engine/dialog.ts'
import { type Answers, fresh, toReview } from './answers.ts'
import { inPlace, progress } from './in-place.ts'
import { isPhoto, withLatePhoto } from './photos-step.ts'

/** A part at least this long may be one of several into which the channel has cut what was pasted. */
const cutFrom = 3500
const shortest = 60
const longest = 300_000

/** The first step: a file or pasted text, handed over to be read outside the turn. */
export const file: Step<Answers> = {
  takesFile: true,
  ask({ turn, answers }) {
    const { t } = turn.texts
    // Whoever sent something secret is not asked for its words as well.
    if (answers.refused === 'secret') return inPlace(turn, message(t('documents.refused.secret')))
    if (answers.refused)
      return inPlace(turn, message(`${t(`documents.refused.${answers.refused}`)}\n${t('plans.load.another')}`))
    if (answers.pasted.length === 0) return message(t('plans.load.file'))
    const { length } = answers.pasted.join('\n')
    return message(t('plans.load.pastedMore', { count: answers.pasted.length, length }))
  },
  choices: ({ turn, answers }) =>
    answers.pasted.length > 0 ? [{ value: 'read', label: turn.texts.t('plans.load.readPasted') }] : [],
  read(input, asked) {
    if (input.kind === 'file') return readFile(input, asked)
    if (input.kind === 'choice') return begin(asked, { text: asked.answers.pasted.join('\n') }, null)
    if (input.kind === 'text') return paste(input.text, asked)
    // The end of a reading that was gone back from.
    if (input.kind === 'task') return { ok: true, stay: true, answers: asked.answers }
    return { ok: false, message: message(asked.turn.texts.t('plans.load.file')) }
  },
}

async function readFile({ file }: Extract<Input, { kind: 'file' }>, asked: Asked<Answers>): Promise<Read<Answers>> {
  if (file.size !== null && file.size > defaultLimits.maxBytes)
    return { ok: false, message: message(asked.turn.texts.t('documents.refused.too_large')) }
  const pastedIn = [...asked.answers.pastedIn, asked.turn.inboxId]
  if (isPhoto(file)) return { ok: true, answers: { ...fresh, photos: [file], pastedIn } }
  return begin(asked, { file }, file.name)
}

async function paste(text: string, asked: Asked<Answers>): Promise<Read<Answers>> {
  const { turn, answers } = asked
  const pasted = [...answers.pasted, text]
  const pastedIn = [...answers.pastedIn, turn.inboxId]
  const { length } = pasted.join('\n')
  if (hasSecretMark(pasted.join('\n'))) return { ok: true, stay: true, answers: await forgetSecret(turn, pastedIn) }
  if (length < shortest) return { ok: false, message: message(turn.texts.t('plans.load.tooShort', { length })) }
  if (length > longest) return { ok: false, message: message(turn.texts.t('plans.load.tooLong', { most: longest })) }
  if (text.length >= cutFrom) return { ok: true, stay: true, answers: { ...fresh, pasted, pastedIn } }
  return begin(asked, { text: pasted.join('\n') }, null)
}

/** What is marked secret is not kept: not the words, not the messages that brought them. */
async function forgetSecret({ store }: Turn, inboxIds: number[], taskId: string | null = null): Promise<Answers> {
  await store.inbox.forget(inboxIds)
  if (taskId) await store.tasks.forget(taskId)
  return { ...fresh, refused: 'secret' }
}

async function begin(
  asked: Asked<Answers>,
  payload: Record<string, unknown>,
  fileName: string | null,
): Promise<Read<Answers>> {
  const taskId = await asked.turn.startTask('read_plan', payload)
  const { pastedIn } = asked.answers
  return { ok: true, answers: { ...fresh, taskId, fileName, pastedIn: [...pastedIn, asked.turn.inboxId] } }
}

const result = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    draft: planDraft,
    text: z.string(),
    fileHash: z.string(),
    fileName: z.string().nullable(),
    mime: z.string(),
    pictures: z.array(z.object({ deadline: z.int(), hash: z.string() })).default([]),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(refusalReasons) }),
])

/** Waits for the reader. Gone back to, it offers what was read or another file. */
export const reading: Step<Answers> = {
  ask({ turn, answers }) {
    const { t } = turn.texts
    if (answers.read) return message(t('plans.load.alreadyRead', { name: answers.read.name }))
    return progress(message(readingWords(t, answers)), answers.taskId)
  },
  choices: ({ turn, answers }) =>
    answers.read
      ? [
          { value: 'continue', label: turn.texts.t('plans.load.continue') },
          { value: 'another', label: turn.texts.t('plans.load.anotherFile') },
        ]
      : [],
  takesFile: 'unasked',
  async read(input, asked) {
    const { turn, answers } = asked
    if (input.kind === 'choice') return { ok: true, answers: input.value === 'another' ? fresh : answers }
    const { what } = turn.incoming
    const mine = what.kind === 'task' && what.taskId === answers.taskId
    if (input.kind === 'task' && mine) return { ok: true, answers: await afterReading(input.result, asked) }
    const isPage = input.kind === 'file' && isPhoto(input.file) && answers.photos.length > 0 && !answers.read
    if (isPage) return withLatePhoto(input.file, asked)
    return { ok: false, message: message(turn.texts.t('plans.load.stillReading')) }
  },
}

function readingWords(t: Turn['texts']['t'], { fileName, photos }: Answers): string {
  if (photos.length > 1) return t('review.photos.reading', { count: photos.length })
  const name = fileName ?? photos[0]?.name ?? null
  return name === null ? t('plans.load.reading') : t('plans.load.readingFile', { name })
}

async function afterReading(given: unknown, { turn, answers }: Asked<Answers>): Promise<Answers> {
  const read = result.parse(given)
  if (!read.ok && read.reason === 'secret') return forgetSecret(turn, answers.pastedIn, answers.taskId)
  if (!read.ok) return { ...fresh, refused: read.reason }
  const identity = identityOf(read.draft, read.text)
  const name = read.fileName ?? turn.texts.t('plans.load.pastedName')
  // What the document itself calls missed or called off is named in the summary, and is nothing to confirm.
  const live = read.draft.deadlines.filter((deadline) => !isOver(deadline))
  return {
    ...fresh,
    taskId: answers.taskId,
    read: {
      draft: read.draft,
      identity,
      name,
      file: { hash: read.fileHash, name: read.fileName ?? `${name}.txt`, mime: read.mime },
    },
    known: await findKnown(turn, read.draft, identity),
    deadlines: reviewOrder(live).map((deadline) => {
      const at = read.draft.deadlines.indexOf(deadline)
      const picture = read.pictures.find((one) => one.deadline === at)?.hash ?? null
      const formerly = formerByIssuer(read.draft, deadline)
      const named = formerly.length > 0 ? { ...deadline, formerly } : deadline
      return { ...toReview(named, live.indexOf(deadline)), picture }
    }),
  }
}

/** The plan that this one is, is much like, or says it changes; null where it is new. */
async function findKnown({ store }: Turn, draft: PlanDraft, identity: PlanIdentity): Promise<Answers['known']> {
  const likeness = compareIdentity(identity, await store.plans.known())
  if (likeness.relation !== 'new') {
    const plan = await store.plans.byId(likeness.planId)
    return plan && { ...likeness, name: plan.shortName }
  }
  const inForce = (await store.plans.list()).map(({ id, shortName, number, draft: { issuedOn } }) => ({
    id,
    shortName,
    number,
    issuedOn,
  }))
  const amended = amendedPlan(draft, inForce)
  return amended && { relation: 'amends', planId: amended.id, name: amended.shortName }
}

/** The same again, or much like one in force: what is it? */
export const known: Step<Answers> = {
  ask({ turn, answers }) {
    const { t } = turn.texts
    const { relation = 'same', name = '' } = answers.known ?? {}
    const question = t(relation === 'amends' ? 'plans.known.askAmends' : 'plans.known.ask')
    return inPlace(turn, message(`${t(`plans.known.${relation}`, { name })}\n${question}`))
  },
  choices: ({ turn, answers }) =>
    choicesFor(answers).map((value) => ({ value, label: turn.texts.t(`plans.known.${value}`) })),
  read(input, { answers, turn }) {
    const decision = input.kind === 'choice' ? choicesFor(answers).find((value) => value === input.value) : undefined
    if (decision) return { ok: true, answers: { ...answers, decision } }
    return { ok: false, message: message(turn.texts.t('plans.known.ask')) }
  },
}

/** With a number of its own it cannot be another plan; told apart by words alone it may be. */
function choicesFor({ known, read }: Answers): Exclude<Answers['decision'], 'new'>[] {
  if (known?.relation === 'amends') return ['amended', 'other']
  const usual: Exclude<Answers['decision'], 'new'>[] =
    known?.relation === 'same' ? ['duplicate', 'replaced', 'corrected'] : ['replaced', 'corrected', 'duplicate']
  return read?.identity.key && known?.relation !== 'alike' ? usual : [...usual, 'other']
}
