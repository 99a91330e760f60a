import { agencyWords } from '../../chat/agency-words.ts'
import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { agencyKey, agencySchema } from '../../domain/agency.ts'
import { yearOf } from '../../domain/day.ts'
import type { Obligation } from '../../domain/obligation.ts'
import { isUrgedKind, type ToUrge } from '../../domain/urging.ts'
import { draftFileName } from '../../papers/draft-file-name.ts'
import { type UrgingLetter, urgedUnits, urgingLetter } from '../../papers/urging-letter.ts'
import { formatDay } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { paperTexts } from '../../texts/texts.ts'
import { formatFollowed } from '../chase/in-charge.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import { issuerOf, sendDraft } from '../letters/draft.ts'
import { formatSigner, signedBy } from '../letters/signer-steps.ts'
import { paperFacts } from '../papers/paper-facts.ts'
import { type Answers, included } from './answers.ts'
import { readToUrge } from './begin.ts'

/** Coordinating bodies get a letter of their own. */
const apart = ['coordinating', 'subordinate'] as const

const namesOf = (units: ToUrge[]) => units.map(({ name }) => name).join('; ')

async function chosen(turn: Turn, answers: Answers): Promise<{ about: Obligation | undefined; units: ToUrge[] }> {
  const { bound, toUrge } = await readToUrge(turn, answers)
  const kept = included(answers)
  return { about: bound[0], units: toUrge.filter(({ unitId }) => kept.includes(unitId)) }
}

/** Whom the letters go to, by when they ask, who signs: before they are drafted. */
export const previewStep: Step<Answers> = {
  async ask({ turn, answers }) {
    const { texts } = turn
    const { units } = await chosen(turn, answers)
    const letters = apart.flatMap((relation) => {
      const names = namesOf(units.filter((one) => one.relation === relation))
      return names === '' ? [] : [texts.t(`letters.urging.to.${relation}`, { names })]
    })
    const until = answers.until
    return message(
      [
        ...letters,
        until ? texts.t('letters.urging.until', { day: formatDay(texts, until) }) : texts.t('letters.urging.noDay'),
        ...(answers.isSigned ? [texts.t('letters.signer.shown', { signer: formatSigner(answers) })] : []),
        texts.t('letters.urging.draftOnly'),
      ].join('\n'),
    )
  },
  choices: ({ turn }) => [{ value: 'write', label: turn.texts.t('letters.write') }],
  read: (input, { turn, answers }) =>
    input.kind === 'choice'
      ? { ok: true, answers }
      : { ok: false, message: message(turn.texts.t('letters.urging.pick')) },
}

async function letterOf(turn: Turn, about: Obligation, units: ToUrge[], until: string | null): Promise<UrgingLetter> {
  const { store, today } = turn
  const texts = paperTexts()
  const { plan, unit } = await paperFacts(turn, { planId: about.planId, unitId: about.unitId, deadlineId: null })
  const agency = await store.settings.get(agencyKey, agencySchema)
  return {
    ...{ year: yearOf(today), plan, kind: isUrgedKind(about.kind) ? about.kind : 'registration' },
    ...{ deadline: formatDeadline(texts, about.deadline), asOf: today, until, units: urgedUnits(units), unit },
    ...{ office: (await agencyWords(store, texts)).office, phone: agency?.phone ?? null },
  }
}

async function note(turn: Turn, about: Obligation, units: ToUrge[], until: string | null): Promise<void> {
  const { store, person, now } = turn
  if (!person) return
  const detail = { round: about.round, unitIds: units.map(({ unitId }) => unitId), until }
  await store.chases.addDraft({ deadlineId: about.deadlineId, ...detail, by: person.id, at: now })
  const subject = `deadline:${about.deadlineId}`
  await store.audit.write({ at: now, by: person.id, action: 'deadline.letter_drafted', subject, detail })
}

/** Drafts the letters to those for whom still nothing is recorded, and notes them as drafts. */
export async function writeLetters({ turn, answers }: Asked<Answers>): Promise<'done'> {
  const { texts } = turn
  const { about, units } = await chosen(turn, answers)
  if (!about || units.length === 0) {
    turn.say('letters.urging.nobody')
    return 'done'
  }
  const until = answers.until ?? null
  const issuer = signedBy(await issuerOf(turn, answers.issuerId), answers)
  const issuing = { ...about, unitId: answers.issuerId }
  for (const relation of apart) {
    const addressed = units.filter((one) => one.relation === relation)
    if (addressed.length === 0) continue
    const bytes = await urgingLetter(paperTexts(), await letterOf(turn, issuing, addressed, until), issuer)
    const deed = formatFollowed(texts, about)
    const name = draftFileName(texts.t(`letters.urging.file.${relation}`), deed)
    const words = texts.t(`letters.urging.sent.${relation}`, { deed, names: namesOf(addressed) })
    await sendDraft(turn, { bytes, name, words, issuerId: answers.issuerId })
  }
  await note(turn, about, units, until)
  return 'done'
}
