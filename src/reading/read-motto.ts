import type { PlanDraft } from '../domain/plan.ts'
import type { Clause } from './document.ts'
import { squeeze } from './fold.ts'
import { labelOf, naming, saidBehindLabel, sectionsNamed, wordsOf } from './sections.ts'

const aboutTheme = naming('chu de')
const aboutSlogan = naming('khau hieu')

const quoted = /“([^“”]{3,600})”|"([^"]{3,600})"/u

const insideQuotes = (text: string): string | null => {
  const found = quoted.exec(text)
  return found ? squeeze(found[1] ?? found[2] ?? '') : null
}

/** What the first section of a topic says, in its own line or below it; one that only lists the topic among others says it last. */
function saidUnder(clauses: readonly Clause[], topic: RegExp): string | null {
  const named = sectionsNamed(clauses, (label) => topic.test(label))
  const own = named.find(({ opening }) => !/[,;]/.test(labelOf(opening) ?? ''))
  const section = own ?? named.findLast(({ below }) => below.length <= 3)
  if (!section) return null
  return saidBehindLabel(section.opening) || (section.below[0] ? wordsOf(section.below[0]) : null)
}

/** `chủ đề “Làng sạch …”`, `với khẩu hiệu: “…”`: named in a sentence. */
function quotedBehind(clauses: readonly Clause[], word: string): string | null {
  const pattern = new RegExp(`${word}[^“"”.;]{0,60}[“"]([^“”"]{3,600})[”"]`, 'iu')
  for (const { text } of clauses) {
    const found = pattern.exec(text)?.[1]
    if (found) return squeeze(found)
  }
  return null
}

const withoutEnd = (text: string): string => text.replace(/[.;]\s*$/, '')

/** The campaign's theme (chủ đề) and slogan (khẩu hiệu), without quotation marks where they stand in them. */
export function readMotto(clauses: readonly Clause[]): Pick<PlanDraft, 'theme' | 'slogan'> {
  const theme = saidUnder(clauses, aboutTheme)
  const slogan = saidUnder(clauses, aboutSlogan)
  return {
    theme: (theme && (insideQuotes(theme) ?? withoutEnd(theme))) ?? quotedBehind(clauses, 'chủ đề'),
    slogan: slogan
      ? ((/^[“"]/.test(slogan) ? insideQuotes(slogan) : null) ?? withoutEnd(slogan))
      : quotedBehind(clauses, 'khẩu hiệu'),
  }
}
