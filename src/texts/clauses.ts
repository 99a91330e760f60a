import type { TextKey, Texts } from './texts.ts'

type Level = 'appendix' | 'article' | 'division' | 'heading' | 'item' | 'clause' | 'point' | 'subpoint'
type Place = { level: Level; name: string }

const isNumber = (name: string) => /^\d/.test(name)

/** `2` below `V` is khoản 2; `1` below that is điểm 2.1; a number that stands first is a mục of its own. */
function placeOfNumber(name: string, above: Place[]): Place {
  const last = above.at(-1)
  if (!last) return { level: 'item', name }
  if (last.level === 'point' && !isNumber(last.name)) return { level: 'subpoint', name }
  if (isNumber(last.name) && last.level !== 'article') return { level: 'point', name: `${last.name}.${name}` }
  return { level: 'clause', name }
}

function placeOf(part: string, above: Place[]): Place {
  if (part.startsWith('PL')) return { level: 'appendix', name: part.slice(2) }
  if (/^Đ\d/.test(part)) return { level: 'article', name: part.slice(1) }
  if (/^[IVXL]+$/.test(part)) return { level: 'heading', name: part }
  if (/^[A-HĐ]$/.test(part)) return { level: 'division', name: part }
  if (isNumber(part)) return placeOfNumber(part, above)
  const last = above.at(-1)
  return { level: last?.level === 'point' && !isNumber(last.name) ? 'subpoint' : 'point', name: part }
}

/** A section path as clerks cite it: `V.4` → `khoản 4 Mục V`, `IV.1.a` → `điểm a khoản 1 Mục IV`, `Đ6.1` → `khoản 1 Điều 6`. */
export function formatClause(texts: Texts, section: string): string {
  if (!section) return texts.t('dates.clause.none')
  const places: Place[] = []
  for (const part of section.split('.')) places.push(placeOf(part, places))
  return places
    .map(({ level, name }) => texts.t(`dates.clause.${level}` as TextKey, { name }))
    .reduce((outer, inner) => texts.t('dates.clause.within', { inner, outer }))
}
