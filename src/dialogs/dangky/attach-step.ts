import { z } from 'zod'
import type { IncomingFile } from '../../chat/incoming.ts'
import { refusalReasons } from '../../documents/refusal.ts'
import { attachedFile } from '../../domain/registration-body.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { Read, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, again, headed, refused, shorten, took } from './ask.ts'

const mostFiles = 5

const result = z.union([
  attachedFile.extend({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum([...refusalReasons, 'failed']) }),
])

/** A file is fetched and kept outside the turn. */
export async function takeAttachment(file: IncomingFile, { turn, answers }: Ask): Promise<Read<Answers>> {
  if (answers.attachments.length >= mostFiles) return refused(turn, 'register.attach.tooMany', { most: mostFiles })
  const taskId = await turn.startTask('keep_attachment', { file })
  return took({ ...answers, attaching: { taskId, name: file.name }, attachRefused: undefined }, { step: 'attach' })
}

/** The end of keeping a file: the same one again is kept once. */
export function withAttachment(given: unknown, answers: Answers): Answers {
  const kept = result.parse(given)
  if (!kept.ok) return { ...answers, attaching: null, attachRefused: kept.reason }
  const { hash, name, mime } = kept
  const others = answers.attachments.filter((one) => one.hash !== hash)
  return { ...answers, attaching: null, attachRefused: undefined, attachments: [...others, { hash, name, mime }] }
}

const refusalKey = (reason: NonNullable<Answers['attachRefused']>): TextKey =>
  reason === 'secret' || reason === 'empty' || reason === 'too_large'
    ? `documents.refused.${reason}`
    : 'register.attach.refused'

/** [Đính kèm]: files that go along with the registration. */
export const attachStep: Step<Answers> = {
  takesFile: true,
  ask(ask) {
    const { texts } = ask.turn
    const { attachments, attaching, attachRefused } = ask.answers
    if (attaching) return headed(ask, [texts.t('register.attach.keeping', { name: attaching.name })])
    const refusal = attachRefused ? texts.t(refusalKey(attachRefused)) : ''
    const lines = attachments.map(({ name }, index) => `${index + 1}. ${shorten(name, 80)}`)
    return headed(ask, [refusal, texts.t('register.attach.ask', { most: mostFiles }), ...lines])
  },
  choices({ turn, answers }) {
    if (answers.attaching) return []
    const drop = answers.attachments.map(({ hash }, index) => ({
      value: hash,
      label: turn.texts.t('register.attach.drop', { number: index + 1 }),
    }))
    return [...drop, { value: 'done', label: turn.texts.t('register.continue'), stays: true }]
  },
  async read(input, ask) {
    const { turn, answers } = ask
    if (input.kind === 'file') {
      const taken = await takeAttachment(input.file, ask)
      return taken.ok ? again(taken.answers) : taken
    }
    if (input.kind !== 'choice') return refused(turn, 'register.attach.unclear')
    if (input.value === 'done') return took({ ...answers, attachRefused: undefined })
    return again({ ...answers, attachments: answers.attachments.filter(({ hash }) => hash !== input.value) })
  },
}
