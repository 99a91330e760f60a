import type { Unit } from '../../domain/unit.ts'
import type { UnitLine } from '../../domain/unit-lines.ts'
import { treeOrder } from '../../domain/unit-tree.ts'
import type { Texts } from '../../texts/texts.ts'

/** A unit's name with how it stands to the agency, where it is not subordinate. */
const formatUnit = (texts: Texts, { name, relation }: Pick<Unit, 'name' | 'relation'>): string =>
  relation === 'subordinate' ? name : texts.t(`people.units.${relation}`, { name })

const indented = (depth: number, words: string) => `${'- '.repeat(depth)}${words}`

/** Units as a list, one a line, dashes for the levels: as it may be typed in again. */
export const formatTree = (texts: Texts, units: Unit[], below: string | null = null): string =>
  treeOrder(units, below)
    .map(({ unit, depth }) => indented(depth, formatUnit(texts, unit)))
    .join('\n')

/** Typed lines in the same look. */
export function formatLines(texts: Texts, lines: UnitLine[]): string {
  const depthOf = ({ parent }: UnitLine): number => {
    const above = parent === null ? undefined : lines[parent]
    return above ? 1 + depthOf(above) : 0
  }
  return lines.map((line) => indented(depthOf(line), formatUnit(texts, line))).join('\n')
}
