import { afterEach, describe, expect, test } from 'vitest'
import { goes } from './commune.ts'
import { kept, openReporting, type Reporting, register } from './reporting-commune.ts'

let commune: Reporting
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const toPreview = ['98', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]']
const picture = { name: 'minh-chung.txt', mime: 'text/plain', bytes: new TextEncoder().encode('Biên bản tập huấn') }

async function begun(targets = 1, now?: string) {
  commune = await openReporting(now)
  await register(commune, commune.lan, targets)
  return commune.lan.says('/baocao')
}

describe('a result', () => {
  // biome-ignore format: a table keeps its columns
  test.each([
    ['làm tốt',    '“làm tốt” chưa có số để so với chỉ tiêu “100% hồ sơ đúng hạn”.'],
    ['3 mô hình',  '“3 mô hình” không cùng đơn vị tính với chỉ tiêu “100% hồ sơ đúng hạn”.'],
    ['…',          'Chưa có kết quả nào trong câu trả lời.'],
  ])('“%s” is asked for again, and the question stands', async (typed, refusal) => {
    await begun()
    expect(text(await commune.lan.says(typed))).toContain(refusal)
    expect(text(await commune.lan.says('98'))).toContain('bước 2/6: Diễn giải')
  })

  test('without a number can be said in words, and has no share', async () => {
    await begun()
    expect(text(await commune.lan.presses('Ghi bằng lời'))).toContain('nêu kết quả bằng lời')
    const [preview] = await goes(commune.lan, 'Cơ bản đúng hạn', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]')
    expect(preview?.text).toContain('Kết quả: Cơ bản đúng hạn\n1 chỉ tiêu: 1 không tính tỷ lệ')
  })

  test('far above its target is looked at again', async () => {
    await begun()
    const [asked] = await commune.lan.says('980')
    expect(asked?.text).toContain('Kết quả “980%” bằng 980% chỉ tiêu “100% hồ sơ đúng hạn”.')
    expect(asked?.buttons.slice(0, 2)).toEqual(['Đúng số này', 'Nhập lại'])
    expect(text(await commune.lan.presses('Nhập lại'))).toContain('nhập kết quả đạt được')
    await commune.lan.says('980')
    expect(text(await commune.lan.presses('Đúng số này'))).toContain('bước 2/6: Diễn giải')
  })

  test('[Đạt như đăng ký] is one tap', async () => {
    await begun()
    const [preview] = await goes(commune.lan, '[Đạt như đăng ký]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]')
    expect(preview?.text).toContain('đạt chỉ tiêu (100%)')
  })
})

describe('evidence', () => {
  const toEvidence = async () => {
    await begun()
    return goes(commune.lan, '98', '[Bỏ qua]')
  }

  test('files are kept and listed, the same one once', async () => {
    await toEvidence()
    const heard = await commune.lan.sends(picture)
    expect(heard.at(-1)?.text).toContain('1. minh-chung.txt')
    expect(text(await commune.lan.sends({ ...picture, name: 'lần hai.txt' }))).toContain(
      '“lần hai.txt” đã có trong minh chứng của nội dung này.',
    )
    await goes(commune.lan, '[Tiếp tục]', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]')
    const [evidence, ...more] = (await kept(commune))[0]?.body.items[0]?.evidence ?? []
    expect(more).toEqual([])
    const bytes = await commune.office.files.bytes(evidence?.file?.hash ?? '')
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe('Biên bản tập huấn')
    await commune.head.hears()
    await commune.head.presses('Xem')
    expect((await commune.head.presses('Xem minh chứng'))[0]?.attachment).toBe('minh-chung.txt')
  })

  test('a file too large is refused before it is fetched, and nothing is lost', async () => {
    await toEvidence()
    const file = { ref: 'nowhere', name: 'phim.mp4', mime: null, size: 21 * 1024 * 1024 }
    expect(text(await commune.lan.does({ kind: 'file', file, caption: '' }))).toContain('Tệp lớn hơn 20 MB')
    expect(text(await commune.lan.presses('Bỏ qua'))).toContain('Đề nghị khen thưởng')
  })

  test('a file of a kind that is not taken says which are', async () => {
    await toEvidence()
    const bytes = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200, 201])
    expect(text(await commune.lan.sends({ name: 'app', bytes }))).toContain('ảnh (JPEG, PNG, HEIC), PDF hoặc Word')
  })
})

describe('sending', () => {
  test('pressed twice makes one report', async () => {
    await begun()
    await goes(commune.lan, ...toPreview, '[Gửi]')
    expect(text(await commune.lan.presses('Gửi'))).toContain('Bước này')
    expect(await kept(commune)).toHaveLength(1)
  })

  test('of a plan withdrawn meanwhile is refused, and the draft is kept', async () => {
    await begun()
    await goes(commune.lan, ...toPreview)
    const { plans } = commune.office.database.store
    await plans.end({ planId: commune.planId, status: 'withdrawn', by: commune.admin.id, at: 1 })
    expect(text(await commune.lan.presses('Gửi'))).toContain(
      'Kế hoạch thi đua 120 năm thành lập tỉnh đã được thu hồi nên báo cáo chưa gửi được. Bản nháp vẫn được giữ',
    )
    expect(await kept(commune)).toEqual([])
  })

  test('after the deadline asks why, and is stamped late', async () => {
    await begun(1, '2024-10-22T09:00:00+07:00')
    const [preview] = await goes(commune.lan, ...toPreview)
    expect(preview?.text).toContain('Đã qua thời hạn báo cáo')
    expect(text(await commune.lan.presses('Gửi'))).toContain('nêu lý do gửi sau thời hạn')
    expect(text(await commune.lan.says('Đi công tác'))).toContain(
      'Báo cáo gửi ngày 22/10, sau thời hạn (trước ngày 20/10/2024); lý do: Đi công tác.',
    )
    expect((await kept(commune))[0]).toMatchObject({ late: true, lateReason: 'Đi công tác' })
  })

  test('on the named day itself it is not late', async () => {
    await begun(1, '2024-10-20T09:00:00+07:00')
    expect(text(await goes(commune.lan, ...toPreview, '[Gửi]'))).toContain(
      'Báo cáo gửi ngày 20/10, kế hoạch ghi trước ngày 20/10.',
    )
    expect((await kept(commune))[0]).toMatchObject({ late: false })
  })

  test('a second report of the same deadline is the first one', async () => {
    await begun()
    await goes(commune.lan, ...toPreview, '[Gửi]')
    expect(text(await commune.lan.says('/baocao'))).toMatch(/không có báo cáo nào đồng chí phải gửi[\s\S]*BC-2024-0001/)
  })
})

test('the draft survives a restart', async () => {
  await begun()
  await goes(commune.lan, '98', 'lưu nháp')
  await commune.office.restart()
  expect(text(await commune.lan.says('/baocao'))).toContain('bản nháp báo cáo đang ở bước 2/6')
  expect(text(await commune.lan.presses('Làm tiếp'))).toContain('bước 2/6: Diễn giải')
})

describe('where nothing was registered', () => {
  test('the contents of the plan are the lines', async () => {
    commune = await openReporting()
    const [asked] = await commune.lan.says('/baocao')
    expect(asked?.text).toContain('Hệ thống chưa ghi nhận bản đăng ký')
    expect(asked?.text).toContain('2. Xây dựng chính quyền số')
    await commune.lan.says('1, 3')
    expect(text(await commune.lan.presses('Tiếp tục'))).toContain('Nội dung 1/2 “Cải cách hành chính”')
  })

  test('one’s own words are too', async () => {
    commune = await openReporting(undefined, { draft: { contents: [] } })
    await goes(commune.lan, '/baocao', 'Hiến đất làm đường')
    expect(text(await commune.lan.presses('Tiếp tục'))).toContain('Nội dung “Hiến đất làm đường”')
  })
})

test('a unit: its head reports, proposes the unit and people, and it goes to the admin', async () => {
  commune = await openReporting()
  const { head } = commune
  const [asked] = await head.says('/baocao')
  expect(asked?.text).toContain('2. Kế hoạch thi đua 120 năm thành lập tỉnh (Hội Nông dân xã)')
  await goes(head, '2', '1', '[Tiếp tục]', 'Đã làm xong', '[Bỏ qua]', '[Bỏ qua]')
  await goes(head, '[Chọn 1]', 'Nguyễn Thị Lan, Hội viên; Y Bhôk Niê', '[Chọn 1]', '[Tập thể đơn vị]')
  const [preview] = await goes(head, '[Tiếp tục]', '[Bỏ qua]')
  expect(preview?.text).toContain(
    'Đề nghị khen thưởng (3):\n   Giấy khen của Chủ tịch UBND xã: Nguyễn Thị Lan (Hội viên)\n   Giấy khen của Chủ tịch UBND xã: Y Bhôk Niê\n   Giấy khen của Chủ tịch UBND xã: Hội Nông dân xã',
  )
  expect(text(await head.presses('Gửi'))).toContain('chờ bộ phận thường trực xem xét, tiếp nhận.')
  expect(text(await commune.admin.hears())).toContain('Hội Nông dân xã gửi báo cáo kết quả (1 nội dung)')
})

test('a command or a label typed for a content is no content', async () => {
  commune = await openReporting()
  await commune.lan.says('/baocao')
  expect(text(await commune.lan.says('dk'))).toContain('“dk” là lệnh')
  expect(text(await commune.lan.says('tiep tuc'))).toContain('Đồng chí chưa chọn nội dung nào.')
})
