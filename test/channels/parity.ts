import type { Capabilities } from '../../src/chat/capabilities.ts'

/** How a channel has a feature: as such, shown in another way, or not at all. */
type Cell = { rank: 2 | 1 | 0; words: string }

const native: Cell = { rank: 2, words: '✓' }
const otherwise = (words: string): Cell => ({ rank: 1, words })
const none: Cell = { rank: 0, words: '–' }
const either = (has: boolean, instead: string): Cell => (has ? native : otherwise(instead))

/** What people notice of a channel, each as its capabilities say it is shown. */
const features: { name: string; of: (can: Capabilities) => Cell }[] = [
  { name: 'Choices', of: ({ buttons }) => either(buttons, 'numbered, typed') },
  { name: 'A message that changes', of: ({ edit }) => either(edit, 'a new short message') },
  { name: 'Quotations set apart', of: ({ markup }) => either(markup, 'in quotation marks') },
  { name: 'Long texts in one message', of: ({ textLength }) => either(textLength >= 4096, `parts of ${textLength}`) },
  { name: 'Files to the assistant', of: ({ filesIn }) => either(filesIn, 'one-time upload page') },
  { name: 'Files from the assistant', of: ({ filesOut }) => either(filesOut, 'signed link') },
  {
    name: 'Pictures in the chat',
    of: ({ photos }) =>
      photos === 'bytes' ? native : otherwise(photos ? 'with a public address' : 'as a file or link'),
  },
  { name: 'A link that brings a code', of: ({ deepLinks }) => either(deepLinks, 'the code is typed') },
  { name: 'A menu of commands', of: ({ commandMenu }) => either(commandMenu, '“trợ giúp” lists them') },
  { name: 'Group chats', of: ({ groups }) => (groups ? native : none) },
  { name: 'Tells who blocked it', of: ({ deliverySignals }) => (deliverySignals ? native : none) },
  { name: 'Messages without a quota', of: ({ quota }) => either(!quota, 'metered') },
]

export type Column = { name: string; can: Capabilities }

const row = (cells: string[]) => `| ${cells.join(' | ')} |`

/** The parity table: feature × channel, as Markdown. */
export function parityTable(columns: Column[]): string {
  const head = [row(['', ...columns.map(({ name }) => name)]), row(['---', ...columns.map(() => '---')])]
  const lines = features.map(({ name, of }) => row([name, ...columns.map(({ can }) => of(can).words)]))
  return [...head, ...lines].join('\n')
}

const rankOf = (words: string) => (words === '✓' ? 2 : words === '–' ? 0 : 1)

/** The cells that are worse than a table printed before says. */
export function worseThan(printed: string, columns: Column[]): string[] {
  const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim())
  const lines = printed
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
  return features.flatMap(({ name, of }) =>
    columns.flatMap((column) => {
      const at = lines[0]?.indexOf(column.name) ?? -1
      const before = lines.find(([, feature]) => feature === name)?.[at]
      const now = of(column.can)
      return before !== undefined && now.rank < rankOf(before)
        ? [`${name} on ${column.name}: ${before} → ${now.words}`]
        : []
    }),
  )
}
