import { message } from '../../chat/message.ts'
import { type Role, roles } from '../../domain/person.ts'
import { formatRole } from '../../texts/people.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { Step } from '../engine/dialog.ts'

type RoleAnswers = { unitId?: string | undefined; role?: Role | undefined; person?: string | undefined }

/** Asks for a role in the unit chosen before; the question names the unit, and the person where there is one. */
export const chooseRole = <Answers extends RoleAnswers>(key: TextKey): Step<Answers> => ({
  async ask({ turn, answers: { unitId = '', person } }) {
    const unit = (await turn.store.units.byId(unitId))?.name ?? ''
    return message(turn.texts.t(key, { unit, person }))
  },
  choices: ({ turn: { texts } }) => roles.map((role) => ({ value: role, label: formatRole(texts, role) })),
  read(input, { turn: { texts }, answers }) {
    const role = input.kind === 'choice' ? roles.find((one) => one === input.value) : undefined
    return role
      ? { ok: true, answers: { ...answers, role } }
      : { ok: false, message: message(texts.t('people.units.answerRole')) }
  },
})
