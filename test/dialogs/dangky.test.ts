import { afterEach, describe, expect, test } from 'vitest'
import { seedPlan } from '../store/seed-plan.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const textOf = (heard: { text: string }[]) => heard.map(({ text }) => text).join('\n---\n')

describe('a member registers', () => {
  test('one content with work, target and finish day; the receipt is the one of the model', async () => {
    commune = await openCommune()
    const [receipt, ...more] = await goes(commune.lan, ...toPreview, '[Gửi]')
    expect(more).toEqual([])
    expect(receipt?.text.split('\n')).toEqual([
      'Đã gửi bản đăng ký lúc 09:12 thứ Tư 27/03/2024, chờ đồng chí Chủ tịch Hội Nông dân xã duyệt.',
      'Gồm 1 nội dung, 1 chỉ tiêu; mã tra cứu DK-2024-0001. Đồng chí được sửa hoặc rút đến hết thứ Ba 09/04.',
      'Kế hoạch yêu cầu đăng ký bằng văn bản: khi được duyệt, đề nghị in, ký và gửi Văn phòng – thống kê xã.',
    ])
    expect(receipt?.buttons).toEqual(['Tải bản đăng ký', 'Xem lại', 'Sửa', 'Rút đăng ký'])
    const [kept] = await registrations(commune.office)
    expect(kept).toMatchObject({
      state: 'waiting',
      subject: 'person',
      personId: commune.lan.id,
      deadlineId: commune.plan.deadlineId,
      late: false,
      body: {
        items: [
          {
            contentSection: 'II.1',
            content: 'Cải cách hành chính',
            work: 'Rút ngắn thời gian giải quyết hồ sơ',
            target: { value: 100, unit: '%', text: '100% hồ sơ được giải quyết đúng hạn' },
            finishDay: '2024-09-30',
          },
        ],
        people: [],
      },
    })
  })

  test('the head hears of it as in the model', async () => {
    commune = await openCommune()
    await goes(commune.lan, ...toPreview, '[Gửi]')
    const [told] = await commune.head.hears()
    expect(told).toMatchObject({
      text: 'Đồng chí Nguyễn Thị Lan (Hội Nông dân xã) gửi bản đăng ký, 1 nội dung, chờ đồng chí duyệt; gửi chậm nhất thứ Ba 09/04/2024.',
      buttons: ['Duyệt', 'Xem', 'Đề nghị sửa'],
    })
  })

  test('two contents with three targets are counted so', async () => {
    commune = await openCommune()
    const [receipt] = await goes(
      ...([commune.lan, '/dangky', '1, 2', '[Tiếp tục]'] as const),
      ...['Việc thứ nhất', '100% hồ sơ đúng hạn; 02 sáng kiến', '30/9'],
      ...['Việc thứ hai', '3 tổ công nghệ số', 'cuối tháng 8', '[Gửi]'],
    )
    expect(receipt?.text).toContain('Gồm 2 nội dung, 3 chỉ tiêu; mã tra cứu DK-2024-0001.')
    const [kept] = await registrations(commune.office)
    expect(kept?.body.items.map(({ work, finishDay }) => [work, finishDay])).toEqual([
      ['Việc thứ nhất', '2024-09-30'],
      ['Việc thứ nhất', '2024-09-30'],
      ['Việc thứ hai', '2024-08-31'],
    ])
  })

  test('everything that the plan does not ask for can be skipped, and words of one’s own are a content', async () => {
    commune = await openCommune()
    const steps = ['/dangky', 'Tuyến đường hoa', '[Tiếp tục]', '[Bỏ qua]', 'bỏ qua', 'bo qua', '[Gửi]']
    const [receipt] = await goes(commune.lan, ...steps)
    expect(receipt?.text).toContain('Gồm 1 nội dung; mã tra cứu')
    const [kept] = await registrations(commune.office)
    expect(kept?.body.items).toEqual([
      { contentSection: null, content: 'Tuyến đường hoa', work: '', target: null, finishDay: null },
    ])
  })

  test('a target is chosen from the criteria for individuals', async () => {
    commune = await openCommune()
    const steps = ['/dangky', '1', '[Tiếp tục]', 'Việc', '[Chọn tiêu chí]']
    const [asked] = await goes(commune.lan, ...steps)
    expect(asked?.text).toContain('1. Có 01 sáng kiến được áp dụng')
    expect(asked?.text).not.toContain('Nội bộ đoàn kết')
    await goes(commune.lan, 'số 1', '[Chọn 15/10]', '[Gửi]')
    const [kept] = await registrations(commune.office)
    expect(kept?.body.items[0]).toMatchObject({ target: { value: 1, unit: 'sáng kiến' }, finishDay: '2024-10-15' })
  })

  test('a criterion without a number is a target all the same', async () => {
    commune = await openCommune()
    await goes(commune.lan, '/dangky', '1', '[Tiếp tục]', 'Việc', '[Chọn tiêu chí]', '[Chọn 2]', '[Bỏ qua]', '[Gửi]')
    const [kept] = await registrations(commune.office)
    expect(kept?.body.items[0]?.target).toMatchObject({ value: null, unit: null })
  })
})

describe('a unit registers', () => {
  test('step 3 of 6 is the target, in the words of the model', async () => {
    commune = await openCommune()
    const [asked] = await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc')
    expect(asked?.text.split('\n')).toEqual([
      'Đăng ký thi đua, bước 3/6: Chỉ tiêu',
      'Nội dung “Cải cách hành chính”: đề nghị đồng chí nhập chỉ tiêu phấn đấu, có số và đơn vị tính.',
      'Ví dụ: 100% hồ sơ được giải quyết đúng hạn.',
    ])
    expect(asked?.buttons).toEqual(['Chọn tiêu chí', 'Bỏ qua', 'Quay lại', 'Lưu nháp', 'Hủy'])
  })

  test('by its focal point, with a list of people; its head approves', async () => {
    commune = await openCommune()
    const steps = ['/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9']
    const [asked] = await goes(commune.clerk, ...steps)
    expect(asked?.text).toContain('bước 5/6: Danh sách cá nhân')
    // The clause asks for the list, so it cannot be skipped.
    expect(asked?.buttons).not.toContain('Bỏ qua')
    const [receipt] = await goes(commune.clerk, 'Nguyễn Văn A, Chi hội trưởng; Trần Thị B', '[Gửi]')
    expect(receipt?.text).toContain('chờ đồng chí Chủ tịch Hội Nông dân xã duyệt')
    const [told] = await commune.head.hears()
    expect(told?.text).toMatch(/^Hội Nông dân xã gửi bản đăng ký, 1 nội dung, chờ đồng chí duyệt/)
    const [kept] = await registrations(commune.office)
    expect(kept).toMatchObject({
      subject: 'unit',
      personId: null,
      typedBy: commune.clerk.id,
      body: {
        people: [
          { name: 'Nguyễn Văn A', position: 'Chi hội trưởng' },
          { name: 'Trần Thị B', position: '' },
        ],
      },
    })
  })

  test('rows that repeat or name nobody are pointed out, and the rest is kept', async () => {
    commune = await openCommune()
    await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9')
    const [asked] = await commune.clerk.says('Nguyễn Văn A\nTrần Thị B\nnguyen van a\n12345')
    expect(asked?.text).toContain('Đã ghi 2 người.')
    expect(asked?.text).toContain('Dòng 3 “nguyen van a” trùng dòng 1')
    expect(asked?.text).toContain('Dòng 4 “12345” chưa có họ tên')
    const [preview] = await commune.clerk.presses('Tiếp tục')
    expect(preview?.text).toContain('Danh sách 2 người: Nguyễn Văn A; Trần Thị B')
  })

  test('the whole unit is taken with one button', async () => {
    commune = await openCommune()
    await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9')
    const [preview] = await commune.clerk.presses('Cả đơn vị (3)')
    expect(preview?.text).toContain('Danh sách 3 người: Lê Thị Hoa; Nguyễn Thị Lan (Hội viên); Y Bhôk Niê (Chủ tịch)')
  })

  test('a head’s own paper goes past the head, straight to the admin where there is none above', async () => {
    commune = await openCommune()
    const [receipt] = await goes(commune.head, '/dangky', '[Cho cá nhân]', ...toPreview.slice(1), '[Gửi]')
    expect(receipt?.text).toContain('chờ bộ phận thường trực xem xét, tiếp nhận.')
    expect(await commune.lan.hears()).toEqual([])
    const [told] = await commune.admin.hears()
    expect(told?.text).toContain('Đồng chí Y Bhôk Niê (Hội Nông dân xã) gửi bản đăng ký')
    expect(told?.buttons).toEqual(['Xem', 'Đề nghị sửa'])
  })
})

describe('choosing the plan', () => {
  const second = { shortName: 'chuyển đổi số 2024', draft: { title: 'Thi đua chuyển đổi số', number: '30/KH-UBND' } }

  test('with several the nearest deadline stands first', async () => {
    commune = await openCommune()
    await seedPlan(commune.office.database.store, {
      ...second,
      deadline: { on: '2024-04-03', lastDay: '2024-04-02' },
    })
    const [asked] = await commune.lan.says('đăng ký')
    expect(asked?.text.split('\n').slice(2)).toEqual([
      '1. Kế hoạch chuyển đổi số 2024: trước ngày 03/04/2024, gửi chậm nhất thứ Ba 02/04',
      '2. Kế hoạch thi đua 120 năm thành lập tỉnh: trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04',
    ])
    const [contents] = await commune.lan.says('chuyen doi so')
    expect(contents?.text).toContain('Kế hoạch chuyển đổi số 2024')
  })

  test.each(['/dangky 120 nam', 'dk 120 năm', 'đăng ký thi đua 120 năm', 'DK 120'])(
    '“%s” narrows it',
    async (typed) => {
      commune = await openCommune()
      await seedPlan(commune.office.database.store, second)
      const [asked] = await commune.lan.says(typed)
      expect(asked?.text).toContain('bước 1/5: Nội dung\nKế hoạch thi đua 120 năm thành lập tỉnh')
    },
  )

  test('words that fit no plan are answered with those there are', async () => {
    commune = await openCommune()
    await seedPlan(commune.office.database.store, second)
    const heard = await commune.lan.says('/dangky nông thôn mới')
    expect(textOf(heard)).toContain('Không có kế hoạch đang thực hiện nào khớp với “nông thôn mới”')
    expect(heard.at(-1)?.buttons.slice(0, 2)).toEqual(['Chọn 1', 'Chọn 2'])
  })

  test('with no plan in force that is said', async () => {
    commune = await openCommune()
    const change = { by: null, at: 0, planId: commune.plan.planId, status: 'closed' as const }
    await commune.office.database.store.plans.end(change)
    expect(textOf(await commune.lan.says('/dangky'))).toMatch(/^Hiện không có kế hoạch thi đua nào/)
  })

  test('who holds two places is asked for which', async () => {
    commune = await openCommune()
    const { store } = commune.office.database
    const unitId = (await store.units.all()).find(({ name }) => name === 'Văn phòng – thống kê xã')?.id ?? ''
    await store.people.addRole({ personId: commune.lan.id, unitId, role: 'official' }, Date.UTC(2024, 3, 1))
    const [asked] = await commune.lan.says('/dangky')
    expect(asked?.buttons.slice(0, 2)).toEqual(['Cho cá nhân, Hội Nông dân xã', 'Cho cá nhân, Văn phòng – thống kê xã'])
    await goes(commune.lan, '2', ...toPreview.slice(1), '[Gửi]')
    // The same content in the other capacity is another registration.
    const [receipt] = await goes(commune.lan, '/dangky', '1', ...toPreview.slice(1), '[Gửi]')
    expect(receipt?.text).toContain('DK-2024-0002')
  })
})

describe('what the plan asks for', () => {
  test('a clause that wants targets, days, titles and commendations has them asked for, without a way round', async () => {
    commune = await openCommune('2024-03-27T09:12:00+07:00', {
      deadline: {
        quote:
          'Đăng ký danh hiệu, hình thức khen thưởng, nội dung, chỉ tiêu, thời gian hoàn thành trước ngày 10/4/2024.',
      },
      draft: { commendations: [{ name: 'Giấy khen của Chủ tịch UBND xã', section: 'III.2' }] },
    })
    const [target] = await goes(commune.lan, '/dangky', '1', '[Tiếp tục]', '[Bỏ qua]')
    expect(target?.buttons).not.toContain('Bỏ qua')
    expect(textOf(await commune.lan.says('bỏ qua'))).toContain('không bỏ qua được')
    await goes(commune.lan, '100% hồ sơ', '30/9')
    const [commendation] = await commune.lan.says('Lao động tiên tiến')
    expect(commendation?.text).toContain('1. Giấy khen của Chủ tịch UBND xã')
    await goes(commune.lan, '1', '[Gửi]')
    const [kept] = await registrations(commune.office)
    expect(kept?.body).toMatchObject({
      title: 'Lao động tiên tiến',
      commendation: 'Giấy khen của Chủ tịch UBND xã',
    })
  })

  test('commendations that the plan lists are offered to individuals', async () => {
    commune = await openCommune('2024-03-27T09:12:00+07:00', {
      draft: { commendations: [{ name: 'Giấy khen', section: 'III.2' }] },
    })
    const [asked] = await goes(commune.lan, '/dangky', '1', '[Tiếp tục]', 'Việc')
    expect(asked?.text).toContain('bước 3/6: Chỉ tiêu')
    const [offered] = await goes(commune.lan, '[Bỏ qua]', '[Bỏ qua]')
    expect(offered?.buttons).toContain('Bỏ qua')
  })

  test('a plan without contents takes one’s own words', async () => {
    commune = await openCommune('2024-03-27T09:12:00+07:00', { draft: { contents: [], criteria: [], period: null } })
    const [asked] = await commune.lan.says('/dangky')
    expect(asked?.text).toContain('Đề nghị đồng chí gõ nội dung đăng ký')
    const [target] = await goes(commune.lan, 'Chuyển đổi số', '[Tiếp tục]', 'Việc')
    expect(target?.buttons).not.toContain('Chọn tiêu chí')
    const [day] = await commune.lan.says('02 sáng kiến')
    expect(day?.text).not.toContain('Thời gian thi đua')
    expect(textOf(await goes(commune.lan, '10/11', '[Gửi]'))).toContain('mã tra cứu DK-2024-0001')
  })
})

test('in English the same road, with names as they are', async () => {
  commune = await openCommune()
  const john = await commune.office.person('Hồ Văn John', { unit: 'Hội Nông dân xã', role: 'official', language: 'en' })
  const steps = ['/dangky', '1', '[Continue]', 'One-stop desk', '100% of files on time', 'end of September']
  const [preview] = await goes(john, ...steps)
  expect(preview?.text).toContain('Registration, step 5/5: Review')
  const [receipt] = await john.presses('Send')
  expect(receipt?.text).toContain('waits for Chủ tịch Hội Nông dân xã to approve it')
  expect(receipt?.text).not.toMatch(/comrade/i)
  const [told] = await commune.head.hears()
  expect(told?.text).toContain('Đồng chí Hồ Văn John (Hội Nông dân xã) gửi bản đăng ký')
})
