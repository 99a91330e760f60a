import type { Language } from '../domain/person.ts'
import { languages } from '../domain/person.ts'
import type { Texts } from '../texts/texts.ts'
import type { Command } from './command.ts'
import { matchSpelling, spell, words } from './spellings.ts'
import type { Turn } from './turn.ts'

export type Registry = {
  all: [name: string, command: Command][]
  byName(name: string): Command | undefined
  /** Is the whole text the way to ask for a command ("bc", "thêm kế hoạch")? */
  isName(text: string): boolean
  /** The command a text asks for and the words after it; null where it is speech. Inside a dialog only slash commands are taken. */
  read(
    text: string,
    turn: Turn,
    options: { onlySlash: boolean },
  ): Promise<{ name: string; command: Command; tail: string } | null>
}

/** Commands by their file names; each is also known by its aliases and, in every language, by its label in the menu. */
export function createRegistry(commands: Record<string, Command>, texts: (language: Language) => Texts): Registry {
  const all = Object.entries(commands).sort(([a], [b]) => a.localeCompare(b))
  const spellings = new Map(
    all.map(([name, command]) => [
      name,
      [name, ...command.aliases, ...languages.map((language) => texts(language).t(command.menu))].map(spell),
    ]),
  )

  function longest(typed: string[]): { name: string; command: Command; took: number } | null {
    const found = all.map(([name, command]) => ({
      name,
      command,
      took: matchSpelling(typed, spellings.get(name) ?? []),
    }))
    const best = found.reduce((one, other) => (other.took > one.took ? other : one))
    return best.took > 0 ? best : null
  }

  return {
    all,
    byName: (name) => commands[name],
    isName(text) {
      const typed = words(text)
      return typed.length > 0 && longest(typed)?.took === typed.length
    },
    async read(text, turn, { onlySlash }) {
      const slash = /^\s*\/\s*(?=\p{L})/u.exec(text)
      if (!slash && onlySlash) return null
      const said = text.slice(slash?.[0].length ?? 0).replace(/^([\p{L}\p{N}_]+)@[\w]+/u, '$1')
      const found = longest(words(said))
      if (!found) return null
      const tail = afterWords(said, found.took)
      const understood = slash !== null || tail === '' || (await found.command.understands?.(tail, turn)) === true
      return understood ? { name: found.name, command: found.command, tail } : null
    },
  }
}

/** The text after its first words. */
function afterWords(text: string, count: number): string {
  const word = /[\p{L}\p{N}\p{M}]+/gu
  for (let taken = 0; taken < count; taken += 1) word.exec(text)
  return text
    .slice(word.lastIndex)
    .replace(/^[\s:,.-]+/, '')
    .trim()
}
