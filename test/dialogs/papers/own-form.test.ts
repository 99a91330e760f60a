import { afterEach, expect, test } from 'vitest'
import type { TemplateKind } from '../../../src/papers/templates/tags.ts'
import { makeTemplate, wordsOf } from '../../papers/templates/make-template.ts'
import { type Commune, goes, openCommune, toPreview } from '../commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const lines = ['Phiếu của {họ tên}, {đơn vị}', '{kế hoạch}', '{#nội dung}{STT}. {tên nội dung}: {chỉ tiêu}{/nội dung}']

/** Has the agency's own form of a kind stand at a unit, then registers as Lan and opens the paper of the receipt. */
async function paperWith(kind: TemplateKind, unitName: string): Promise<string> {
  commune = await openCommune()
  const { office, lan } = commune
  const { store } = office.database
  const unitId = (await store.units.all()).find(({ name }) => name === unitName)?.id ?? ''
  const fileHash = await office.files.keep(await makeTemplate(lines))
  await store.paperTemplates.put({ unitId, kind, fileHash, fileName: 'mau.docx', at: 0, by: lan.id })
  await goes(lan, ...toPreview, '[Gửi]')
  await lan.presses('Tải bản đăng ký')
  const hash = office.channel.delivered(lan.chat).at(-1)?.message.attachment?.hash ?? ''
  return wordsOf((await office.files.bytes(hash)) ?? new Uint8Array()).replace(/[ \t]+/g, ' ')
}

test('a registration is written on the form of the agency, which stands at its root', async () => {
  const words = await paperWith('personRegistration', 'UBND xã Ea Mẫu')
  expect(words).toContain('Phiếu của Nguyễn Thị Lan, Hội Nông dân xã')
  expect(words).toContain('100% hồ sơ được giải quyết đúng hạn')
  expect(words).not.toContain('CỘNG HÒA')
})

test('a form for another kind of paper changes nothing', async () => {
  expect(await paperWith('unitRegistration', 'UBND xã Ea Mẫu')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
})
