import type { TemplateProblem } from '../../papers/templates/check-template.ts'
import type { Texts } from '../../texts/texts.ts'

/** So many on a phone; the others come when these are mended. */
const mostLines = 8

/** All that is wrong with a form, each with the tag and what to do. */
export function problemLines({ t }: Texts, name: string, problems: TemplateProblem[]): string {
  const lines = problems
    .slice(0, mostLines)
    .map(({ reason, tag, hint }, at) => `${at + 1}. ${t(`papers.template.problem.${reason}`, { tag, hint })}`)
  const rest = problems.length - lines.length
  return [
    t('papers.template.problems', { name, count: problems.length }),
    ...lines,
    ...(rest > 0 ? [t('papers.template.moreProblems', { count: rest })] : []),
    t('papers.template.mend'),
  ].join('\n')
}
