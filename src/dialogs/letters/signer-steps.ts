import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { degreeOf, withoutDegree } from '../../papers/check/elements/mark-end.ts'
import type { PaperUnit } from '../../papers/paper-unit.ts'
import type { Read, Step } from '../engine/dialog.ts'
import { readLines } from '../thethucgiay/steps.ts'
import { suggestionsFor } from '../thethucgiay/suggestions.ts'

/** Who signs a draft: by what right and in what post (lines), and the name; asked for each letter, and never guessed. */
export type Signed = { issuerId?: string | undefined; signing?: string | undefined; signerName?: string | undefined }

const mostLines = 3
const wrong = <Answers>(turn: Turn, typed: string): Read<Answers> => ({
  ok: false,
  message: message(turn.texts.t('letters.signer.wrong', { typed: typed.slice(0, 60), lines: mostLines })),
})

/** "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH". */
export const signingStep = <Answers extends Signed>(): Step<Answers> => ({
  ask: ({ turn }) => message(turn.texts.t('letters.signer.ask')),
  choices: async ({ turn, answers: { issuerId } }) =>
    (await suggestionsFor(turn, { unitId: issuerId, unit: '', paper: null })).signing.map((value) => ({
      value,
      label: value.replaceAll('\n', ' / '),
    })),
  read(input, { turn, answers }) {
    const typed = input.kind === 'text' ? input.text.trim() : ''
    const value = input.kind === 'choice' ? input.value : readLines(typed, mostLines)
    return value === null ? wrong(turn, typed) : { ok: true, answers: { ...answers, signing: value } }
  },
})

/** The name of who signs, without degrees; skipped: it stays blank. */
export const signerNameStep = <Answers extends Signed>(): Step<Answers> => ({
  optional: true,
  ask: ({ turn }) => message(turn.texts.t('letters.signer.askName')),
  choices: async ({ turn, answers: { issuerId } }) =>
    (await suggestionsFor(turn, { unitId: issuerId, unit: '', paper: null })).name.map((value) => ({
      value,
      label: value,
    })),
  read(input, { turn, answers }) {
    const set = (signerName: string): Read<Answers> => ({ ok: true, answers: { ...answers, signerName } })
    if (input.kind === 'skip') return set('')
    if (input.kind === 'choice') return set(input.value)
    const typed = input.kind === 'text' ? input.text.trim() : ''
    const value = readLines(typed, 1)
    if (value === null) return wrong(turn, typed)
    const degree = degreeOf(value)
    if (degree === null) return set(value)
    const words = turn.texts.t('papers.unit.degree', { degree, name: withoutDegree(value) })
    return { ok: false, message: message(words) }
  },
})

/** The issuer's papers with the signer of this letter in place of the one it usually has. */
export function signedBy(issuer: PaperUnit | null, { signing, signerName }: Signed): PaperUnit | null {
  if (issuer === null || signing === undefined) return issuer
  const lines = signing.split('\n')
  const isUsual = lines.join('\n') === issuer.signer.lines.join('\n')
  return { ...issuer, signer: { lines, alsoTitle: isUsual ? issuer.signer.alsoTitle : null, name: signerName || null } }
}

/** "TM. Ủy ban nhân dân / Chủ tịch Nguyễn Văn Hùng": who signs, in a preview. */
export const formatSigner = ({ signing = '', signerName = '' }: Signed): string =>
  [signing.replaceAll('\n', ' / '), signerName].filter((part) => part !== '').join(', ')
