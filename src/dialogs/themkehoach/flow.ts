import { isDated } from '../../domain/plan-review.ts'
import type { At } from '../engine/dialog.ts'
import { type Answers, isKept, isRevision, itemOf, type Reviewed } from './answers.ts'

/** The step after this one; null ends the review. */
export function nextStep(answers: Answers, at: At): At | null {
  switch (at.step) {
    case 'file':
      return { step: answers.photos.length > 0 ? 'photos' : 'reading' }
    case 'photos':
      return { step: answers.photos.length > 0 ? 'reading' : 'file' }
    case 'reading':
      if (answers.read === null) return { step: answers.photos.length > 0 ? 'photos' : 'file' }
      return { step: answers.known ? 'known' : 'summary' }
    case 'known':
      return answers.decision === 'duplicate' ? null : { step: 'summary' }
    case 'summary':
      return answers.look === 'repairs' || answers.look === 'request' ? { step: answers.look } : cardFrom(answers, 0)
    case 'repairs':
    case 'request':
      return { step: 'summary' }
    case 'deadline':
      return itemOf(answers, at).decision === 'correcting' ? here('correct', at) : cardFrom(answers, (at.item ?? 0) + 1)
    case 'correct':
      return here(itemOf(answers, at).fact === null ? 'deadline' : 'fact', at)
    case 'fact':
      return here('deadline', at)
    case 'undated':
      return cardFrom(answers, 0)
    case 'add':
      return answers.adding ? cardFrom(answers, 0) : formerFrom(answers, 0)
    case 'former':
      return formerFrom(answers, (at.item ?? 0) + 1)
    default:
      return afterReview(answers, at)
  }
}

function afterReview(answers: Answers, at: At): At | null {
  if (at.step === 'name') return audienceFrom(answers, 0)
  if (at.step === 'audience')
    return itemOf(answers, at).choosing ? here('units', at) : audienceFrom(answers, (at.item ?? 0) + 1)
  if (at.step === 'units') return here('subject', at)
  if (at.step === 'subject') return audienceFrom(answers, (at.item ?? 0) + 1)
  if (at.step === 'rehearsal') return { step: 'preview' }
  if (at.step === 'preview' && (answers.look === 'when' || answers.look === 'rehearsal')) return { step: answers.look }
  return null
}

const here = (step: string, { item }: At): At => ({ step, item: item ?? 0 })

const isOpen = ({ alone, decision }: Reviewed): boolean => alone && decision === 'open'

/** The next deadline not yet looked at, else those without a day, else what may be missing. */
function cardFrom(answers: Answers, from: number): At {
  const next = answers.deadlines.findIndex((one, index) => index >= from && isOpen(one))
  if (next >= 0) return { step: 'deadline', item: next }
  const hidden = answers.deadlines.some(({ alone, decision }) => !alone && decision === 'open')
  return { step: hidden && answers.undated === 'open' ? 'undated' : 'add' }
}

/** The next body that is no more and not yet mapped, else what comes after the deadlines. */
function formerFrom(answers: Answers, from: number): At {
  const next = answers.former.findIndex(({ settled }, index) => index >= from && !settled)
  if (next >= 0) return { step: 'former', item: next }
  return isRevision(answers) ? audienceFrom(answers, 0) : { step: 'name' }
}

/** Does it want people of its own to be asked for? Those without a day take what the actor proposes. */
export const wantsAudience = (one: Reviewed): boolean => isKept(one) && (isDated(one.deadline) || one.added)

function audienceFrom({ deadlines }: Answers, from: number): At {
  const next = deadlines.findIndex((one, index) => index >= from && wantsAudience(one))
  return next >= 0 ? { step: 'audience', item: next } : { step: 'preview' }
}
