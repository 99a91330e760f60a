import type { IncomingFile } from '../../chat/incoming.ts'
import { message } from '../../chat/message.ts'
import { taskSlot } from '../../chat/task-slot.ts'
import { defaultLimits } from '../../documents/limits.ts'
import type { Asked, Read, Step } from '../engine/dialog.ts'
import { type Answers, fresh } from './answers.ts'

const photoType = /^image\/(?:jpeg|png|webp|hei[cf])$/i
const photoName = /\.(?:jpe?g|png|webp|hei[cf])$/i

/** Told by what the channel says of it; its bytes are looked at when it is read. */
export const isPhoto = ({ mime, name }: IncomingFile): boolean => photoType.test(mime ?? '') || photoName.test(name)

/** Photos of a document's pages, gathered one by one in the order in which they come. */
export const photos: Step<Answers> = {
  takesFile: true,
  ask: ({ turn, answers, draftId }) => ({
    ...message(turn.texts.t('review.photos.got', { count: answers.photos.length })),
    slot: answers.photoSlot ?? `photos:${draftId}`,
  }),
  choices: ({ turn }) =>
    (['read', 'dropLast'] as const).map((value) => ({ value, label: turn.texts.t(`review.photos.${value}`) })),
  read(input, asked) {
    const { turn, answers } = asked
    if (input.kind === 'file') return withPhoto(input.file, asked)
    if (input.kind === 'choice' && input.value === 'read') return begin(asked)
    if (input.kind === 'choice') {
      const left = answers.photos.slice(0, -1)
      return { ok: true, stay: left.length > 0, answers: { ...answers, photos: left } }
    }
    // The end of a reading that was gone back from.
    if (input.kind === 'task') return { ok: true, stay: true, answers }
    return { ok: false, message: message(turn.texts.t('review.photos.unclear', { count: answers.photos.length })) }
  },
}

function withPhoto(file: IncomingFile, { turn, answers }: Asked<Answers>): Read<Answers> {
  const refused = refusal(file, answers)
  const values = { count: answers.photos.length, name: file.name, most: defaultLimits.maxScannedPages }
  if (refused) return { ok: false, message: message(turn.texts.t(`review.photos.${refused}`, values)) }
  const pastedIn = [...answers.pastedIn, turn.inboxId]
  return { ok: true, stay: true, answers: { ...answers, photos: [...answers.photos, file], pastedIn } }
}

function refusal(file: IncomingFile, { photos }: Answers): 'mixed' | 'tooMany' | 'tooLarge' | null {
  if (!isPhoto(file)) return 'mixed'
  if (photos.length >= defaultLimits.maxScannedPages) return 'tooMany'
  const size = [...photos, file].reduce((sum, one) => sum + (one.size ?? 0), 0)
  return size > defaultLimits.maxBytes ? 'tooLarge' : null
}

async function begin({ turn, answers }: Asked<Answers>): Promise<Read<Answers>> {
  const { photos, photoSlot, pastedIn } = answers
  const taskId = await turn.startTask('read_plan', { photos })
  return { ok: true, answers: { ...fresh, photos, photoSlot, pastedIn, taskId } }
}

/** A page that comes when the reading has begun already belongs to the document: that reading is called off, and gathering goes on. */
export async function withLatePhoto(file: IncomingFile, asked: Asked<Answers>): Promise<Read<Answers>> {
  const { turn, answers } = asked
  const added = withPhoto(file, asked)
  if (!added.ok || answers.taskId === null) return added
  await turn.store.tasks.end(answers.taskId, 'cancelled')
  return { ok: true, answers: { ...added.answers, taskId: null, photoSlot: taskSlot(answers.taskId) } }
}
