import { z } from 'zod'
import { anyone, defineAction, defineCommand } from '../src/chat/command.ts'
import { button } from '../src/chat/message.ts'
import type { Turn } from '../src/chat/turn.ts'
import { fold } from '../src/domain/fold.ts'
import { type Language, languages } from '../src/domain/person.ts'

const names: Record<Language, string[]> = {
  vi: ['vi', 'viet', 'tieng viet', 'vietnamese', 'vietnam'],
  en: ['en', 'anh', 'tieng anh', 'english'],
}

const languageIn = (text: string): Language | null =>
  languages.find((language) => names[language].includes(fold(text))) ?? null

/** Vietnamese or English, for the person on all channels; for a stranger on this one. */
export default defineCommand({
  order: 21,
  menu: 'chat.language.menu',
  usage: 'chat.language.usage',
  aliases: [],
  allow: anyone,
  understands: (tail) => languageIn(tail) !== null,
  async run(turn, tail) {
    const language = languageIn(tail)
    if (language) return setLanguage(turn, language)
    const buttons = languages.map((one) =>
      button(turn.texts.t(`chat.language.name.${one}`), 'ngonngu', 'set', { language: one }),
    )
    turn.say('chat.language.ask', {}, buttons)
  },
  actions: {
    set: defineAction(z.object({ language: z.enum(languages) }), (turn, { language }) => setLanguage(turn, language)),
  },
})

async function setLanguage({ store, account, person, say }: Turn, language: Language): Promise<void> {
  await store.accounts.setLanguage(account.id, language)
  if (person) await store.people.setLanguage(person.id, language)
  // Said in the language that was chosen, whichever the turn began in.
  say(`chat.language.set.${language}`)
}
