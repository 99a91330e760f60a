import { afterEach, beforeEach, expect, test } from 'vitest'
import { linesOf } from '../papers/open-paper.ts'
import { type Commune, goes, openCommune } from './commune.ts'

let commune: Commune
beforeEach(async () => {
  commune = await openCommune()
})
afterEach(() => commune.office.close())

const bytesSent = async () => {
  const { channel, files } = commune.office
  const sent = channel.delivered(commune.clerk.chat).findLast(({ message }) => message.attachment)
  return (await files.bytes(sent?.message.attachment?.hash ?? '')) ?? new Uint8Array()
}

const registersWith = async (people: number) => {
  const rows = Array.from({ length: people }, (_, row) => `${row + 1};Nguyễn Thị Ơ;Tổ ${row}`)
  const bytes = new TextEncoder().encode(['STT;Họ và tên;Chức vụ', ...rows].join('\n'))
  await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9')
  await commune.clerk.sends({ name: 'ds.csv', bytes })
  await goes(commune.clerk, '[Tiếp tục]', '[Gửi]')
}

test('the paper of a long list is written beside the turn, and comes into whatever is going on then', async () => {
  await registersWith(2000)
  await goes(commune.clerk, '/dangky', '[Cho cá nhân]')
  const heard = await commune.clerk.presses('Tải bản đăng ký')
  expect(heard.map(({ text }) => text.split('\n')[0])).toEqual([
    'Đang lập tệp; tệp sẽ hiện ngay tại đây.',
    expect.stringContaining('DK-2024-0001'),
  ])
  expect(heard[1]?.attachment).toMatch(/^du-thao-dang-ky-.*dk-2024-0001\.docx$/)
  expect(heard[1]?.buttons).toEqual(['Khai thể thức'])
  expect(linesOf(await bytesSent())).toContain('Tổ 1999')
  expect((await commune.clerk.says('1'))[0]?.text).toContain('Cải cách hành chính')
  const { store } = commune.office.database
  expect(await store.tasks.claim(Number.MAX_SAFE_INTEGER, 0)).toBeNull()
})

test('that of a short one in the turn itself', async () => {
  await registersWith(20)
  const heard = await commune.clerk.presses('Tải bản đăng ký')
  expect(heard).toHaveLength(1)
  expect(linesOf(await bytesSent())).toContain('Tổ 19')
})
