import { expect, test } from 'vitest'
import { openTelegramRig } from '../channels/contract/telegram-rig.ts'
import { openWebRig } from '../channels/contract/web-rig.ts'
import { openZaloBotRig } from '../channels/contract/zalo-bot-rig.ts'
import { openZaloOaRig } from '../channels/contract/zalo-oa-rig.ts'
import { codeIn } from '../commands/commune.ts'
import { registrations } from '../dialogs/commune.ts'
import { type Day, openDay } from './day.ts'

const channels = [
  { name: 'web', open: openWebRig },
  { name: 'telegram', open: openTelegramRig },
  { name: 'zalo-bot', open: openZaloBotRig },
  { name: 'zalo-oa', open: openZaloOaRig },
]

/** The first days of an official with the assistant, from the invitation to the reception. */
async function live(day: Day): Promise<void> {
  const { admin, head } = day
  await admin.says('/mathamgia')
  await admin.says('Hội Nông dân xã')
  const code = codeIn(await admin.says('Cán bộ, công chức'))
  await day.says('đăng ký')
  await day.comesWith(code)
  await day.says('Nguyễn Thị Lan')
  await day.says('Hội viên')
  await day.says('han chot')
  await day.chooses('Xem việc 1')
  await day.says('bao gio phai dang ky')
  await day.says('dang ky')
  await day.says('1, 2')
  await day.chooses('Tiếp tục')
  await day.says('Rút ngắn thời gian giải quyết hồ sơ')
  await day.says('lam nhanh hon')
  await day.says('100% hồ sơ đúng hạn')
  await day.says('31/9')
  await day.says('cuối tháng 9')
  await day.chooses('Lưu nháp')
  await day.moveTo('2024-03-27T09:10:00+07:00')
  await day.says('dang ky')
  await day.chooses('Làm tiếp')
  await day.says('Mở tài khoản dịch vụ công cho hội viên')
  await day.says('20 hội viên')
  await day.says('30/8')
  await day.sends({ name: 'bien-ban.txt', bytes: Buffer.from('Biên bản họp chi hội') })
  if (day.can.filesIn) await day.chooses('Tiếp tục')
  await day.chooses('Gửi')
  await head.says('/duyet')
  await head.presses('Đề nghị sửa')
  await head.says('Chỉ tiêu 1 cần nêu rõ thời hạn giải quyết')
  await day.moveTo('2024-03-27T14:00:00+07:00')
  await day.says('của tôi')
  await day.moveTo('2024-04-02T08:00:00+07:00')
  await day.chooses('Nhắc lại sau')
  await day.chooses('Ngày mai')
}

test.each(channels)('the first days of an official on $name', async ({ name, open }) => {
  const day = await openDay(open)
  try {
    await live(day)
    expect((await registrations(day.office)).map(({ state }) => state)).toEqual(['returned'])
    await expect(day.transcript()).toMatchFileSnapshot(`./${name}.txt`)
  } finally {
    await day.close()
  }
})
