import { afterEach, expect, test } from 'vitest'
import { agencyKey } from '../../src/domain/agency.ts'
import { agency } from '../commands/commune.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test('the head of the leading unit receives for the members, for unit papers and within the term only', async () => {
  commune = await openCommune('2024-03-27T09:12:00+07:00')
  const { office, admin, head, clerk, lan } = commune
  await office.database.store.settings.set(agencyKey, agency)
  const lead = await office.person('Trần Văn Sáu', { unit: 'Hội Phụ nữ xã', role: 'head', parent: 'UBND xã Ea Mẫu' })
  const saved = await goes(
    admin,
    ...[
      '/donvi',
      '[Khối, cụm]',
      '[Thêm khối]',
      'Khối thi đua số 1',
      '[Hội Nông dân xã]',
      'Hội Phụ nữ xã',
      '[Tiếp tục]',
    ],
    ...['[Hội Phụ nữ xã]', 'từ 01/01/2024 đến 05/04/2024'],
  )
  expect(text(saved)).toContain('✓ Đã ghi Khối thi đua số 1: 2 đơn vị, trưởng khối là Hội Phụ nữ xã')
  await goes(clerk, '/dangky', '[Cho Hội Nông dân xã]', ...toPreview.slice(1), 'Nguyễn Văn A; Trần Thị B', '[Gửi]')
  await goes(lan, ...toPreview, '[Gửi]')
  expect(text(await lead.says('/duyet'))).toContain('Không có bản')
  await goes(head, '/duyet', '[Duyệt]', '[Duyệt]')
  expect(text(await lead.hears())).toContain('duyệt bản đăng ký DK-2024-0001 của Hội Nông dân xã, chờ tiếp nhận')
  expect(text(await lead.says('/tiendo'))).toContain('1 bản đăng ký chờ tiếp nhận')
  const [card] = await lead.says('/duyet')
  expect(card?.text).toContain('1 bản')
  expect(card?.text).toContain('Hội Nông dân xã gửi bản đăng ký DK-2024-0001')
  expect(text(await lead.presses('Nhận cả bản ký'))).toContain('Đã tiếp nhận bản đăng ký DK-2024-0001')
  expect((await registrations(office)).map(({ state }) => state).sort()).toEqual(['approved', 'received'])
  await office.moveTo('2024-04-08T08:00:00+07:00')
  await goes(
    clerk,
    '/dangky',
    '[Cho Hội Nông dân xã]',
    '2',
    '[Tiếp tục]',
    'Việc',
    '02 mô hình',
    '30/9',
    'Trần Thị B',
    '[Gửi]',
  )
  await goes(head, '/duyet', '[Duyệt]')
  expect(text(await lead.says('/duyet'))).toContain('Không có bản')
})
