import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bytesOf, planText } from '../dialogs/plan-texts.ts'
import { loadEmulator } from './emulator.ts'
import { invite, loadPlan, openStory, type Story, setUp } from './story.ts'

const library = await loadEmulator()
if (!library) console.warn('SKIPPED test/emulator/telegram-groups.test.ts: the emulator is not beside the project.')

let story: Story | undefined
afterAll(() => story?.close())

const villages = [1, 2, 3, 4, 5, 6].map((number) => `Thôn ${number}`)
const groupAnonymousBot = 1087968824

test.skipIf(!library)(
  'a group: bound by its code, counted for, followed when it grows; menus by role; an invitation to scan',
  async () => {
    if (!library) throw new Error('There is no emulator.')
    story = await openStory(library)
    const { telegram, program, transcript, inGroup } = story
    const [admin, head, guest] = [story.join('Bình'), story.join('Thành'), story.join('Khách')]
    const anonymous = story.join('Group', { id: groupAnonymousBot })
    await setUp(admin, `Phòng Kinh tế\n${villages.join('\n')}\nHội Nông dân xã (phối hợp)`, 8)
    await invite(admin, 'Thôn 1', 'Trưởng đơn vị', head, 'Lò Văn Thành', 'Trưởng thôn')

    // An invitation to scan.
    expect(await admin.does('/mathamgia', 'Thôn 2', 'Trưởng đơn vị', '[Mã QR]')).toContain('quét hình này')
    const picture = (await admin.last())?.file
    expect(picture?.kind).toBe('photo')
    expect(
      Buffer.from(telegram.fileBytes(picture?.file_id ?? '') ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')

    // Binding.
    const chat = telegram.createGroup({
      title: 'UBND xã Ea Mẫu',
      members: [admin, head, guest, anonymous].map(({ user }) => user),
    }).id
    telegram.addBotToGroup(chat, { by: admin.user })
    const [adminThere, headThere, guestThere, anonymousThere] = [admin, head, guest, anonymous].map((one, index) =>
      inGroup(one, chat, ['Bình', 'Thành', 'Khách', 'Ẩn danh'][index] ?? ''),
    )
    expect(await anonymousThere?.does('/nhom')).toContain('gửi ẩn danh nên hệ thống không biết')
    expect(await guestThere?.does('/hanchot')).toContain('Hệ thống chỉ phục vụ người được')
    expect(await guestThere?.unanswered('/hanchot')).toBe(true)
    const given = await admin.does('/nhom', '[Gắn nhóm]', 'Ủy ban nhân dân xã Ea Mẫu')
    const code = /startgroup=(\S+)/.exec(given)?.[1]
    expect(await headThere?.does(`/start@test_bot ${code}`)).toContain('trưởng của chính đơn vị đó')
    expect(await adminThere?.does(`/start@test_bot ${code}`)).toContain(
      '✓ Đã gắn nhóm này với Ủy ban nhân dân xã Ea Mẫu',
    )

    // Only when addressed, and nothing personal.
    expect(await adminThere?.unanswered('sáng nay họp lúc mấy giờ')).toBe(true)
    expect(await adminThere?.unanswered('/hanchot@khac_bot')).toBe(true)
    expect(await headThere?.does('/dangky@test_bot')).toContain('Việc này không trả lời trong nhóm')
    await loadPlan(admin, 'duong-lang.txt', bytesOf(planText()), 'thi đua đường làng 2024')
    expect(await headThere?.does('/hanchot')).toContain('Đăng ký thi đua đường làng 2024: trước ngày 25/03')

    // Menus by role, chat and language.
    const commands = (one: typeof admin, where?: number) =>
      telegram.commandsSeenBy(one.user, where ?? one.user.id).map(({ command }) => command)
    await expect.poll(() => commands(admin), { timeout: 30_000 }).toContain('mathamgia')
    await expect.poll(() => commands(head), { timeout: 30_000 }).toContain('nhom')
    expect(commands(head)).not.toContain('mathamgia')
    expect(commands(guest)).not.toContain('hanchot')
    expect(commands(admin, chat)).toEqual(['hanchot', 'kehoach', 'nhom', 'trogiup'])
    const before = telegram.commandsSeenBy(head.user, head.user.id)[0]?.description
    await head.does('/ngonngu english')
    await expect
      .poll(() => telegram.commandsSeenBy(head.user, head.user.id)[0]?.description, { timeout: 30_000 })
      .not.toBe(before)
    await head.does('/ngonngu tiếng việt')

    // Grown into a supergroup, it is the same group: by the service message, or by the first refused sending.
    const grown = telegram.migrateGroup(chat)
    await program.moveTo('2024-03-21T09:00:00+07:00')
    await expect
      .poll(
        () =>
          telegram
            .transcript(grown)
            .map(({ text }) => text)
            .join(),
        { timeout: 10_000 },
      )
      .toContain('Ủy ban nhân dân xã Ea Mẫu, đăng ký thi đua đường làng 2024: 0/6 đơn vị đã đăng ký.')
    const count = telegram.transcript(grown).at(-1)?.text ?? ''
    transcript.push(`>>> (nhóm, 21/03)\n${count}\n`)
    expect(count).toContain('Thời hạn: trước ngày 25/03/2024, gửi chậm nhất ngày mai, thứ Sáu 22/03.')
    expect(telegram.transcript(grown).at(-1)?.entities).toMatchObject([
      { type: 'date_time', unix_time: Date.UTC(2024, 2, 22, 10) / 1000 },
    ])
    for (const name of [...villages, 'Thành', 'Nông dân']) expect(count).not.toContain(name)

    // Out of the group, and back in it.
    const there = inGroup(admin, grown, 'Bình')
    expect(await there.does('/nhom')).toContain('Nhóm này gắn với Ủy ban nhân dân xã Ea Mẫu')
    telegram.removeBotFromGroup(grown, { by: admin.user })
    expect(await admin.does('/nhom')).toContain('hệ thống không còn trong nhóm')
    const heard = telegram.transcript(grown).length
    await program.moveTo('2024-03-22T09:00:00+07:00')
    expect(telegram.transcript(grown)).toHaveLength(heard)
    expect(await head.hears()).toContain('Hệ thống chưa ghi nhận')

    await writeFile(join(tmpdir(), 'telegram-groups-transcript.txt'), transcript.join('\n'))
    expect(telegram.violations().filter(({ kind }) => kind !== 'client_quirk')).toEqual([])
    expect(telegram.stats()).toMatchObject({ refused429: 0 })
    expect(program.printed()).not.toContain('"level":50')
  },
  240_000,
)
