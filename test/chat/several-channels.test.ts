import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'
import type { Speaker } from './office.ts'

let commune: Commune
let phone: Speaker
let desk: Speaker
beforeEach(async () => {
  commune = await openCommune('2024-03-26T08:00:00+07:00')
  phone = commune.lan
  desk = await commune.office.alsoAs(phone)
})
afterEach(() => commune.office.close())

const words = (heard: { text: string }[]) => heard.map(({ text }) => text).join('\n')

describe('one person on two channels', () => {
  test('finishes on one what was begun on the other', async () => {
    await goes(phone, ...toPreview.slice(0, 4))
    expect(words(await desk.says('100% hồ sơ được giải quyết đúng hạn'))).toContain('Ngày hoàn thành')
    await desk.says('30/9')
    expect(words(await desk.presses('Gửi'))).toContain('DK-2024-0001')
  })

  test('presses an old button of one after the thing was done on the other: one result, one kind word', async () => {
    await goes(phone, ...toPreview)
    await desk.says('/dangky')
    await desk.presses('Làm tiếp')
    await desk.presses('Gửi')
    expect(await registrations(commune.office)).toHaveLength(1)
    const late = words(await phone.presses('Gửi'))
    expect(late).not.toContain('Đã gửi bản đăng ký')
    expect(late).not.toBe('')
    expect(await registrations(commune.office)).toHaveLength(1)
  })

  test('answers a step on one that was answered on the other: told so, and asked where it stands', async () => {
    await goes(phone, '/dangky', '1')
    await desk.says('/dangky')
    await desk.presses('Làm tiếp')
    await desk.presses('Tiếp tục')
    expect(words(await phone.presses('Tiếp tục'))).toContain('bước 2/5')
  })

  test('is reminded on one of them only', async () => {
    await commune.office.moveTo('2024-04-05T08:00:00+07:00')
    const heard = [words(await phone.hears()), words(await desk.hears())].filter((text) => text.includes('Còn 4 ngày'))
    expect(heard).toHaveLength(1)
  })

  test('is answered where they asked', async () => {
    expect(words(await desk.says('/hanchot'))).toContain('Đồng chí còn 1 việc')
    expect(await phone.hears()).toEqual([])
  })
})
