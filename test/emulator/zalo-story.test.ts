import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bytesOf, planText } from '../dialogs/plan-texts.ts'
import { dataFolder, type Program, startProgram } from '../drills/program.ts'
import { until } from '../drills/until.ts'
import { loadZaloEmulator, type ZaloPersona, type ZaloShown } from './zalo-emulator.ts'

const library = await loadZaloEmulator()
if (!library) console.warn('SKIPPED test/emulator/zalo-story.test.ts: the emulator is not beside the project.')

/** Where the world reaches the program: Zalo takes https addresses only. */
const publicUrl = 'https://thidua.example.vn'
const transcript: string[] = []
const ends: (() => Promise<unknown>)[] = []
afterAll(async () => {
  await writeFile(join(tmpdir(), 'zalo-transcript.txt'), transcript.join('\n'))
  for (const end of ends.reverse()) await end()
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Somebody in the story, who can only type: everything is written into the transcript. */
function actor(name: string, persona: ZaloPersona) {
  const noted = (did: string, heard: ZaloShown[]) => {
    transcript.push(`>>> ${name}: ${did}\n${heard.map(({ text }) => text).join('\n---\n')}\n`)
    return heard.map(({ text }) => text).join('\n---\n')
  }
  return {
    /** Types one thing after another; gives what was heard after the last. */
    async types(...texts: string[]): Promise<string> {
      let heard = ''
      for (const text of texts) heard = noted(text, await persona.ask(text))
      return heard
    },
    /** Tries to send a file in the chat; gives the answer. */
    async sends(file: string, bytes: Uint8Array): Promise<string> {
      await persona.send({ name: file, mime: 'text/plain', bytes })
      return noted(`(${file})`, await persona.hear())
    },
    hears: async (quietMs = 1_200) => noted('(…)', await persona.hear({ quietMs })),
    persona,
  }
}
type Actor = ReturnType<typeof actor>

async function openStory(messagesPerMonth = 3000) {
  if (!library) throw new Error('There is no emulator.')
  const port = await freePort()
  const quota = { messagesPerMonth }
  const webhookMap = { [publicUrl]: `http://127.0.0.1:${port}` }
  const zalo = await library.start({
    token: '12345689:abc-xyz',
    port: 0,
    limits: 'enforce',
    wrap: 'mixed',
    webhookMap,
    quota,
  })
  ends.push(() => zalo.stop())
  const { folder, remove } = await dataFolder()
  ends.push(remove)
  const program = await startProgram({
    ...{ DATA_DIR: folder, CLOCK: '2024-03-05T08:00:00+07:00', WEB_CHAT: 'off', SETUP_CODE: 'MA-THIET-LAP' },
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ZALO_MODE: 'webhook', PORT: String(port) },
    ...{ PUBLIC_URL: publicUrl, ZALO_MONTHLY_MESSAGES: String(messagesPerMonth) },
  })
  ends.push(() => program.stop())
  await until('its webhook is set', () => zalo.calls({ method: 'setWebhook' }).some(({ ok }) => ok))
  const enter = (display_name: string) => {
    const user = zalo.createUser({ display_name })
    return actor(display_name, new library.Persona(zalo, user, { quietMs: 400, timeoutMs: 10_000 }))
  }
  return { zalo, program, enter }
}

async function setUp(admin: Actor): Promise<void> {
  expect(await admin.types('xin chào')).toContain('Đề nghị liên hệ')
  await admin.types('MA-THIET-LAP', 'Ủy ban nhân dân xã Ea Mẫu', 'Văn phòng – thống kê xã', '0262 123 4567')
  await admin.types('Văn phòng – thống kê xã\nHội Nông dân xã (phối hợp)', 'đúng')
  expect(await admin.types('Trần Thị Bình', 'Công chức Văn phòng')).toContain('2 đơn vị')
}

/** An invitation, its code typed by hand. */
async function invite(admin: Actor, role: string, guest: Actor, name: string, position: string): Promise<void> {
  const invitation = await admin.types('/mathamgia', 'hoi nong dan', role)
  const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(invitation)?.[0] ?? ''
  expect(await guest.types(code.toLowerCase().replace('-', ' '), name, position)).toContain('Kính chào đồng chí')
}

/** A plan given on the one-time page: in the chat it cannot be sent. */
async function loadPlan(admin: Actor, program: Program): Promise<string> {
  const answer = await admin.sends('duong-lang.txt', bytesOf(planText()))
  const page = (/https:\S+\/gui\/\S+/.exec(answer)?.[0] ?? '').replace(publicUrl, program.address)
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytesOf(planText()))], 'duong-lang.txt', { type: 'text/plain' }))
  expect((await fetch(page, { method: 'POST', body: form })).status).toBe(200)
  let heard = await admin.hears(2_500)
  expect(heard).toContain('Đã đọc được 3 mốc thời gian')
  heard = await admin.types('rà từng mốc')
  const says = (label: string) => heard.toLowerCase().includes(label)
  for (let step = 0; step < 30 && !heard.includes('đã gửi tin đến'); step += 1) {
    const answers = ['giữ lại', 'công bố', 'đủ rồi', 'đồng ý', 'đúng']
    heard = await admin.types(answers.find(says) ?? 'thi đua đường làng 2024')
  }
  return heard
}

async function registerByNumbers(program: Program, head: Actor): Promise<void> {
  await program.moveTo('2024-03-18T09:00:00+07:00')
  await head.hears()
  expect(await head.types('/hanchot')).toContain('gửi chậm nhất thứ Sáu 22/03, còn 4 ngày (4 ngày làm việc)')
  await head.types('so 4', '2', '1', 'tiếp tục', 'Trồng <b>hoa</b> & giữ sạch tuyến đường', '100% hộ tham gia', '30/9')
  expect(await head.types('bo qua', '1')).toContain('mã tra cứu DK-2024-0001')
}

test.skipIf(!library)(
  'from the setup code to a reminder by typing alone, on the strict emulator',
  async () => {
    const { zalo, program, enter } = await openStory()
    const [admin, head, lan] = ['Bình', 'Y Bhôk', 'Lan'].map(enter) as [Actor, Actor, Actor]
    await setUp(admin)
    await invite(admin, 'Trưởng đơn vị', head, 'Y Bhôk Niê', 'Chủ tịch')
    await invite(admin, 'Cán bộ, công chức', lan, 'Nguyễn Thị Lan', 'bỏ qua')
    await loadPlan(admin, program)
    await registerByNumbers(program, head)
    expect(await admin.types('/duyet')).toContain('Trồng <b>hoa</b> & giữ sạch tuyến đường')
    await program.moveTo('2024-08-30T09:00:00+07:00')
    expect(await lan.hears()).toContain('Còn 14 ngày (8 ngày làm việc) để gửi báo cáo thi đua đường làng 2024')
    expect(await lan.types('báo đã gửi')).toContain('báo cáo')
    expect(zalo.violations()).toEqual([])
    expect(zalo.stats()).toMatchObject({ refused429: 0, lost: 0 })
    expect(program.printed()).not.toContain('"level":50')
  },
  180_000,
)

test.skipIf(!library)(
  'a month of 14 messages: the admin is told at 70 and 90 %, and at the end the platform is asked once, not again and again',
  async () => {
    const { zalo, program, enter } = await openStory(14)
    const admin = enter('Bình')
    await setUp(admin)
    const told = (words: string) =>
      until(words, () => zalo.transcript(admin.persona.chat).some(({ text }) => text.includes(words)))
    await admin.types('/trogiup')
    await told('Kênh Zalo đã gửi 10/14 tin của tháng 3/2024')
    await admin.types('/trogiup', '/trogiup')
    await told('Đề nghị đồng chí hướng dẫn mọi người liên kết thêm một kênh khác')
    await until('none is left', () => program.printed().includes('the quota is used up'))
    await expect(admin.types('/trogiup')).rejects.toThrow('heard nothing')
    expect(zalo.stats()).toMatchObject({ sentThisMonth: 14, refused429: 1 })
    expect(new Set(zalo.violations().map(({ kind }) => kind))).toEqual(new Set(['rate_limit']))
  },
  120_000,
)
