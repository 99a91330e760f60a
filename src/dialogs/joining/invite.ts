import { button, commandButton, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Role } from '../../domain/person.ts'
import type { Unit } from '../../domain/unit.ts'
import { formatMoment } from '../../texts/days.ts'
import { formatChannel, formatRole } from '../../texts/people.ts'

const validDays = 7
const dayMs = 24 * 60 * 60 * 1000

/** Makes a code for a role in a unit and shows it, the only time, in a message that can be sent on as it is. */
export async function invite(turn: Turn, unit: Unit, role: Role): Promise<void> {
  const { store, texts, services, person, now, realNow, zone } = turn
  if (!person) return
  const expiresAt = realNow + validDays * dayMs
  const use = { purpose: 'join', unitId: unit.id, role, createdBy: person.id } as const
  const code = await store.invitations.make(use, expiresAt)
  await store.audit.write({ at: now, by: person.id, action: 'invitation.made', subject: unit.id, detail: { role } })

  const until = formatMoment(texts, expiresAt, zone)
  const links = services
    .joinLinks(code)
    .map(({ channel, link }) => texts.t('people.invite.link', { channel: formatChannel(texts, channel), link }))
  const page = services.invitationPage(code)
  if (page) links.push(texts.t('people.invite.page', { link: page }))
  const words = texts.t('people.invite.code', { code, role: formatRole(texts, role), unit: unit.name, until })
  turn.reply(
    message([words, ...links].join('\n'), [
      button(texts.t('people.invite.picture'), 'mathamgia', 'picture', { code }),
      button(texts.t('people.invite.again'), 'mathamgia', 'again', { unitId: unit.id, role }),
      commandButton(texts.t('people.invite.other'), 'mathamgia'),
    ]),
  )
}
