import { commandButton, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { qrPng } from '../../papers/qr-svg.ts'
import { ruledUnit } from '../units/choose-unit.ts'

/** An invitation that is still open as a picture to scan, with its code in words beside it. */
export async function showInvitationPicture(turn: Turn, code: string): Promise<void> {
  const { store, texts, services, realNow } = turn
  const found = await store.invitations.find(code)
  if (!found || found.used_at !== null || found.expires_at <= realNow)
    return turn.say('people.invite.pictureOver', {}, [commandButton(texts.t('people.invite.again'), 'mathamgia')])
  if (!(await ruledUnit(turn, found.unit_id ?? undefined))) return
  const link = services.invitationLink(code)
  const hash = await services.keepFile(await qrPng(link ?? code))
  turn.reply({
    ...message(texts.t(link ? 'people.invite.scan' : 'people.invite.scanCode', { code })),
    attachment: { hash, name: `${code}.png`, mime: 'image/png' },
  })
}
