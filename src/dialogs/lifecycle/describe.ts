import type { Turn } from '../../chat/turn.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { formatMoment } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Of } from './kind.ts'
import { loadName } from './names.ts'

/** "Chờ duyệt", "Đã tiếp nhận, gửi sau thời hạn": the state as people see it. */
export function describeState(texts: Texts, { state, late }: Pick<SentPaper, 'state' | 'late'>): string {
  const name = texts.t(`register.state.${state}`)
  return late ? texts.t('register.stateLate', { state: name }) : name
}

/** Who decided last, and when; empty while nobody has. */
export async function describeDecision(turn: Turn, sent: SentPaper): Promise<string> {
  const { texts, zone } = turn
  const { state, decidedBy, decidedAt, receivedBy, receivedAt } = sent
  const received = (state === 'received' || state === 'aggregated') && receivedAt !== null
  const [by, at] = received ? [receivedBy, receivedAt] : [decidedBy, decidedAt]
  if (at === null || state === 'waiting' || state === 'withdrawn') return ''
  const key = received
    ? 'register.decision.received'
    : state === 'returned'
      ? 'register.decision.returned'
      : 'register.decision.approved'
  return texts.t(key, { by: await loadName(turn, by), moment: formatMoment(texts, at, zone) })
}

/** "Người lập: …": where somebody else typed it, or somebody who sat at a shared account. */
export async function describeTypist<P extends SentPaper>({ texts, store }: Turn, { kind, sent }: Of<P>) {
  const { id, personId, typedBy, subject } = sent
  const operator = (await kind.kept(store).versions(id)).at(-1)?.operator ?? null
  const name = await loadName({ store }, typedBy)
  if (operator) return texts.t('register.shown.operator', { name, operator })
  return subject === 'unit' || personId !== typedBy ? texts.t('register.shown.typedBy', { name }) : ''
}
