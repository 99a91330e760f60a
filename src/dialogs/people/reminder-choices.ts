import { button, message } from '../../chat/message.ts'
import { readLadders } from '../../chat/read-ladders.ts'
import type { Turn } from '../../chat/turn.ts'
import type { ReminderChoices } from '../../domain/reminder-choices.ts'
import { formatList } from '../../texts/whose.ts'

/** How the person is reminded, and what they may change of it. */
export async function showReminderChoices(turn: Turn): Promise<void> {
  const { texts, store, person, calendar } = turn
  const choices = await store.reminders.choicesOf(person?.id ?? '')
  const hasSeveral = (await store.accounts.ofPerson(person?.id ?? '')).length > 1
  const words = [
    texts.t(choices.quiet ? 'reminders.choices.quiet' : 'reminders.choices.all', { leads: await leadsOf(turn) }),
    texts.t('reminders.choices.hour', { hour: choices.hour ?? calendar.hours.opens }),
  ]
  turn.reply(
    message(words.join('\n'), [
      button(texts.t(`reminders.choices.button.${choices.quiet ? 'all' : 'quiet'}`), 'cuatoi', 'quiet', {
        quiet: !choices.quiet,
      }),
      button(texts.t('reminders.choices.button.hour'), 'cuatoi', 'hour'),
      ...(hasSeveral ? [button(texts.t('people.mine.order'), 'cuatoi', 'order')] : []),
    ]),
  )
}

/** "14, 7, 3, 1": the usual days before the last one. */
async function leadsOf({ store, texts }: Turn): Promise<string> {
  const { usual } = await readLadders(store)
  return formatList(texts, usual.leads.filter((lead) => lead > 0).map(String))
}

/** Keeps what a person chose; their next morning is planned by it. */
export async function keepReminderChoice(turn: Turn, change: Partial<ReminderChoices>): Promise<void> {
  const { store, person, now } = turn
  if (!person) return
  const chosen = { ...(await store.reminders.choicesOf(person.id)), ...change }
  await store.reminders.choose(person.id, chosen)
  await store.audit.write({ at: now, by: person.id, action: 'reminders.chosen', subject: person.id, detail: chosen })
}

export async function chooseQuiet(turn: Turn, quiet: boolean): Promise<void> {
  await keepReminderChoice(turn, { quiet })
  turn.say(quiet ? 'reminders.choices.nowQuiet' : 'reminders.choices.nowAll')
}
