import { agencyWords } from '../src/chat/agency-words.ts'
import { anyone, defineCommand } from '../src/chat/command.ts'
import { privately } from '../src/chat/group-answers.ts'
import { commandButton, message } from '../src/chat/message.ts'
import type { Turn } from '../src/chat/turn.ts'
import { fold } from '../src/domain/fold.ts'

type Entry = ReturnType<Turn['services']['commands']>[number]

/** The commands that the speaker may use, as menus show them. */
const usable = ({ services, person }: Turn): Entry[] =>
  services.commands().filter(({ hidden, allow }) => !hidden && allow(person))

const plain = (text: string) => fold(text).replaceAll(' ', '')

/** The command that "trogiup hanchot" or "trợ giúp thời hạn" asks about. */
const named = (turn: Turn, tail: string): Entry | undefined =>
  usable(turn).find(({ name, menu }) => [name, turn.texts.t(menu)].some((known) => plain(known) === plain(tail)))

/** What can be asked for, by role, and how to type; with a command's name, more on that one. */
export default defineCommand({
  order: 20,
  menu: 'chat.help.menu',
  usage: 'chat.help.usage',
  aliases: ['huongdan', 'trợ giúp', 'menu', '0'],
  allow: anyone,
  understands: (tail, turn) => named(turn, tail) !== undefined,
  inGroup: (turn) => turn.say('groups.talk', { where: privately(turn) }),
  async run(turn, tail) {
    const { texts, store, person } = turn
    const words = await agencyWords(store, texts)
    if (!person) return turn.say('chat.stranger.how', words)
    const about = named(turn, tail)
    if (about) return turn.reply(explain(turn, about))
    const lines = usable(turn).map(({ name, menu }) =>
      texts.t('chat.help.line', { name: `/${name}`, menu: texts.t(menu) }),
    )
    const example = usable(turn).find(({ name }) => name === 'hanchot')?.name ?? 'cuatoi'
    turn.reply(
      message(
        [
          texts.t('chat.help.commands'),
          ...lines,
          '',
          texts.t('chat.help.typing'),
          texts.t('chat.help.more', { example }),
          texts.t('chat.help.contact', words),
        ].join('\n'),
        [
          commandButton(texts.t('chat.start.deadlines'), 'hanchot'),
          commandButton(texts.t('chat.start.register'), 'dangky'),
        ],
      ),
    )
  },
})

/** What a command does, and a button that does it. */
const explain = ({ texts }: Turn, { name, menu, usage }: Entry) =>
  message(texts.t(usage), [commandButton(texts.t(menu), name)])
