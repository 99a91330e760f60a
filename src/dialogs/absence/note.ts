import { lendRoles } from '../../chat/lend-roles.ts'
import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Absence } from '../../domain/absence.ts'
import { addDays } from '../../domain/day.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatPerson } from '../../texts/people.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Asked } from '../engine/dialog.ts'
import type { Answers } from '../nguoithay.ts'
import { formatDays, mayBeNoted, mayStandIn, overlapping } from './whose.ts'

const audit = ({ store, now, person }: Turn, action: string, { id, ...detail }: Partial<Absence>) =>
  store.audit.write({ at: now, by: person?.id ?? null, action, subject: `absence:${id}`, detail })

/** "đồng chí Nguyễn Văn A", by the name of today. */
async function nameOf({ store }: Turn, texts: Texts, personId: string): Promise<string> {
  return formatPerson(texts, (await store.people.byId(personId)) ?? { name: '', position: '' })
}

/** Writes the absence down, tells the one who is away where another noted it, and asks the stand-in. */
export async function noteAbsence({ turn, answers }: Asked<Answers>): Promise<'done' | 'stay'> {
  const { store, texts, person, now } = turn
  const { personId = '', from = '', to = '', reason = 'leave', standInId = null } = answers
  // Looked at again: the draft may be days old.
  const isMine = (await mayBeNoted(turn)).some(({ id }) => id === personId)
  if (!person || !isMine || (await overlapping(turn, personId, { from, to }))) {
    turn.say('office.absence.changed')
    return 'done'
  }
  const canStandIn =
    standInId === null || (await mayStandIn(turn, personId, { from, to })).some(({ id }) => id === standInId)
  if (!canStandIn) {
    turn.say('office.absence.awayToo')
    return 'stay'
  }
  const state = standInId === null ? 'alone' : standInId === person.id ? 'agreed' : 'asked'
  const absence = { personId, from, to, reason, standInId, state } as const
  const id = await store.absences.add({ ...absence, by: person.id, at: now })
  await audit(turn, 'absence.noted', { id, personId, from, to, standInId, state })
  await lendRoles(store, turn)
  const values = { who: await nameOf(turn, texts, personId), days: formatDays(texts, absence) }
  const key = personId === person.id ? 'office.absence.notedMine' : 'office.absence.noted'
  const next =
    standInId === null
      ? 'office.absence.quietAlone'
      : state === 'asked'
        ? 'office.absence.askedThem'
        : 'office.absence.quietStandIn'
  const who = standInId === null ? '' : await nameOf(turn, texts, standInId)
  turn.reply(message(`${texts.t(key, values)}\n${texts.t(next, { who })}`, [endButton(texts, id)]))
  if (state === 'asked') await askStandIn(turn, { id, ...absence })
  if (personId !== person.id) await tellAway(turn, { id, ...absence })
  return 'done'
}

const endButton = (texts: Texts, id: string) => button(texts.t('office.absence.button.end'), 'nguoithay', 'end', { id })

async function askStandIn(turn: Turn, { id, ...absence }: Absence): Promise<void> {
  const { person } = turn
  const isOwn = absence.personId === person?.id
  const away = await turn.store.people.byId(absence.personId)
  await turn.tell(absence.standInId ?? '', `absence:${id}:ask`, 'absence', (texts) => {
    const who = away ? formatPerson(texts, away) : ''
    const values = { by: person?.name, who, days: formatDays(texts, absence) }
    return message(texts.t(isOwn ? 'office.absence.ask' : 'office.absence.askFor', values), [
      button(texts.t('office.absence.button.agree'), 'nguoithay', 'answer', { id, agrees: true }),
      button(texts.t('office.absence.button.decline'), 'nguoithay', 'answer', { id, agrees: false }),
    ])
  })
}

async function tellAway(turn: Turn, { id, ...absence }: Absence): Promise<void> {
  await turn.tell(absence.personId, `absence:${id}:noted`, 'absence', (texts) =>
    message(texts.t('office.absence.notedForYou', { by: turn.person?.name, days: formatDays(texts, absence) }), [
      endButton(texts, id),
    ]),
  )
}

/** The stand-in's yes or no; who noted the absence and who is away hear it. */
export async function answerStandIn(turn: Turn, id: string, agrees: boolean): Promise<void> {
  const { store, person, texts, today } = turn
  const absence = await store.absences.byId(id)
  if (!absence || absence.standInId !== person?.id || absence.to < today) return turn.say('office.absence.gone')
  const state = agrees ? 'agreed' : 'declined'
  if (!(await store.absences.answer(id, state))) return turn.say('office.absence.answered')
  await audit(turn, `absence.${state}`, { id })
  await lendRoles(store, turn)
  const who = await nameOf(turn, texts, absence.personId)
  turn.say(agrees ? 'office.absence.youAgreed' : 'office.absence.youDeclined', {
    who,
    days: formatDays(texts, absence),
  })
  await turn.tell(absence.personId, `absence:${id}:${state}`, 'absence', (words) =>
    message(
      words.t(`office.absence.told.${state}`, {
        who: capitalise(formatPerson(words, person)),
        days: formatDays(words, absence),
      }),
      [
        ...(agrees ? [] : [button(words.t('office.absence.button.other'), 'nguoithay', 'again', { id })]),
        endButton(words, id),
      ],
    ),
  )
}

/** Ends an absence today: from now on all is as before. */
export async function endAbsence(turn: Turn, id: string): Promise<void> {
  const { store, person, texts, today } = turn
  const absence = await store.absences.byId(id)
  const isMine = absence && (await mayBeNoted(turn)).some(({ id: one }) => one === absence.personId)
  if (!absence || !person || absence.to < today) return turn.say('office.absence.gone')
  if (!isMine) return turn.say('office.absence.notYours')
  await store.absences.end(id, addDays(today, -1))
  await audit(turn, 'absence.ended', { id, to: addDays(today, -1) })
  await lendRoles(store, turn)
  turn.say('office.absence.ended', { who: await nameOf(turn, texts, absence.personId) })
  if (absence.standInId && absence.state !== 'declined' && absence.standInId !== person.id)
    await turn.tell(absence.standInId, `absence:${id}:ended`, 'absence', (words) =>
      message(words.t('office.absence.endedToYou', { by: person.name })),
    )
}
