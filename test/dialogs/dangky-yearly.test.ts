import { afterEach, describe, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const openYear = async (quote: string, can = {}) => {
  commune = await openCommune(
    '2024-03-27T09:12:00+07:00',
    { shortName: 'đăng ký thi đua năm 2024', deadline: { quote, written: false } },
    can,
  )
}
const titles = 'Các đơn vị đăng ký danh hiệu thi đua, hình thức khen thưởng năm 2024 trước ngày 10/4/2024.'
const kept = async () => (await registrations(commune.office))[0]

describe('a person for the year', () => {
  test('is asked for title and commendation, and for no content', async () => {
    await openYear(titles)
    const [asked] = await commune.lan.says('/dangky')
    expect(asked?.text).toContain('bước 1/3: Danh hiệu')
    expect(asked?.text).toContain('1. Lao động tiên tiến\n2. Chiến sĩ thi đua cơ sở')
    expect(asked?.text).not.toContain('Tập thể')
    const preview = text(await goes(commune.lan, '2', 'Giấy khen của Chủ tịch UBND xã'))
    expect(preview).toContain(
      'Danh hiệu đăng ký: Chiến sĩ thi đua cơ sở\nHình thức khen thưởng: Giấy khen của Chủ tịch UBND xã',
    )
    const [receipt] = await commune.lan.presses('Gửi')
    expect(receipt?.text).toContain('Gồm 1 danh hiệu, 1 hình thức khen thưởng; mã tra cứu DK-2024-0001.')
    expect(await kept()).toMatchObject({ body: { shape: 'yearly', items: [], title: 'Chiến sĩ thi đua cơ sở' } })
    const [told] = await commune.head.hears()
    expect(told?.text).toContain('gửi bản đăng ký, 1 danh hiệu, 1 hình thức khen thưởng, chờ đồng chí duyệt')
  })

  test('registers once for the year; what differs is an edit', async () => {
    await openYear(titles)
    await goes(commune.lan, '/dangky', '1', '1', '[Gửi]')
    const refused = text(await goes(commune.lan, '/dangky', '2', '1', '[Gửi]'))
    expect(refused).toContain('Bản đăng ký năm theo kế hoạch này đã có, mã DK-2024-0001')
    await commune.lan.says('hủy')
    await goes(commune.lan, '/cuatoi', '[Xem 1]', '[Sửa]', '[Sửa]', '[Danh hiệu]', '2', '[Gửi lại]')
    expect(await kept()).toMatchObject({ version: 2, body: { title: 'Chiến sĩ thi đua cơ sở' } })
  })

  test('names an initiative and the lines of the pledge where the clause speaks of them', async () => {
    await openYear('Đăng ký danh hiệu, tên sáng kiến và ký giao ước thi đua trước ngày 10/4/2024.')
    const [initiative] = await goes(commune.lan, '/dangky', 'LĐTT tiêu biểu')
    expect(initiative?.text).toContain('bước 2/4: Sáng kiến, đề tài')
    await commune.lan.says('Số hóa hồ sơ một cửa')
    expect(text(await commune.lan.says('123'))).toContain('chưa rõ là nội dung giao ước nào')
    const preview = text(await commune.lan.says('100% hồ sơ đúng hạn\nGiữ gìn đoàn kết nội bộ'))
    expect(preview).toContain('Giao ước thi đua:\n1. 100% hồ sơ đúng hạn\n2. Giữ gìn đoàn kết nội bộ')
    await commune.lan.presses('Gửi')
    const sent = await kept()
    expect(sent?.body).toMatchObject({ initiative: 'Số hóa hồ sơ một cửa', title: 'LĐTT tiêu biểu' })
    expect(sent?.body.items.map(({ target }) => target?.value ?? null)).toEqual([100, null])
  })

  test('in one message', async () => {
    await openYear(titles)
    const preview = text(await commune.lan.says('dk năm 2024; LĐTT; GK'))
    expect(preview).toContain('Danh hiệu đăng ký: Lao động tiên tiến\nHình thức khen thưởng: Giấy khen')
  })
})

describe('a unit for the year', () => {
  test('the collective has its own titles, the people theirs, from the columns of a list', async () => {
    await openYear(`${titles} Gửi kèm danh sách cá nhân.`)
    const [asked] = await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]')
    expect(asked?.text).toContain('1. Tập thể lao động tiên tiến')
    expect(asked?.buttons).toContain('Bỏ qua')
    await goes(commune.clerk, '1', '[Bỏ qua]')
    const words =
      'Họ và tên;Chức vụ;LĐTT;CSTĐCS;Hình thức khen\nLê Thị Hoa;;x;;\nNguyễn Thị Lan;Hội viên;;x;Giấy khen\nY Bhôk Niê;Chủ tịch;;;\n'
    await commune.clerk.sends({ name: 'ds.csv', bytes: new TextEncoder().encode(words) })
    const [rest] = await commune.clerk.presses('Tiếp tục')
    expect(rest?.text).toContain('1 người trong danh sách chưa ghi danh hiệu.')
    const preview = text(await commune.clerk.says('1'))
    expect(preview).toContain('Danh hiệu đăng ký: Tập thể lao động tiên tiến')
    expect(preview).toContain(
      'Lê Thị Hoa, Lao động tiên tiến; Nguyễn Thị Lan (Hội viên), Chiến sĩ thi đua cơ sở, Giấy khen; Y Bhôk Niê (Chủ tịch), Lao động tiên tiến',
    )
    const [receipt] = await commune.clerk.presses('Gửi')
    expect(receipt?.text).toContain('Gồm 4 danh hiệu, 1 hình thức khen thưởng, danh sách 3 người')
  })

  test('may register its people alone', async () => {
    await openYear(titles)
    await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]', '[Bỏ qua]', '[Bỏ qua]')
    const receipt = text(await goes(commune.clerk, 'Lê Thị Hoa, LĐTT; Nguyễn Thị Lan, CSTĐCS', '[Gửi]'))
    expect(receipt).toContain('Gồm 2 danh hiệu, danh sách 2 người')
  })

  test('with nothing at all is not sent', async () => {
    await openYear(titles)
    await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]')
    expect(text(await commune.clerk.presses('Gửi'))).toContain('còn mục chưa trả lời')
    expect(await registrations(commune.office)).toEqual([])
  })
})

test('the agency’s own list is offered, and what it dropped is not', async () => {
  await openYear(titles)
  await goes(commune.admin, '/danhmuc', '[Danh hiệu]', '[Thêm danh hiệu]', 'danh hiệu; cá nhân; Người tốt việc tốt')
  await goes(commune.admin, '/danhmuc', '[Danh hiệu]', '[Bớt danh hiệu]', '1')
  const [asked] = await commune.lan.says('/dangky')
  expect(asked?.text).toContain('1. Chiến sĩ thi đua cơ sở')
  expect(asked?.text).toContain('Người tốt việc tốt')
})

test('the whole year by words on a channel without buttons', async () => {
  await openYear(titles, { buttons: false, edit: false, filesIn: false, filesOut: false, photos: null })
  const asked = text(await goes(commune.clerk, 'dang ky', 'cho hoi nong dan xa'))
  expect(asked).toContain('1. Tập thể lao động tiên tiến')
  await goes(commune.clerk, '1', 'bo qua')
  const receipt = text(await goes(commune.clerk, 'Lê Thị Hoa, LĐTT', 'gui'))
  expect(receipt).toContain('Gồm 2 danh hiệu, danh sách 1 người; mã tra cứu DK-2024-0001')
})
