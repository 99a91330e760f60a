import { z } from 'zod'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { button, commandButton, message } from '../src/chat/message.ts'
import type { Turn } from '../src/chat/turn.ts'
import { presentMyReports } from '../src/dialogs/baocao/my-reports.ts'
import { presentMyRegistrations } from '../src/dialogs/dangky/my-registrations.ts'
import { askChannelOrder, putChannelFirst } from '../src/dialogs/people/channel-order.ts'
import { askWhichChannel, cutChannel, makeLinkCode } from '../src/dialogs/people/my-channels.ts'
import { formatAccounts, formatRoles } from '../src/dialogs/people/person-card.ts'
import { chooseQuiet, showReminderChoices } from '../src/dialogs/people/reminder-choices.ts'
import { endWebSessions, isOnWeb, showWebSessions } from '../src/dialogs/people/web-sessions.ts'
import { formatPerson } from '../src/texts/people.ts'

const nothing = z.object({})

/** Who I am here: name, roles, channels, language, and what I have registered and reported. */
export default defineCommand({
  order: 4,
  menu: 'people.mine.menu',
  usage: 'people.mine.usage',
  aliases: ['toi', 'tôi'],
  allow: everyone,
  async run(turn) {
    const { texts } = turn
    const registrations = await presentMyRegistrations(turn)
    const reports = await presentMyReports(turn)
    const hasSeveral = (await turn.store.accounts.ofPerson(turn.person?.id ?? '')).length > 1
    const onWeb = await isOnWeb(turn)
    const words = [await profile(turn), ...(registrations ? [] : [texts.t('people.mine.noRegistrations')])]
    turn.reply(
      message(words.join('\n'), [
        button(texts.t('people.mine.edit'), 'cuatoi', 'edit'),
        button(texts.t('people.mine.link'), 'cuatoi', 'link'),
        button(texts.t('people.mine.unlink'), 'cuatoi', 'unlink'),
        button(texts.t('people.mine.reminders'), 'cuatoi', 'reminders'),
        // Six at the most: the order of channels stands among the reminders as well.
        ...(hasSeveral && !onWeb ? [button(texts.t('people.mine.order'), 'cuatoi', 'order')] : []),
        commandButton(texts.t('people.mine.language'), 'ngonngu'),
        ...(onWeb ? [button(texts.t('web.sessions.button'), 'cuatoi', 'sessions')] : []),
      ]),
    )
    if (registrations) turn.reply(message(registrations.text, registrations.buttons))
    if (reports) turn.reply(message(reports.text, reports.buttons))
  },
  actions: {
    edit: defineAction(nothing, (turn) => turn.begin('hoso', { editing: true })),
    link: defineAction(nothing, makeLinkCode),
    unlink: defineAction(nothing, askWhichChannel),
    reminders: defineAction(nothing, showReminderChoices),
    quiet: defineAction(z.object({ quiet: z.boolean() }), (turn, { quiet }) => chooseQuiet(turn, quiet)),
    hour: defineAction(nothing, (turn) => turn.begin('gionhac', {})),
    order: defineAction(nothing, askChannelOrder),
    first: defineAction(z.object({ accountId: z.string() }), (turn, { accountId }) => putChannelFirst(turn, accountId)),
    sessions: defineAction(nothing, showWebSessions),
    signOut: defineAction(nothing, endWebSessions),
    cut: defineAction(z.object({ accountId: z.string(), label: z.string() }), (turn, { accountId, label }) =>
      cutChannel(turn, accountId, label),
    ),
  },
})

async function profile(turn: Turn): Promise<string> {
  const { texts, store, person, account } = turn
  if (!person) return ''
  const roles = await formatRoles(turn, person.memberships)
  const channels = formatAccounts(texts, await store.accounts.ofPerson(person.id), account.id)
  const phone = (await store.people.byId(person.id))?.phone ?? null
  const card = texts.t('people.mine.card', {
    person: formatPerson(texts, person),
    roles: roles.join('; ') || texts.t('people.users.noRoles'),
    channels: channels.map(({ label }) => label).join('; '),
    language: texts.t(`chat.language.name.${person.language}`),
  })
  return phone === null ? card : `${card}\n${texts.t('people.mine.phone', { phone })}`
}
