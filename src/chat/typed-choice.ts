import type { Store } from '../store/store.ts'
import { isSpelling } from './spellings.ts'

// "1", "1.", "số 1", "so 1", "chọn 1", "A1", "a 1"
const numbered = /^(?:(?:chọn|chon|số|so|no)\s*)*(?<mark>[a-e])?\s*(?<number>\d{1,2})\s*[.)]?$/iu

/**
 * The token of the choice that a typed text means: its number, with the letter of its list where it has one, or its
 * label. Null where no list that is open in this chat has it. `numbersOnly`: a label is an answer to something else.
 * What begins with a slash is a command: "/duyet" looks at what waits and approves nothing.
 */
export async function readTypedChoice(
  store: Store,
  accountId: string,
  text: string,
  { numbersOnly }: { numbersOnly: boolean },
): Promise<string | null> {
  const lists = await store.openChoices.of(accountId)
  const match = numbered.exec(text.trim())
  if (match) {
    const mark = (match.groups?.mark ?? '').toUpperCase()
    const list = lists.find((one) => one.mark === mark)
    return list?.choices.find(({ number }) => number === Number(match.groups?.number))?.token ?? null
  }
  if (numbersOnly || text.trim().startsWith('/')) return null
  const all = lists.flatMap(({ choices }) => choices)
  return all.find(({ label }) => isSpelling(text, [label]))?.token ?? null
}
