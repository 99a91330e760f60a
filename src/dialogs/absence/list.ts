import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { addDays } from '../../domain/day.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatPerson } from '../../texts/people.ts'
import { endAbsence } from './note.ts'
import { formatDays, mayBeNoted } from './whose.ts'

const mostEnds = 4

/** The absences that the member of this turn may see: their own, those they stand in for, those of their people. No reasons. */
export async function listAbsences(turn: Turn): Promise<void> {
  const { store, texts, person, today } = turn
  const mine = new Set((await mayBeNoted(turn)).map(({ id }) => id))
  const all = (await store.absences.notOver(today)).filter(
    (one) => mine.has(one.personId) || one.standInId === person?.id,
  )
  const begin = button(texts.t('office.absence.button.begin'), 'nguoithay', 'begin')
  if (all.length === 0) return turn.reply(message(texts.t('office.absence.none'), [begin]))
  const names = new Map((await store.people.all()).map((one) => [one.id, formatPerson(texts, one)]))
  const lines = all.map(({ personId, standInId, state, ...days }, at) => {
    const who = personId === person?.id ? texts.t('office.absence.you') : (names.get(personId) ?? '')
    const line = { number: at + 1, who: capitalise(who), days: formatDays(texts, days) }
    return texts.t(`office.absence.line.${state}`, { ...line, standIn: names.get(standInId ?? '') ?? '' })
  })
  const ends = all.flatMap(({ id, personId }, at) =>
    mine.has(personId)
      ? [button(texts.t('office.absence.button.endNumber', { number: at + 1 }), 'nguoithay', 'end', { id })]
      : [],
  )
  turn.reply(message([texts.t('office.absence.list'), ...lines].join('\n'), [begin, ...ends.slice(0, mostEnds)]))
}

/** Notes an absence; who has nobody in their charge is not asked whose. */
export async function beginAbsence(turn: Turn): Promise<void> {
  const people = await mayBeNoted(turn)
  await turn.begin('nguoithay', people.length === 1 ? { personId: people[0]?.id } : {})
}

/** The stand-in declined: the absence is asked about anew, beginning with its days. */
export async function askOtherStandIn(turn: Turn, id: string): Promise<void> {
  const absence = await turn.store.absences.byId(id)
  if (!absence || absence.to < turn.today) return turn.say('office.absence.gone')
  await endAbsence(turn, id)
  if ((await turn.store.absences.byId(id))?.to !== addDays(turn.today, -1)) return
  const { personId, reason } = absence
  await turn.begin('nguoithay', { personId, reason })
}
