import { isSpelling } from '../../chat/spellings.ts'
import type { Turn } from '../../chat/turn.ts'
import type { TextKey } from '../../texts/texts.ts'

/** Labels that people type where buttons cannot be pressed, which here press nothing. */
const onward: TextKey[] = ['register.continue', 'register.preview.send']
const labels: TextKey[] = [
  ...(['register.preview.change', 'register.preview.attach', 'reports.contents.all'] as const),
  ...(['register.button.edit', 'register.button.view', 'register.button.resume', 'register.button.fresh'] as const),
  ...(['register.button.approve', 'register.button.withdraw', 'register.button.download'] as const),
]

/** "chọn 9", "bỏ chọn 2": a place that is not on the list. */
const place = /^\s*(?:bỏ\s+|bo\s+)?(?:chọn|chon|choose|unchoose)\s+\d+\s*\.?\s*$/iu

/** What is said of words that name no content but press or ask for something else; null for all other words. */
export function readStrayWords({ texts, services }: Turn, text: string, nothingChosen: boolean): TextKey | null {
  const isOneOf = (keys: TextKey[]) =>
    isSpelling(
      text,
      keys.map((key) => texts.t(key)),
    )
  if (isOneOf(onward)) return nothingChosen ? 'register.contents.nothing' : 'register.contents.unclear'
  if (isOneOf(labels) || place.test(text)) return 'register.contents.unclear'
  return services.isCommand(text) ? 'register.contents.command' : null
}
