import { afterEach, describe, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const file = (name: string, words = `Biên bản họp ${name}`) => ({ name, bytes: new TextEncoder().encode(words) })
const open = async () => {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview)
}

describe('files that go along', () => {
  test('are kept, listed in the preview, and sent on to who approves', async () => {
    await open()
    await commune.lan.presses('Đính kèm')
    expect(text(await commune.lan.sends(file('bien-ban.txt')))).toContain('1. bien-ban.txt')
    expect(text(await commune.lan.presses('Tiếp tục'))).toContain('Tệp đính kèm: bien-ban.txt')
    await commune.lan.presses('Gửi')
    const [sent] = await registrations(commune.office)
    const [kept] = sent?.body.attachments ?? []
    expect(new TextDecoder().decode((await commune.office.files.bytes(kept?.hash ?? '')) ?? undefined)).toContain(
      'Biên bản họp',
    )
    const [told] = await commune.head.hears()
    expect(told).toMatchObject({ attachment: 'bien-ban.txt', buttons: ['Duyệt', 'Xem', 'Đề nghị sửa'] })
    expect(text(await commune.head.presses('Xem'))).toContain('Tệp đính kèm: bien-ban.txt')
  })

  test('several come by a button, to those whom it concerns', async () => {
    await open()
    // A file sent at the preview is taken without asking for it first.
    await commune.lan.sends(file('a.txt'))
    await goes(commune.lan, '[Tiếp tục]')
    await commune.lan.sends(file('b.txt'))
    await goes(commune.lan, '[Tiếp tục]', '[Gửi]')
    await commune.head.hears()
    expect((await commune.head.presses('Xem tệp')).map(({ attachment }) => attachment)).toEqual(['a.txt', 'b.txt'])
  })

  test('one is dropped again, and the same file counts once', async () => {
    await open()
    await commune.lan.presses('Đính kèm')
    await commune.lan.sends(file('a.txt', 'Cùng một nội dung'))
    await commune.lan.sends(file('b.txt', 'Cùng một nội dung'))
    expect(text(await commune.lan.says('tiếp tục'))).toContain('Tệp đính kèm: b.txt')
    await goes(commune.lan, '[Đính kèm]', '[Bỏ tệp 1]')
    expect(text(await commune.lan.presses('Tiếp tục'))).not.toContain('Tệp đính kèm')
  })

  test('five at most', async () => {
    await open()
    await commune.lan.presses('Đính kèm')
    for (const name of ['1', '2', '3', '4', '5']) await commune.lan.sends(file(`${name}.txt`))
    expect(text(await commune.lan.sends(file('6.txt')))).toContain('kèm nhiều nhất 5 tệp')
  })

  test('one that is marked secret is refused and not kept', async () => {
    await open()
    await commune.lan.presses('Đính kèm')
    const secret = file('mat.txt', 'MẬT\nỦY BAN NHÂN DÂN XÃ\nSố: 1/BC-UBND\nBÁO CÁO\nVề tình hình')
    expect(text(await commune.lan.sends(secret))).toContain('Tệp có dấu chỉ độ mật')
    expect(text(await commune.lan.presses('Tiếp tục'))).not.toContain('Tệp đính kèm')
  })

  test('what is no document is refused in a sentence', async () => {
    await open()
    await commune.lan.presses('Đính kèm')
    const program = {
      name: 'a.exe',
      bytes: Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]),
    }
    expect(text(await commune.lan.sends(program))).toContain('Tệp này không nhận được')
  })

  test('stay with a later version', async () => {
    await open()
    await commune.lan.sends(file('a.txt'))
    await goes(commune.lan, '[Tiếp tục]', '[Gửi]', '[Sửa]', '[Gửi lại]')
    expect((await registrations(commune.office))[0]?.body.attachments).toMatchObject([{ name: 'a.txt' }])
  })
})

test('on a channel without files the page that takes one is named', async () => {
  commune = await openCommune(
    '2024-03-27T09:12:00+07:00',
    {},
    { buttons: false, filesIn: false, filesOut: false, photos: null },
  )
  const steps = toPreview.map((step) => step.replace(/[[\]]/g, ''))
  const asked = text(await goes(commune.lan, ...steps, 'đính kèm'))
  expect(asked).toMatch(/https:\/\/thidua\.example\.vn\/gui\//u)
  await goes(commune.lan, 'tiếp tục', 'hủy')
  const list = text(
    await goes(commune.clerk, '/dangky', 'cho hoi nong dan xa', '1', 'tiep tuc', 'Việc', '02 mô hình', '30/9'),
  )
  expect(list).toMatch(/https:\/\/thidua\.example\.vn\/gui\//u)
})
