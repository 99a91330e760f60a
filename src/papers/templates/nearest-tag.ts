import { fold } from '../../domain/fold.ts'
import type { TemplateTag } from './tags.ts'

/** The name most like one that is not known; null where none is like it. */
export function nearestTag(tags: TemplateTag[], name: string): string | null {
  const names = tags.flatMap((tag) => [tag.name, ...(tag.each ?? []).map((one) => one.name)])
  const ranked = names
    .map((one) => ({ one, far: farness(fold(one), fold(name)) }))
    .filter(({ one, far }) => far <= Math.max(2, Math.floor(fold(one).length * 0.4)))
  return ranked.sort((a, b) => a.far - b.far)[0]?.one ?? null
}

/** How many letters have to be changed, put in or taken out; a name inside the other is near. */
function farness(one: string, other: string): number {
  if (Math.min(one.length, other.length) > 3 && (one.includes(other) || other.includes(one))) return 1
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [to, against] of [...other].entries())
      next.push(Math.min((row[to] ?? 0) + (letter === against ? 0 : 1), (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}
