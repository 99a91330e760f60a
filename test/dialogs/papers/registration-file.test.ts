import { afterEach, expect, test } from 'vitest'
import { button } from '../../../src/chat/message.ts'
import { registrationFile } from '../../../src/dialogs/papers/registration-file.ts'
import { writeFileDraft } from '../../../src/papers/file-draft.ts'
import { type PaperUnit, paperUnitKey } from '../../../src/papers/paper-unit.ts'
import { linesOf } from '../../papers/open-paper.ts'
import { sealed, texts, unsealed } from '../../papers/sample-papers.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from '../commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

/** The paper of what Lan registered, for her or (`subject`) for her unit, with what is known of each unit's papers. */
async function paperOf(subject: 'person' | 'unit', known: Record<string, PaperUnit>) {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
  const { store } = commune.office.database
  for (const unit of await store.units.all()) {
    const paper = known[unit.name]
    if (paper) await store.settings.set(paperUnitKey(unit.id), paper)
  }
  const [registration] = await registrations(commune.office)
  if (!registration) throw new Error('Nothing was registered.')
  const turn = { store, texts, today: '2024-03-27' }
  const { draft, ...file } = await registrationFile(turn as never, { ...registration, subject })
  const written = await writeFileDraft(draft, null)
  return { file, lines: linesOf(written).map((line) => line.replace(/\s+/g, ' ')) }
}

test('one’s own registration is a form with the place and the head of one’s unit, as far as they are known', async () => {
  const { file, lines } = await paperOf('person', { 'UBND xã Ea Mẫu': { ...sealed, place: 'Ea Mẫu' } })
  expect(file).toEqual({
    name: expect.stringMatching(/^du-thao-dang-ky-.+-dk-2024-0001\.docx$/),
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  })
  expect(lines).toContain('Ea Mẫu, ngày tháng năm 2024')
  expect(lines).toContain('Họ và tên: Nguyễn Thị Lan')
  expect(lines).toContain('Chức vụ, đơn vị công tác: Hội viên, Hội Nông dân xã')
  expect(lines).toContain('100% hồ sơ được giải quyết đúng hạn')
  expect(lines.slice(-4)).toEqual(['XÁC NHẬN CỦA ĐƠN VỊ', 'NGƯỜI ĐĂNG KÝ', '(Ký, ghi rõ họ tên)', 'Nguyễn Thị Lan'])
})

test('a unit’s registration has the shape that was said of its papers', async () => {
  const { lines } = await paperOf('unit', { 'Hội Nông dân xã': { ...unsealed, issuer: 'Hội Nông dân xã' } })
  expect(lines).toContain('HỘI NÔNG DÂN XÃ')
  expect(lines).toContain('BẢN ĐĂNG KÝ')
  expect(lines).toContain('Vũ Thị Ngọc')
})

test('a unit of which nothing was said gets the content alone', async () => {
  const { lines } = await paperOf('unit', { 'UBND xã Ea Mẫu': sealed })
  expect(lines[0]).toBe('NỘI DUNG ĐĂNG KÝ')
  expect(lines.filter((line) => /CỘNG HÒA|Trần Quốc Hưng/.test(line))).toEqual([])
})

test('the receipt hands the paper out, to those alone whom it concerns', async () => {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
  const [told] = await commune.lan.presses('Tải bản đăng ký')
  expect(told?.text).toContain('số, ngày và chữ ký để trống')
  expect(told?.attachment).toMatch(/^du-thao-dang-ky-.+-dk-2024-0001\.docx$/)
  const [registration] = await registrations(commune.office)
  const { core } = commune.office.assistant
  const asks = async (who: typeof commune.lan) => {
    const said = { blocks: [], buttons: [button('Tải', 'dangky', 'download', { id: registration?.id })] }
    const queued = await core.tokens.mint(said, { personId: who.id })
    const [heard] = await who.does({ kind: 'button', token: queued.buttons[0]?.token ?? '' })
    return heard?.attachment ?? heard?.text
  }
  expect(await asks(commune.head)).toMatch(/\.docx$/)
  expect(await asks(commune.clerkOfOffice)).toMatch(/^Không có bản đăng ký này/)
})
