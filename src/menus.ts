import type { Assistant } from './assistant.ts'
import type { Menu } from './channels/telegram.ts'
import type { Language } from './domain/person.ts'

type Shown = ReturnType<Assistant['core']['services']['commands']>[number]

function menuOf({ core }: Assistant, shows: (command: Shown) => boolean): Menu {
  const shown = core.services.commands().filter((command) => !command.hidden && shows(command))
  const of = (language: Language) =>
    shown.map(({ name, menu }) => ({ command: name, description: core.texts(language).t(menu) }))
  return { vi: of('vi'), en: of('en') }
}

/** The commands of Telegram's menus, in both languages: what anybody may ask for (members have menus of their own), and what groups may. */
export const privateMenu = (assistant: Assistant): Menu => menuOf(assistant, ({ allow }) => allow(null))
export const groupMenu = (assistant: Assistant): Menu => menuOf(assistant, ({ inGroup }) => inGroup)

/** The menu of one person of the web chat: what they may ask for. */
export const webMenu =
  ({ core }: Assistant) =>
  async (sender: string, language: Language) => {
    const account = await core.database.store.accounts.bySender('web', sender)
    const member = account?.person_id ? await core.database.store.members.byId(account.person_id) : null
    const shown = core.services.commands().filter(({ hidden, allow }) => !hidden && allow(member))
    return shown.map(({ name, menu }) => ({
      command: `/${name}`,
      label: core.texts(member?.language ?? language).t(menu),
    }))
  }
