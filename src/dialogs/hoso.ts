import { z } from 'zod'
import { message } from '../chat/message.ts'
import { roles } from '../domain/person.ts'
import { formatPerson } from '../texts/people.ts'
import { defineDialog } from './engine/dialog.ts'
import { greet } from './joining/greet.ts'
import { tellInviter } from './joining/join.ts'
import { describe } from './joining/let-in.ts'
import { lineStep } from './joining/line-step.ts'
import { keepStep } from './people/keep-step.ts'
import { keepPhone, phoneStep } from './people/phone-step.ts'

const answers = z.object({
  name: z.string().optional(),
  position: z.string().optional(),
  /** '' takes the number back; nothing: it stays as it is. */
  phone: z.string().optional(),
  /** The invitation just redeemed: whoever made it is told, once the name is known. */
  joined: z
    .object({ personId: z.string(), unitId: z.string(), role: z.enum(roles), by: z.string().nullable() })
    .optional(),
  /** Asked for by the person: no greeting after it. */
  editing: z.boolean().optional(),
})
type Answers = z.infer<typeof answers>

const askPosition = (): ['people.profile.position'] => ['people.profile.position']

/** Name and position: asked once on joining, and whenever somebody wants to change theirs; then the office telephone too, for who likes to give it. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 30,
  first: () => ({ step: 'name' }),
  next: ({ editing }, { step }) => {
    if (step === 'name') return { step: 'position' }
    return step === 'position' && editing ? { step: 'phone' } : null
  },
  steps: {
    name: keepStep('name', lineStep<Answers>('name', { ask: () => ['people.profile.name'] })),
    position: keepStep('position', lineStep<Answers>('position', { ask: askPosition, optional: true })),
    phone: phoneStep<Answers>(),
  },
  async finish({ turn, answers: { name = '', position = '', phone, joined, editing } }) {
    const member = await describe(turn, name, position)
    if (!member) return 'done'
    await keepPhone(turn, phone)
    const saved = turn.texts.t('people.profile.saved', { person: formatPerson(turn.texts, member) })
    if (joined) await tellInviter(turn, member, joined)
    if (editing) turn.reply(message(saved))
    else await greet(turn, member, [saved])
    return 'done'
  },
})
