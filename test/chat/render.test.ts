import { describe, expect, test } from 'vitest'
import { createMemoryChannel } from '../../src/channels/memory.ts'
import type { Capabilities } from '../../src/chat/capabilities.ts'
import type { QueuedMessage } from '../../src/chat/message.ts'
import { type Rendering, renderFor } from '../../src/chat/render.ts'
import { createTexts } from '../../src/texts/texts.ts'

const { can: full } = createMemoryChannel()
const poor: Capabilities = { ...full, buttons: false, edit: false, filesIn: false, filesOut: false, photos: null }
const rendering: Rendering = { texts: createTexts()('vi'), mark: '', download: null, upload: null }

const say = (text: string, ...labels: string[]): QueuedMessage => ({
  blocks: [{ kind: 'text', text }],
  buttons: labels.map((label, index) => ({ label, token: `t.${index}` })),
})
const show = (message: QueuedMessage, more: Partial<Rendering> = {}, can = poor) => {
  const shown = renderFor(can, message, { ...rendering, ...more })
  return { ...shown, text: shown.message.blocks.map(({ text }) => text).join('\n') }
}
const numbers = ({ choices }: ReturnType<typeof show>) => choices?.map(({ number, label }) => `${number} ${label}`)

describe('choices without buttons', () => {
  const list = 'Còn 2 việc.\n\n1. Đăng ký nội dung thi đua\n2. Báo cáo'
  // biome-ignore format: a table
  const cases = [
    { say: 'are numbered below the words',               message: say('Đã gửi.', 'Xem lại', 'Sửa'),              text: 'Đã gửi.\n\n1. Xem lại\n2. Sửa',                            numbers: ['1 Xem lại', '2 Sửa'] },
    { say: 'take the number of the line they name',      message: say(list, 'Đăng ký', 'Xem việc 1', 'Xem việc 2'), text: `${list}\n\nGõ 1, 2: Xem việc\n3. Đăng ký`,                 numbers: ['3 Đăng ký', '1 Xem việc 1', '2 Xem việc 2'] },
    { say: 'go on after a list that they do not name',   message: say(list, 'Xem lịch'),                         text: `${list}\n\n3. Xem lịch`,                                   numbers: ['3 Xem lịch'] },
    { say: 'are none where a message has none',          message: say('Đã gửi.'),                                text: 'Đã gửi.',                                                  numbers: undefined },
  ]
  test.each(cases)('$say', ({ message, text, numbers: wanted }) => {
    const shown = show(message)
    expect(shown.text).toBe(text)
    expect(numbers(shown)).toEqual(wanted)
    expect(shown.message.buttons).toEqual([])
  })

  test('get a letter where another list is open in the chat', () => {
    const shown = show(say(list, 'Làm việc 1', 'Nhắc lại sau'), { mark: 'B' })
    expect(shown.text).toBe(`${list}\n\nGõ B1: Làm việc\nB3. Nhắc lại sau`)
  })

  test('stay buttons where there are buttons', () => {
    expect(show(say('Đã gửi.', 'Sửa'), {}, full)).toMatchObject({
      text: 'Đã gửi.',
      choices: null,
      message: say('Đã gửi.', 'Sửa'),
    })
  })
})

describe('a question of a dialog without buttons', () => {
  const question = {
    labels: ['Cá nhân', 'Đơn vị'],
    listed: 0,
    plainNumbers: false,
    controls: ['Bỏ qua', 'Hủy'],
    extras: 0,
  }
  const asked = (words: string, more: Partial<typeof question> = {}, ...labels: string[]) => ({
    ...say(words, ...labels, 'Cá nhân', 'Hủy'),
    question: { ...question, extras: labels.length, ...more },
  })

  test('numbers its choices and says what else may be typed', () => {
    expect(show(asked('Đăng ký cho ai?')).text).toBe('Đăng ký cho ai?\n\n1. Cá nhân\n2. Đơn vị\nHoặc gõ: bỏ qua, hủy.')
  })
  test('does not list again what its words list, but what they leave out', () => {
    const words = 'Chọn nội dung:\n1. Cá nhân'
    expect(show(asked(words, { listed: 1 })).text).toBe(`${words}\nHoặc gõ: đơn vị, bỏ qua, hủy.`)
  })
  test('names its choices where its words number something else', () => {
    const words = 'Xem lại:\n1. Cải cách hành chính'
    expect(show(asked(words)).text).toBe(`${words}\nĐề nghị đồng chí gõ: cá nhân, đơn vị, bỏ qua, hủy.`)
  })
  test('leaves out the choices that name a line of its words', () => {
    const words = 'Nội dung:\n1. Cải cách hành chính\n2. Chuyển đổi số'
    const ticking = { labels: ['Bỏ chọn 1', 'Chọn 2', 'Tiếp tục'] }
    expect(show(asked(words, ticking)).text).toBe(`${words}\nĐề nghị đồng chí gõ: tiếp tục, bỏ qua, hủy.`)
    expect(show(asked(words, { labels: ['Chọn 1'] })).text).toBe(`${words}\nHoặc gõ: bỏ qua, hủy.`)
  })
  test('says how to choose where a bare number is an answer', () => {
    expect(show(asked('Chỉ tiêu?', { plainNumbers: true })).text).toContain('gõ “chọn 1”')
  })
  test('numbers what is beside its choices after them', () => {
    const shown = show(asked('Kế hoạch?', {}, 'Xem bản gốc'))
    expect(shown.text).toContain('2. Đơn vị\n\n3. Xem bản gốc')
    expect(numbers(shown)).toEqual(['3 Xem bản gốc'])
  })
})

describe('files', () => {
  const paper = { ...say('Bản đăng ký.'), attachment: { hash: 'h', name: 'ban.docx', mime: 'application/docx' } }
  const address = 'https://thidua.example.vn/tep/x'

  test('become a signed link', () => {
    const shown = show(paper, { download: address })
    expect(shown.text).toBe(`Bản đăng ký.\nTệp ban.docx, tải trong 7 ngày: ${address}`)
    expect(shown.message.attachment).toBeUndefined()
  })
  test('are said to be elsewhere where nothing can be reached from outside', () => {
    expect(show(paper).text).toContain('kênh này không chuyển được tệp')
  })
  test('stay where files can be sent', () => {
    expect(show(paper, {}, { ...poor, filesOut: true }).message.attachment).toEqual(paper.attachment)
  })
  test('that are pictures stay where pictures can be shown', () => {
    const picture = { ...paper, attachment: { ...paper.attachment, mime: 'image/png' } }
    const byAddress = { ...poor, photos: 'address' as const }
    expect(show(picture, { download: address }, byAddress).message.attachment).toEqual(picture.attachment)
    expect(show(picture, {}, { ...poor, photos: 'bytes' }).message.attachment).toEqual(picture.attachment)
    expect(show(picture, {}, byAddress).text).toContain('kênh này không chuyển được tệp')
  })
  test('that are wanted get a page', () => {
    const shown = show({ ...say('Đề nghị gửi tệp.'), wantsFile: true }, { upload: address })
    expect(shown.text).toContain(`dùng một lần trong 30 phút: ${address}`)
  })
})
