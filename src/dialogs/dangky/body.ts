import type { Day } from '../../domain/day.ts'
import type { RegistrationBody, RegistrationItem } from '../../domain/registration-body.ts'
import type { Target } from '../../domain/target.ts'
import type { Answers } from './answers.ts'

/** The answers as the paper keeps them: one line for each target. */
export function bodyOf(given: Answers): RegistrationBody {
  const lines = given.items.flatMap((one): RegistrationItem[] => {
    const { section: contentSection, content, work, finishDay } = one
    const line = { contentSection, content, work: work ?? '', finishDay: finishDay ?? null }
    const targets: (Target | null)[] = one.targets?.length ? one.targets : [null]
    return targets.map((target) => ({ ...line, target }))
  })
  return {
    shape: given.wanted?.shape ?? 'campaign',
    items: lines,
    people: given.people ?? [],
    note: null,
    title: given.title ?? null,
    commendation: given.commendation ?? null,
    initiative: given.initiative ?? null,
    attachments: given.attachments,
  }
}

type WholeItem = { section: string | null; content: string; work: string; targets: Target[]; finishDay: Day | null }

/** The lines of a paper by content and work, each with all its targets. */
export function groupItems({ items }: Pick<RegistrationBody, 'items'>): WholeItem[] {
  const groups: WholeItem[] = []
  for (const { contentSection: section, content, work, target, finishDay } of items) {
    const last = groups.at(-1)
    const targets = target ? [target] : []
    if (last && last.content === content && last.work === work && last.finishDay === finishDay)
      last.targets.push(...targets)
    else groups.push({ section, content, work, targets, finishDay })
  }
  return groups
}

/** The other way: a paper back into answers, all of them given. */
export function answersOfBody(body: RegistrationBody): Partial<Answers> {
  const { people, title, commendation, initiative, attachments } = body
  const given = { people, title, commendation, initiative, attachments, peopleTitle: null, rowsChecked: true }
  return { items: groupItems(body), contentsDone: true, ...given }
}
