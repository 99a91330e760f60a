import type { Step } from '../engine/dialog.ts'

type Edited = { editing?: boolean | undefined; name?: string | undefined; position?: string | undefined }

/** The same question, with what stands in the profile now to be chosen by who changes only another part of it. */
export const keepStep = <Answers extends Edited>(field: 'name' | 'position', step: Step<Answers>): Step<Answers> => ({
  ...step,
  choices({ turn: { person }, answers: { editing } }) {
    const known = editing && person ? person[field] : ''
    return known === '' ? [] : [{ value: known, label: known }]
  },
  read: (input, asked) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...asked.answers, [field]: input.value } }
      : step.read(input, asked),
})
