import { z } from 'zod'
import { mayChangeLists } from '../chat/known-lists.ts'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { type Agency, agencyKey, agencySchema } from '../domain/agency.ts'
import { readName, readPhone } from '../domain/names.ts'
import { rootOf } from '../domain/unit-tree.ts'
import { defineDialog, type Step } from './engine/dialog.ts'
import { changeSetting } from './settings/change.ts'
import { checkStep } from './settings/check-step.ts'
import { renameUnit } from './units/write-units.ts'

const fields = ['name', 'office', 'phone'] as const
const answers = z.object({ field: z.enum(fields).default('name'), value: z.string().default('') })
type Answers = z.infer<typeof answers>

const agencyOf = ({ store }: Turn): Promise<Agency | null> => store.settings.get(agencyKey, agencySchema)

const field: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('settings.agency.which')),
  choices: ({ turn }) => fields.map((value) => ({ value, label: turn.texts.t(`settings.agency.field.${value}`) })),
  read(input, { turn, answers }) {
    const chosen = input.kind === 'choice' ? fields.find((one) => one === input.value) : undefined
    return chosen
      ? { ok: true, answers: { ...answers, field: chosen } }
      : { ok: false, message: message(turn.texts.t('settings.agency.which')) }
  },
}

const value: Step<Answers> = {
  plainNumbers: true,
  ask: async ({ turn, answers: { field } }) =>
    message(turn.texts.t(`settings.agency.ask.${field}`, { now: (await agencyOf(turn))?.[field] ?? '' })),
  read(input, { turn, answers }) {
    const text = input.kind === 'text' ? input.text : ''
    const read = answers.field === 'phone' ? readPhone(text) : readName(text)
    if (read !== null) return { ok: true, answers: { ...answers, value: read } }
    const key = answers.field === 'phone' ? 'settings.agency.wrongPhone' : 'settings.agency.wrongName'
    return { ok: false, message: message(turn.texts.t(key, { text: text.slice(0, 60) })) }
  },
}

/** The agency's name, the office in charge and its telephone, as all messages name them. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'field' }),
  next: (_answers, { step }) => (step === 'field' ? { step: 'value' } : step === 'value' ? { step: 'check' } : null),
  steps: {
    field,
    value,
    check: checkStep(async ({ turn, answers: { field, value } }) => {
      const now = (await agencyOf(turn))?.[field] ?? ''
      return turn.texts.t(`settings.agency.check.${field}`, { value, now })
    }),
  },
  async finish({ turn, answers: { field, value } }) {
    const agency = await agencyOf(turn)
    const root = rootOf(await turn.store.units.all())
    if (!agency || !(await mayChangeLists(turn))) turn.say('settings.refused')
    else {
      if (field === 'name' && root) await renameUnit(turn, root, value)
      await changeSetting(turn, agencyKey, { ...agency, [field]: value })
      turn.say('settings.agency.kept', { value })
    }
    return 'done'
  },
})
