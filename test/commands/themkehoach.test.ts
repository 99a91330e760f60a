import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agencyKey } from '../../src/domain/agency.ts'
import { type Heard, type Office, openOffice, type Speaker } from '../chat/office.ts'
import { bytesOf, planText } from '../dialogs/plan-texts.ts'

let office: Office
let admin: Speaker
let official: Speaker

const last = (heard: Heard[]): Heard => heard.at(-1) ?? { text: '', buttons: [], attachment: null, edited: false }
const file = { name: 'ke-hoach.txt', mime: 'text/plain', bytes: bytesOf(planText()) }

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-05T08:00:00+07:00' })
  const agency = { name: 'UBND xã Ea Mẫu', office: 'Văn phòng HĐND và UBND xã', phone: '0262 000 001' }
  await office.database.store.settings.set(agencyKey, agency)
  admin = await office.person('Lê Thị Hồng', { unit: 'UBND xã Ea Mẫu', role: 'admin' })
  official = await office.person('Đinh Thị Mai', { unit: 'Phòng Kinh tế', parent: 'UBND xã Ea Mẫu' })
})
afterEach(() => office.close())

describe('/themkehoach', () => {
  it.each(['/themkehoach', '/napkehoach', 'thêm kế hoạch', 'Nạp kế hoạch', 'them ke hoach'])(
    '“%s” asks for the file',
    async (say) => {
      const heard = last(await admin.says(say))
      expect(heard.text).toContain('Đề nghị đồng chí gửi tệp kế hoạch')
      expect(heard.buttons).toEqual(['Lưu nháp', 'Hủy'])
    },
  )

  it('is refused to others with one sentence that says who can', async () => {
    expect(last(await official.says('/themkehoach')).text).toBe(
      'Chỉ bộ phận thường trực thi đua, khen thưởng được thêm kế hoạch; tại UBND xã Ea Mẫu là Văn phòng HĐND và UBND xã. Đồng chí có kế hoạch mới, đề nghị chuyển cho bộ phận thường trực.',
    )
  })

  it('a file from somebody else is not taken', async () => {
    const heard = last(await official.sends(file))
    expect(heard.text).toContain('Hệ thống chưa cần tệp ở bước này')
  })

  it('a stranger learns only how to get a code', async () => {
    expect(last(await office.stranger('Khách').says('/themkehoach')).text).not.toContain('tệp kế hoạch')
  })

  it('a review left half done is offered first; dropped only when asked', async () => {
    await admin.sends(file)
    await admin.presses('Rà từng mốc')
    await admin.says('/kehoach')
    const offered = last(await admin.says('/themkehoach'))
    expect(offered.text).toContain('Đồng chí đang rà soát một kế hoạch chưa công bố.')
    expect(offered.buttons).toEqual(['Làm tiếp', 'Bỏ, làm mới'])
    expect(last(await admin.presses('Làm tiếp')).text).toContain('Mốc 1/3')
    await admin.says('/themkehoach')
    expect(last(await admin.presses('Bỏ, làm mới')).text).toContain('gửi tệp kế hoạch')
  })

  it('in English', async () => {
    const anna = await office.person('Anna Nguyen', { unit: 'UBND xã Ea Mẫu', role: 'admin', language: 'en' })
    expect(last(await anna.says('/themkehoach')).text).toContain('Please send the plan as a file')
    expect(last(await anna.sends(file)).text.split('\n')[0]).toBe('3 deadlines found, all clear.')
  })
})
