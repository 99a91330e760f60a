import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bytesOf, planText } from '../dialogs/plan-texts.ts'
import type { Program } from '../drills/program.ts'
import { loadEmulator } from './emulator.ts'
import { type Actor, invite, loadPlan, openStory, type Story, setUp } from './story.ts'

const communePlan = new URL('../../../shared/plans/ubnd-xa-krong-ana-2024-120-nam-dak-lak.txt', import.meta.url)
const library = existsSync(communePlan) ? await loadEmulator() : null
if (!library) console.warn('SKIPPED test/emulator/telegram.test.ts: the emulator is not beside the project.')

let story: Story | undefined
afterAll(() => story?.close())

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
    if (!library) throw new Error('There is no emulator.')
    story = await openStory(library)
    const { telegram, program, transcript } = story
    const [admin, head, lan, mai] = ['Bình', 'Y Bhôk', 'Lan', 'Mai'].map((name) => story?.join(name)) as [
      Actor,
      Actor,
      Actor,
      Actor,
    ]
    await setUp(admin, 'Văn phòng – thống kê xã\nPhòng Kinh tế\nThôn 1\nHội Nông dân xã (phối hợp)', 4)
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
    // Who has registered hears no reminder, only of the signed paper that is still to come.
    expect(await lan.hears()).toContain('Hệ thống chưa ghi nhận bản ký của bản đăng ký DK-2024-0001')
    expect(telegram.violations().filter(({ kind }) => kind !== 'client_quirk')).toEqual([])
    expect(telegram.stats()).toMatchObject({ refused429: 0 })
    expect(program.printed()).not.toContain('"level":50')
    await writeFile(join(tmpdir(), 'telegram-transcript.txt'), transcript.join('\n'))
  },
  180_000,
)
