import { expect } from 'vitest'
import { dataFolder, startProgram } from '../drills/program.ts'
import type { Library, Persona, Shown, User } from './emulator.ts'

const token = '123456:TEST-token'

const textOf = ({ text, buttons = [] }: Shown) =>
  [text, ...buttons.map((row) => row.map((button) => `[${button.text}]`).join(' '))].join('\n')

/** Somebody in the story: says "…", presses "[…]", sends a file; everything is written into the transcript. */
function actor(name: string, user: User, persona: Persona, transcript: string[]) {
  const noted = (did: string, heard: Shown[]) => {
    transcript.push(`>>> ${name}: ${did}\n${heard.map(textOf).join('\n---\n')}\n`)
    return heard.map(({ text }) => text).join('\n---\n')
  }
  return {
    user,
    /** Does one thing after another; gives what was heard after the last. */
    async does(...steps: string[]): Promise<string> {
      let heard = ''
      for (const step of steps) {
        const label = /^\[(.+)\]$/.exec(step)?.[1]
        heard = noted(step, label === undefined ? await persona.ask(step) : await persona.press(label))
      }
      return heard
    },
    async sends(file: string, bytes: Uint8Array): Promise<string> {
      await persona.send({ name: file, mime: 'text/plain', bytes })
      let heard = await persona.hear()
      // On a busy machine the reading itself may take longer than any quiet that one would wait for.
      while (heard.at(-1)?.text.startsWith('Đang đọc')) heard = await persona.hear({ timeoutMs: 60_000 })
      return noted(`(${file})`, heard)
    },
    hears: async () => noted('(…)', await persona.hear({ quietMs: 1_200 })),
    /** Says something that is answered with silence. */
    async unanswered(text: string): Promise<boolean> {
      await persona.say(text)
      return persona.silence(700)
    },
    shows: (label: string) => persona.buttons().then((labels) => labels.includes(label)),
    last: () => persona.last(),
  }
}
export type Actor = ReturnType<typeof actor>

/** The real program beside the strict emulator with its limits enforced, and people who talk to it. */
export async function openStory({ start, Persona }: Library) {
  const telegram = await start({ token, port: 0, limits: 'enforce' })
  const { folder, remove } = await dataFolder()
  const program = await startProgram({
    ...{ DATA_DIR: folder, CLOCK: '2024-03-05T08:00:00+07:00', WEB_CHAT: 'off', SETUP_CODE: 'MA-THIET-LAP' },
    ...{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url },
  })
  const transcript: string[] = []
  const times = { quietMs: 250, timeoutMs: 10_000 }
  return {
    ...{ telegram, program, transcript },
    join(first_name: string, fields: { id?: number; language_code?: string } = {}): Actor {
      const user = telegram.createUser({ first_name, language_code: 'vi', ...fields })
      return actor(first_name, user, new Persona(telegram, user, times), transcript)
    },
    /** The same person in a group. */
    inGroup: ({ user }: Actor, chat: number, name: string): Actor =>
      actor(`${name} (nhóm)`, user, new Persona(telegram, user, { ...times, chat }), transcript),
    async close() {
      await program.stop()
      await telegram.stop()
      await remove()
    },
  }
}
export type Story = Awaited<ReturnType<typeof openStory>>

/** The first admin comes in and sets the agency up, with its units. */
export async function setUp(admin: Actor, units: string, count: number): Promise<void> {
  expect(await admin.does('xin chào')).toContain('Đề nghị liên hệ')
  await admin.does('/start MA-THIET-LAP', 'Ủy ban nhân dân xã Ea Mẫu', 'Văn phòng – thống kê xã', '0262 123 4567')
  await admin.does(units, '[Đúng]')
  expect(await admin.does('Trần Thị Bình', 'Công chức Văn phòng')).toContain(`${count} đơn vị`)
}

/** An invitation, opened by its deep link. */
export async function invite(admin: Actor, unit: string, role: string, guest: Actor, name: string, position: string) {
  const invitation = await admin.does('/mathamgia', unit, role)
  const code = /https:\/\/t\.me\/\w+\?start=(\S+)/.exec(invitation)?.[1]
  expect(await guest.does(`/start ${code}`, name, position)).toContain('Kính chào đồng chí')
}

/** A plan with three moments is loaded, gone through and published. */
export async function loadPlan(admin: Actor, file: string, bytes: Uint8Array, shortName: string): Promise<string> {
  const summary = await admin.sends(file, bytes)
  expect(summary).toContain('Đã đọc được 3 mốc thời gian')
  await admin.does('[Rà từng mốc]')
  while (await admin.shows('Đúng')) await admin.does('[Đúng]')
  if (await admin.shows('Giữ lại')) await admin.does('[Giữ lại]')
  await admin.does('[Đủ rồi]', shortName)
  while (await admin.shows('Đồng ý')) await admin.does('[Đồng ý]')
  return admin.does('[Công bố]')
}
