import type { Turn } from '../../chat/turn.ts'
import { offerDeclaring } from '../papers/offer-declaring.ts'
import { registrationFile } from '../papers/registration-file.ts'
import { presentRegistration } from './present-registration.ts'

/** [Tải bản đăng ký]: the paper to print and sign, for those whom the registration concerns. */
export async function download(turn: Turn, id: string): Promise<void> {
  const registration = await turn.store.registrations.byId(id)
  if (!registration || !(await presentRegistration(turn, registration))) return turn.say('register.refused.unknown')
  const words = turn.texts.t('register.downloaded', { code: registration.code })
  const said = await offerDeclaring(turn, words, { ...registration, kind: 'registration' })
  turn.reply({ ...said, attachment: await registrationFile(turn, registration) })
}
