import { agencyWords } from '../../chat/agency-words.ts'
import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { ChaseEvent } from '../../domain/chase-events.ts'
import { isOpen, type Obligation } from '../../domain/obligation.ts'
import { aggregateFileName } from '../../papers/aggregate-file-name.ts'
import { type ChaseProof, chaseProofBook, layChaseProof, type ProofRow } from '../../papers/chase-proof.ts'
import { docxMime } from '../../papers/draft-file-name.ts'
import type { FileDraft } from '../../papers/file-draft.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay, formatFull, formatMoment } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { formatChannel } from '../../texts/people.ts'
import { paperTexts } from '../../texts/texts.ts'
import { formatList } from '../../texts/whose.ts'
import { sendFile } from '../papers/send-file.ts'
import { ruledUnit } from '../units/choose-unit.ts'
import { type Ledger, readLedger } from './history.ts'
import { boundInCharge, type Followed, formatFollowed } from './in-charge.ts'

const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More rows than these nobody prints: then it is a workbook. */
const mostPrinted = 500

/** A turn's words as they stand on paper: Vietnamese. */
type OnPaper = Pick<Turn, 'texts' | 'zone'>

type Done = Pick<ProofRow, 'when' | 'how' | 'whom' | 'outcome'>

function doneIn({ texts, zone }: OnPaper, event: ChaseEvent, { names }: Ledger): Done {
  if (event.kind === 'hand') {
    const { way, day, heardBy, outcome } = event.hand
    return { when: formatDay(texts, day), how: texts.t(`office.extension.way.${way}`), whom: heardBy, outcome }
  }
  if (event.kind === 'draft') {
    const { at, until } = event.draft
    const day = until === null ? '' : texts.t('office.chase.proof.asked', { day: formatFull(until) })
    const outcome = formatList(
      texts,
      [texts.t('office.chase.proof.draftOnly'), day].filter((part) => part !== ''),
    )
    return { when: formatMoment(texts, at, zone), how: texts.t('office.chase.proof.draft'), whom: '', outcome }
  }
  const { personId, at, channel, fate, byHead } = event.chased
  const on = channel ? formatChannel(texts, channel) : ''
  return {
    when: formatMoment(texts, at, zone),
    how: texts.t(byHead ? 'office.chase.proof.byHead' : 'office.chase.proof.chat', { channel: on }).trim(),
    whom: names.get(personId) ?? '',
    outcome: texts.t(`office.chase.proof.fate.${fate}`),
  }
}

const never = ({ texts }: OnPaper): Done => ({ when: texts.t('office.chase.never'), how: '', whom: '', outcome: '' })

/** A row for each reminder; who has recorded something and was never reminded needs no proof, and nobody above is shown as missing. */
function rowsOf(turn: OnPaper, bound: Obligation[], ledger: Ledger, nameOf: (one: Obligation) => string): ProofRow[] {
  return bound.flatMap((one) => {
    const events = ledger.eventsOf(one).map((event) => doneIn(turn, event, ledger))
    const isMissing = isOpen(one) && one.unitRelation !== 'superior'
    const done = events.length > 0 ? events : isMissing ? [never(turn)] : []
    const state = turn.texts.t(`office.chase.proof.state.${one.state}`)
    return done.map((what) => ({ about: nameOf(one), ...what, state }))
  })
}

async function send(
  turn: Turn,
  { proof, name, again }: { proof: ChaseProof; name: string; again: ReturnType<typeof button> },
  as: 'docx' | 'xlsx',
): Promise<void> {
  const { texts } = turn
  if (proof.rows.length === 0) return turn.say('office.chase.proof.none')
  const isSheet = as === 'xlsx' || proof.rows.length > mostPrinted
  const draft: FileDraft = isSheet
    ? { kind: 'workbook', workbook: chaseProofBook(paperTexts(), proof) }
    : { kind: 'paper', paper: layChaseProof(paperTexts(), proof) }
  const fileName = aggregateFileName(isSheet ? 'xlsx' : 'docx', texts.t('office.chase.proof.file'), name, turn.today)
  const said = message(
    texts.t('office.chase.proof.sent', { of: proof.of, count: proof.rows.length }),
    isSheet ? [] : [again],
  )
  await sendFile(turn, 'dondoc', said, { draft, name: fileName, mime: isSheet ? xlsxMime : docxMime })
}

/** The proof of reminding under one deadline: by chat, telephone, in person, at a meeting; one round of it. */
export async function sendProof(turn: Turn, of: Followed, as: 'docx' | 'xlsx' = 'docx'): Promise<void> {
  const { store, now, zone } = turn
  const texts = paperTexts()
  const bound = await boundInCharge(turn, of)
  const [first] = bound
  if (!first) return turn.say('office.chase.noneOfThis')
  const ledger = await readLedger(turn, bound)
  const rows = rowsOf({ texts, zone }, bound, ledger, ({ personId, unitName }) =>
    personId === null ? unitName : `${ledger.names.get(personId) ?? ''}, ${unitName}`,
  )
  const deed = formatFollowed(texts, first)
  const words = { deed: capitalise(deed), deadline: formatDeadline(texts, first.deadline) }
  const { agency } = await agencyWords(store, texts)
  const asOf = formatMoment(texts, now, zone)
  const proof = { agency, of: texts.t('office.chase.proof.of', words), by: 'deadline' as const, asOf, rows }
  const again = button(turn.texts.t('office.chase.button.sheet'), 'dondoc', 'proof', { ...of, as: 'xlsx' })
  await send(turn, { proof, name: deed, again }, as)
}

/** The proof of reminding one unit and its people, of all that was due in the last year or is soon. */
export async function sendUnitProof(turn: Turn, unitId: string, as: 'docx' | 'xlsx' = 'docx'): Promise<void> {
  const { store, now, zone } = turn
  const texts = paperTexts()
  const unit = await ruledUnit(turn, unitId)
  if (!unit) return
  const bound = await boundInCharge(turn, { unitId })
  const ledger = await readLedger(turn, bound)
  const rows = rowsOf({ texts, zone }, bound, ledger, (one) => {
    const deed = capitalise(formatFollowed(texts, one))
    const who = one.personId === null ? '' : (ledger.names.get(one.personId) ?? '')
    return formatList(
      texts,
      [deed, formatDeadline(texts, one.deadline), who].filter((part) => part !== ''),
    )
  })
  const { agency } = await agencyWords(store, texts)
  const proof = { agency, of: unit.name, by: 'unit' as const, asOf: formatMoment(texts, now, zone), rows }
  const again = button(turn.texts.t('office.chase.button.sheet'), 'dondoc', 'unitProof', { unitId, as: 'xlsx' })
  await send(turn, { proof, name: unit.name, again }, as)
}
