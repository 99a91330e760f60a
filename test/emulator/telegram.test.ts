import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bytesOf, planText } from '../dialogs/plan-texts.ts'
import { dataFolder, type Program, startProgram } from '../drills/program.ts'
import { loadEmulator, type Persona, type Shown } from './emulator.ts'

const communePlan = new URL('../../../shared/plans/ubnd-xa-krong-ana-2024-120-nam-dak-lak.txt', import.meta.url)
const library = existsSync(communePlan) ? await loadEmulator() : null
if (!library) console.warn('SKIPPED test/emulator/telegram.test.ts: the emulator is not beside the project.')

const token = '123456:TEST-token'
const transcript: string[] = []
const ends: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

const textOf = ({ text, buttons = [] }: Shown) =>
  [text, ...buttons.map((row) => row.map((button) => `[${button.text}]`).join(' '))].join('\n')

/** Somebody in the story: says "…", presses "[…]", sends a file; everything is written into the transcript. */
function actor(name: string, persona: Persona) {
  const noted = (did: string, heard: Shown[]) => {
    transcript.push(`>>> ${name}: ${did}\n${heard.map(textOf).join('\n---\n')}\n`)
    return heard.map(({ text }) => text).join('\n---\n')
  }
  return {
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
      return noted(`(${file})`, await persona.hear({ quietMs: 2_500 }))
    },
    hears: async () => noted('(…)', await persona.hear({ quietMs: 1_200 })),
    shows: (label: string) => persona.buttons().then((labels) => labels.includes(label)),
  }
}
type Actor = ReturnType<typeof actor>

async function openStory() {
  if (!library) throw new Error('There is no emulator.')
  const telegram = await library.start({ token, port: 0, limits: 'enforce' })
  ends.push(() => telegram.stop())
  const { folder, remove } = await dataFolder()
  ends.push(remove)
  const program = await startProgram({
    ...{ DATA_DIR: folder, CLOCK: '2024-03-05T08:00:00+07:00', WEB_CHAT: 'off', SETUP_CODE: 'MA-THIET-LAP' },
    ...{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url },
  })
  ends.push(() => program.stop())
  const join = (first_name: string) => {
    const user = telegram.createUser({ first_name, language_code: 'vi' })
    return actor(first_name, new library.Persona(telegram, user, { quietMs: 250, timeoutMs: 10_000 }))
  }
  return { telegram, program, join }
}

async function setUp(admin: Actor): Promise<void> {
  expect(await admin.does('xin chào')).toContain('Đề nghị liên hệ')
  await admin.does('/start MA-THIET-LAP', 'Ủy ban nhân dân xã Ea Mẫu', 'Văn phòng – thống kê xã', '0262 123 4567')
  await admin.does('Văn phòng – thống kê xã\nPhòng Kinh tế\nThôn 1\nHội Nông dân xã (phối hợp)', '[Đúng]')
  expect(await admin.does('Trần Thị Bình', 'Công chức Văn phòng')).toContain('4 đơn vị')
}

/** An invitation, opened by its deep link. */
async function invite(admin: Actor, unit: string, role: string, guest: Actor, name: string, position: string) {
  const invitation = await admin.does('/mathamgia', unit, role)
  const code = /https:\/\/t\.me\/\w+\?start=(\S+)/.exec(invitation)?.[1]
  expect(await guest.does(`/start ${code}`, name, position)).toContain('Kính chào đồng chí')
}

async function loadPlan(admin: Actor, file: string, bytes: Uint8Array, shortName: string): Promise<string> {
  const summary = await admin.sends(file, bytes)
  expect(summary).toContain('Đã đọc được 3 mốc thời gian')
  await admin.does('[Rà từng mốc]')
  while (await admin.shows('Đúng')) await admin.does('[Đúng]')
  if (await admin.shows('Giữ lại')) await admin.does('[Giữ lại]')
  await admin.does('[Đủ rồi]', shortName)
  while (await admin.shows('Đồng ý')) await admin.does('[Đồng ý]')
  return admin.does('[Công bố]')
}

async function register(program: Program, lan: Actor, head: Actor, admin: Actor): Promise<void> {
  await program.moveTo('2024-03-26T09:00:00+07:00')
  const due = await lan.does('/hanchot')
  expect(due).toContain('Trước ngày 10/04, gửi chậm nhất thứ Ba 09/04, còn 14 ngày (10 ngày làm việc)')
  await lan.does('/dangky 120 năm', '1', '[Tiếp tục]', 'Giúp hội viên <b>nộp hồ sơ</b> & đúng hạn')
  await lan.does('100% hồ sơ được giải quyết đúng hạn', '30/9')
  expect(await lan.does('[Bỏ qua]')).toContain('Giúp hội viên <b>nộp hồ sơ</b> & đúng hạn')
  expect(await lan.does('[Gửi]')).toContain('mã tra cứu DK-2024-0001')
  expect(await head.does('/duyet', '[Duyệt]')).toContain('Đã duyệt bản đăng ký DK-2024-0001')
  expect(await admin.does('/duyet', '[Tiếp nhận]')).toContain('✓ Đã tiếp nhận bản đăng ký DK-2024-0001')
  expect(await lan.hears()).toContain('✓ Đã tiếp nhận bản đăng ký DK-2024-0001 của đồng chí')
}

test.skipIf(!library)(
  'from the setup code to a reminder, on the strict emulator with its limits enforced',
  async () => {
    const { telegram, program, join: enter } = await openStory()
    const [admin, head, lan, mai] = ['Bình', 'Y Bhôk', 'Lan', 'Mai'].map(enter) as [Actor, Actor, Actor, Actor]
    await setUp(admin)
    await invite(admin, 'Hội Nông dân xã', 'Trưởng đơn vị', head, 'Y Bhôk Niê', 'Chủ tịch')
    await invite(admin, 'hoi nong dan', 'Cán bộ, công chức', lan, 'Nguyễn Thị Lan', '[Bỏ qua]')
    await invite(admin, 'Phòng Kinh tế', '1', mai, 'Đinh Thị Mai', 'Công chức')
    const own = await loadPlan(admin, 'duong-lang.txt', bytesOf(planText()), 'thi đua đường làng 2024')
    expect(own).toContain('đã gửi tin đến 2 người')
    await loadPlan(admin, '120-nam.txt', new Uint8Array(readFileSync(communePlan)), 'thi đua 120 năm thành lập tỉnh')
    expect(await mai.hears()).toContain('Có kế hoạch mới: thi đua 120 năm thành lập tỉnh')
    await register(program, lan, head, admin)

    expect(await program.moveTo('2024-04-02T09:00:00+07:00')).toBeGreaterThan(0)
    expect(await mai.hears()).toContain('Còn 7 ngày (5 ngày làm việc) để đăng ký thi đua 120 năm thành lập tỉnh')
    await expect(lan.hears()).rejects.toThrow('heard nothing')
    expect(telegram.violations().filter(({ kind }) => kind !== 'client_quirk')).toEqual([])
    expect(telegram.stats()).toMatchObject({ refused429: 0 })
    expect(program.printed()).not.toContain('"level":50')
    await writeFile(join(tmpdir(), 'telegram-transcript.txt'), transcript.join('\n'))
  },
  180_000,
)
