import { agencyWords } from '../../chat/agency-words.ts'
import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { headsOf, type Obligation } from '../../domain/obligation.ts'
import { type Call, layCallList } from '../../papers/call-list.ts'
import { docxMime } from '../../papers/draft-file-name.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatMoment } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { paperTexts, type Texts } from '../../texts/texts.ts'
import { sendFile } from '../papers/send-file.ts'
import { type Followed, formatFollowed, openInCharge } from './in-charge.ts'

/** Whom to call about a deadline: the person bound; for a unit its nearest head, once. Superior bodies are not called. */
async function callsOf(turn: Turn, of: Followed): Promise<Call[]> {
  const { store, person } = turn
  const texts = paperTexts()
  const units = await store.units.all()
  const memberships = await store.people.memberships()
  const people = new Map((await store.people.all()).map((one) => [one.id, one]))
  const open = (await openInCharge(turn, of)).filter(({ unitRelation }) => unitRelation !== 'superior')
  const calledOf = ({ personId, unitId }: Obligation) => personId ?? headsOf(unitId, units, memberships)[0] ?? ''
  const calls = [...Map.groupBy(open, (one) => calledOf(one) || one.unitId)].filter(([id]) => id !== person?.id)
  const phones = await store.people.phones(calls.map(([id]) => id))
  return calls.flatMap(([id, about]) => {
    const [first] = about
    const called = people.get(id)
    const name = called ? [called.name, called.position].filter((part) => part !== '').join(', ') : ''
    const unit = [...new Set(about.map(({ unitName }) => unitName))].join('; ')
    const task = about.map((one) => taskOf(texts, one)).join('\n')
    return first
      ? [{ name, unit, phone: phones.get(id) ?? null, task, deadline: formatDeadline(texts, first.deadline) }]
      : []
  })
}

/** "Đăng ký thi đua 120 năm", "Đăng ký thi đua 120 năm (bản của đơn vị)". */
function taskOf(texts: Texts, one: Obligation): string {
  const deed = capitalise(formatFollowed(texts, one))
  return one.personId === null ? texts.t('office.chase.unitsOwn', { deed }) : deed
}

/** The list to call from, to be printed: names, numbers that people gave, work, and room for the hour and whoever answered. */
export async function sendCallList(turn: Turn, of: Followed): Promise<void> {
  const { texts, now, zone, store } = turn
  const calls = await callsOf(turn, of)
  if (calls.length === 0) return turn.say('office.chase.noneOfThis')
  const { agency, office } = await agencyWords(store, texts)
  const paper = layCallList(paperTexts(), { agency, office, asOf: formatMoment(paperTexts(), now, zone), calls })
  const file = { draft: { kind: 'paper' as const, paper }, name: texts.t('office.chase.callsFile'), mime: docxMime }
  const unknown = calls.filter(({ phone }) => phone === null).length
  const lines = [
    texts.t('office.chase.calls', { count: calls.length }),
    ...(unknown > 0 ? [texts.t('office.chase.noPhones', { count: unknown })] : []),
  ]
  await sendFile(turn, 'dondoc', message(lines.join('\n')), file)
}
