import { fold } from './fold.ts'

export type DocType = 'plan' | 'letter' | 'notice' | 'regulation' | 'circular' | 'guidance' | 'other'

/** The words that name a kind of document, as they stand above its title, without marks. */
const types: Record<string, DocType> = {
  'ke hoach': 'plan',
  'chuong trinh': 'plan',
  'cong van': 'letter',
  'thong bao': 'notice',
  'cong dien': 'notice',
  'giay moi': 'notice',
  'quyet dinh': 'regulation',
  'quy dinh': 'regulation',
  'quy che': 'regulation',
  'nghi quyet': 'regulation',
  'thong tu': 'circular',
  'nghi dinh': 'circular',
  'huong dan': 'guidance',
  'quy trinh': 'guidance',
  'chi thi': 'other',
  'ket luan': 'other',
  'bao cao': 'other',
  'to trinh': 'other',
  'phuong an': 'other',
  'de an': 'other',
  'bien ban': 'other',
  luat: 'other',
}

const names = Object.keys(types)

/** Letters without spaces and marks, of a line that is all capitals; null else. */
function capitalLetters(line: string): string | null {
  const letters = line.replace(/[^\p{L}]/gu, '')
  return letters.length > 2 && letters.length <= 20 && letters === letters.toUpperCase() ? fold(letters) : null
}

/** Do the letters stand in the name in this order, at most two of its letters lost? `K  HO CH` is KẾ HOẠCH. */
function isRestOf(letters: string, name: string): boolean {
  if (letters.length < name.length - 2 || letters.length > name.length) return false
  let at = 0
  for (const letter of name) if (letter === letters[at]) at += 1
  return at === letters.length
}

/** The type that a line of its own names: `KẾ HOẠCH`, `K Ế  H O Ạ C H`, `KẾ HO CH`; null where it names none. */
export function readTypeWord(line: string): DocType | null {
  const letters = capitalLetters(line)
  if (!letters || /\d/.test(line)) return null
  const name =
    names.find((known) => known.replace(' ', '') === letters) ??
    names.find((known) => known.length > 6 && isRestOf(letters, known.replace(' ', '')))
  return name ? (types[name] ?? null) : null
}

/** `KẾ HOẠCH Phát động …` on one line: the type and what follows it. */
export function splitTypeWord(line: string): { type: DocType; rest: string } | null {
  const found = /^\s*(\p{Lu}+ \p{Lu}+|LUẬT):?\s+(?=\p{L})(.+)$/u.exec(line)
  const type = found && readTypeWord(found[1] ?? '')
  return found && type ? { type, rest: found[2] ?? '' } : null
}
