import { z } from 'zod'
import { mayChangeLists } from '../chat/known-lists.ts'
import { message } from '../chat/message.ts'
import { movedReminders } from '../chat/moved-reminders.ts'
import { readLadders } from '../chat/read-ladders.ts'
import { type Ladders, ladderOf, laddersKey } from '../domain/ladders.ts'
import { deadlineKind, deadlineKinds } from '../domain/plan.ts'
import { readLeads } from '../domain/typed-leads.ts'
import { formatLadder } from '../texts/settings.ts'
import { type At, defineDialog, type Step } from './engine/dialog.ts'
import { changeSetting } from './settings/change.ts'
import { checkStep } from './settings/check-step.ts'
import { redoMorning } from './settings/redo-morning.ts'

const answers = z.object({
  /** Null: the ladder of every kind that has none of its own. */
  kind: deadlineKind.nullable().default(null),
  /** Null: as the others. */
  leads: z.array(z.number()).nullable().default(null),
  counts: z.enum(['calendar', 'working']).default('calendar'),
  afterwards: z.boolean().default(true),
})
type Answers = z.infer<typeof answers>

function changed(ladders: Ladders, { kind, leads, counts, afterwards }: Answers): Ladders {
  const ladder = leads && { leads, counts, afterwards }
  if (kind === null) return ladder ? { ...ladders, usual: ladder } : ladders
  const { [kind]: _before, ...others } = ladders.kinds
  return { ...ladders, kinds: ladder ? { ...others, [kind]: ladder } : others }
}

const kind: Step<Answers> = {
  ask: async ({ turn }) => {
    const { usual } = await readLadders(turn.store)
    return message(turn.texts.t('settings.ladders.which', { ladder: formatLadder(turn.texts, usual) }))
  },
  choices: async ({ turn: { texts, store } }) => {
    const ladders = await readLadders(store)
    const own = deadlineKinds.map((value) => {
      const label = texts.t(`settings.ladders.kind.${value}`)
      return { value, label: ladders.kinds[value] ? texts.t('settings.ladders.own', { label }) : label }
    })
    return [{ value: 'usual', label: texts.t('settings.ladders.usual') }, ...own]
  },
  read(input, { turn, answers }) {
    if (input.kind !== 'choice') return { ok: false, message: message(turn.texts.t('settings.ladders.pickKind')) }
    return { ok: true, answers: { ...answers, kind: deadlineKind.safeParse(input.value).data ?? null } }
  },
}

const leads: Step<Answers> = {
  plainNumbers: true,
  ask: async ({ turn, answers: { kind } }) => {
    const ladders = await readLadders(turn.store)
    const ladder = formatLadder(turn.texts, kind ? ladderOf(ladders, kind) : ladders.usual)
    return message(turn.texts.t('settings.ladders.leads', { ladder }))
  },
  choices: ({ turn, answers: { kind } }) =>
    kind ? [{ value: 'same', label: turn.texts.t('settings.ladders.same') }] : [],
  read(input, { turn, answers }) {
    if (input.kind === 'choice') return { ok: true, answers: { ...answers, leads: null } }
    const text = input.kind === 'text' ? input.text : ''
    const read = readLeads(text)
    if (read) return { ok: true, answers: { ...answers, leads: read } }
    return { ok: false, message: message(turn.texts.t('settings.ladders.wrong', { text: text.slice(0, 60) })) }
  },
}

const counts: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('settings.ladders.askCounts')),
  choices: ({ turn }) =>
    (['calendar', 'working'] as const).map((value) => ({
      value,
      label: turn.texts.t(`settings.ladders.pick.${value}`),
    })),
  read: (input, { turn, answers }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...answers, counts: input.value === 'working' ? 'working' : 'calendar' } }
      : { ok: false, message: message(turn.texts.t('settings.ladders.askCounts')) },
}

const afterwards: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('settings.ladders.askAfter')),
  choices: ({ turn }) =>
    (['yes', 'no'] as const).map((value) => ({ value, label: turn.texts.t(`settings.ladders.pick.${value}`) })),
  read: (input, { turn, answers }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...answers, afterwards: input.value === 'yes' } }
      : { ok: false, message: message(turn.texts.t('settings.ladders.askAfter')) },
}

function next({ leads }: Answers, { step }: At): At | null {
  if (step === 'leads' && leads === null) return { step: 'check' }
  const after = { kind: 'leads', leads: 'counts', counts: 'afterwards', afterwards: 'check' }[step]
  return after ? { step: after } : null
}

/** When deadlines remind: for all, or for one kind. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'kind' }),
  next,
  steps: {
    ...{ kind, leads, counts, afterwards },
    check: checkStep(async ({ turn, answers }) => {
      const [before, after] = [await readLadders(turn.store), changed(await readLadders(turn.store), answers)]
      const moved = await movedReminders(turn, { ...turn, ladders: before }, { ...turn, ladders: after })
      const ladder = answers.kind ? ladderOf(after, answers.kind) : after.usual
      return [turn.texts.t('settings.ladders.check', { ladder: formatLadder(turn.texts, ladder) }), ...moved].join('\n')
    }),
  },
  async finish({ turn, answers }) {
    if (!(await mayChangeLists(turn))) turn.say('settings.refused')
    else {
      await changeSetting(turn, laddersKey, changed(await readLadders(turn.store), answers))
      await redoMorning(turn, turn.calendar)
      turn.say('settings.ladders.kept')
    }
    return 'done'
  },
})
