import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/domain/plan.ts'
import { readSmallPlan } from './read-small-plan.ts'

/** One clause under "Tổ chức thực hiện", as most deadlines stand. */
const clause = (text: string, facts = {}) => readSmallPlan(`I. TỔ CHỨC THỰC HIỆN\n\n1. ${text}\n`, facts).deadlines
const dated = (list: Deadline[]) =>
  list.filter(({ on, recurrence, offset, event }) => on ?? recurrence ?? offset ?? event)
const say = (one: Deadline) => [one.kind, one.relation, one.on, one.section].filter(Boolean).join(' ')

// biome-ignore format: a table keeps its columns
const kinds: [string, string][] = [
  ['Các phòng gửi bản đăng ký thi đua về Văn phòng trước ngày 20/4/2025.', 'registration'],
  ['Các thôn lập danh sách cá nhân đăng ký danh hiệu, gửi về Ủy ban nhân dân xã trước ngày 20/4/2025.', 'registration'],
  ['Các hạt kiểm lâm đăng ký chỉ tiêu thi đua gửi về Phòng Kế hoạch - Tài chính trước ngày 20/4/2025.', 'registration'],
  ['Các đơn vị gửi hồ sơ đề nghị khen thưởng về Sở Nội vụ trước ngày 20/4/2025.', 'commendation_dossier'],
  ['Các đơn vị bình xét, đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen trước ngày 20/4/2025.', 'commendation_dossier'],
  ['Các cá nhân nộp báo cáo sáng kiến về Hội đồng sáng kiến trước ngày 20/4/2025.', 'commendation_dossier'],
  ['Văn phòng tổ chức tổng kết đợt thi đua trong tháng 12/2025.', 'final_review'],
  ['Văn phòng tổ chức sơ kết đợt thi đua trong tháng 6/2025.', 'interim_review'],
  ['Văn phòng tổ chức lễ phát động đợt thi đua vào ngày 15/4/2025.', 'launch'],
  ['Các khối tổ chức ký giao ước thi đua trong tháng 4/2025.', 'launch'],
  ['Các phòng báo cáo kết quả thực hiện về Văn phòng trước ngày 20/4/2025.', 'report'],
  ['Các phòng gửi báo cáo tổng kết về Văn phòng trước ngày 20/12/2025.', 'report'],
  ['Các xã gửi kế hoạch triển khai về Sở Nội vụ trước ngày 20/4/2025.', 'report'],
  ['Các phòng báo cáo kết quả thực hiện nội dung đã đăng ký, gửi Văn phòng trước ngày 20/11/2025.', 'report'],
  ['Hồ sơ gồm tờ trình, biên bản, báo cáo thành tích; gửi Văn phòng trước ngày 20/9/2025.', 'commendation_dossier'],
  ['Các chi bộ tổ chức phát động trong tháng 6/2025.', 'launch'],
  ['Văn phòng kiểm tra việc thực hiện kế hoạch trong tháng 8/2025.', 'other'],
]

describe('what a deadline asks for', () => {
  it.each(kinds)('%s', (text, kind) => {
    expect(dated(clause(text)).map((one) => one.kind)).toEqual([kind])
  })
})

// biome-ignore format: a table keeps its columns
const people: [string, string | null, string | null][] = [
  ['Giao Phòng Nội vụ tổng hợp kết quả, báo cáo Ủy ban nhân dân huyện trước ngày 20/4/2025.', 'Phòng Nội vụ', 'Ủy ban nhân dân huyện'],
  ['Đề nghị Ủy ban Mặt trận Tổ quốc xã gửi báo cáo về Ủy ban nhân dân xã (qua Văn phòng) trước ngày 20/4/2025.', 'Ủy ban Mặt trận Tổ quốc xã', 'Ủy ban nhân dân xã (qua Văn phòng)'],
  ['Trưởng các thôn, buôn và cán bộ, công chức xã đăng ký (bằng văn bản) gửi về Hội đồng Thi đua - Khen thưởng xã trước ngày 20/4/2025 để tổng hợp gửi Ủy ban nhân dân huyện.', 'Trưởng các thôn, buôn và cán bộ, công chức xã', 'Hội đồng Thi đua - Khen thưởng xã'],
  ['Trước ngày 20/4/2025: Các chi bộ gửi danh sách về Văn phòng Đảng ủy.', 'Các chi bộ', 'Văn phòng Đảng ủy'],
  ['Các cụm, khối thi đua ký kết giao ước trong tháng 4/2025.', 'Các cụm, khối thi đua', null],
  ['Văn phòng theo dõi, báo cáo Thường trực Hội đồng nhân dân (trước ngày 30/9/2025).', 'Văn phòng', 'Thường trực Hội đồng nhân dân'],
  ['Kết thúc đợt thi đua, các đơn vị báo cáo kết quả về Sở Tư pháp trước ngày 20/12/2025.', 'các đơn vị', 'Sở Tư pháp'],
  ['Báo cáo kết quả trước ngày 15 hằng tháng về Văn phòng Sở.', null, 'Văn phòng Sở'],
  ['Phòng Nội vụ đề nghị các đơn vị gửi hồ sơ khen thưởng về Phòng Nội vụ trước ngày 20/4/2025.', 'các đơn vị', 'Phòng Nội vụ'],
  ['Sở Tư pháp yêu cầu các xã, phường báo cáo Sở Tư pháp trước ngày 20/4/2025.', 'các xã, phường', 'Sở Tư pháp'],
  ['Gửi báo cáo về Sở Tư pháp trước ngày 20/12/2025.', null, 'Sở Tư pháp'],
  ['Văn phòng chủ trì, phối hợp với các phòng chuyên môn tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2025.', 'Văn phòng, phối hợp với các phòng chuyên môn', 'Ủy ban nhân dân tỉnh'],
]

describe('several reports of one sentence', () => {
  it('each is what its own words say', () => {
    const list = dated(
      clause(
        'Các đơn vị gửi báo cáo sơ kết về Văn phòng trước ngày 05/7/2025 và báo cáo tổng kết trước ngày 05/12/2025.',
      ),
    )
    expect(list.map(({ kind, on }) => [kind, on])).toEqual([
      ['report', '2025-07-05'],
      ['report', '2025-12-05'],
    ])
  })
})

describe('sơ kết and tổng kết of one sentence', () => {
  it('each has its own time', () => {
    const list = dated(clause('Văn phòng tham mưu tổ chức sơ kết vào tháng 9/2025, tổng kết trong tháng 12/2025.'))
    expect(list.map(({ kind, on }) => [kind, on])).toEqual([
      ['interim_review', '2025-09-30'],
      ['final_review', '2025-12-31'],
    ])
  })
  it('a part that only says by when asks for what stands before it', () => {
    const list = dated(clause('Văn phòng thẩm định hồ sơ, trình khen thưởng; hoàn thành trước 30/11/2025.'))
    expect(list.map(({ kind, actor, task }) => [kind, actor, task])).toEqual([
      ['commendation_dossier', 'Văn phòng', 'Văn phòng thẩm định hồ sơ, trình khen thưởng'],
    ])
  })
})

describe('who acts and to whom it goes', () => {
  it.each(people)('%s', (text, actor, recipient) => {
    expect(dated(clause(text)).map((one) => [one.actor, one.recipient])).toEqual([[actor, recipient]])
  })

  it('dashes below an order are for the one who is ordered', () => {
    const { deadlines } = readSmallPlan(
      'I. TỔ CHỨC THỰC HIỆN\n\n1. Giao Phòng Tổ chức thực hiện các việc sau:\n\n- Tổng hợp đăng ký thi đua, gửi Sở Nội vụ trước ngày 05/5/2025.\n\n- Rà soát hồ sơ.\n',
    )
    expect(deadlines.find(({ on }) => on)?.actor).toBe('Phòng Tổ chức')
  })

  it('who issues the plan is not who acts', () => {
    const [one] = readSmallPlan(
      'UBND xã thông báo các nội dung như sau:\n\n1. Danh sách gửi trước ngày 05/5/2025.\n',
    ).deadlines
    expect([one?.on, one?.actor]).toEqual(['2025-05-05', null])
  })

  it('without anyone named, nobody is bound', () => {
    const { deadlines } = readSmallPlan(
      'I. THỜI GIAN THỰC HIỆN\n\n- Thời gian phát động thi đua: Trong tháng 4/2025.\n',
    )
    expect(deadlines.map(({ actor, kind, on }) => [actor, kind, on])).toEqual([[null, 'launch', '2025-04-30']])
  })
})

describe('one task, one deadline', () => {
  it('a span is one deadline, from first to last', () => {
    const [one, ...rest] = dated(clause('Từ ngày 05/5/2025 đến ngày 20/5/2025, các đơn vị tự kiểm tra việc thực hiện.'))
    expect(one).toMatchObject({ relation: 'during', from: '2025-05-05', on: '2025-05-20', lastDay: '2025-05-20' })
    expect(rest).toEqual([])
  })
  it('several tasks in one sentence are several', () => {
    const list = clause(
      'Các đơn vị gửi bản đăng ký về Văn phòng trước ngày 20/4/2025; gửi báo cáo kết quả về Văn phòng trước ngày 20/12/2025.',
    )
    expect(dated(list).map(say)).toEqual(['registration before 2025-04-20 I.1', 'report before 2025-12-20 I.1'])
  })
  it('a second limit for special cases is a deadline of its own', () => {
    const list = dated(
      clause('Các đơn vị gửi báo cáo về Văn phòng trước ngày 20/4/2025, trường hợp đặc biệt không quá ngày 25/4/2025.'),
    )
    expect(list.map(({ on, exceptional }) => [on, exceptional])).toEqual([
      ['2025-04-20', false],
      ['2025-04-25', true],
    ])
  })
  it('also where it stands in a part of its own', () => {
    const list = dated(
      clause('Các đơn vị gửi báo cáo về Văn phòng trước ngày 20/4/2025; trường hợp đặc biệt chậm nhất ngày 25/4/2025.'),
    )
    expect(list.map(({ kind, on, exceptional }) => [kind, on, exceptional])).toEqual([
      ['report', '2025-04-20', false],
      ['report', '2025-04-25', true],
    ])
  })
  it('a time in a line of its own asks what its heading says', () => {
    const { deadlines } = readSmallPlan(
      'I. HOẠT ĐỘNG\n\n1. Tổng kết phong trào thi đua\n\n- Nội dung: đánh giá kết quả.\n\n- Thời gian: Hoàn thành trước ngày 10/12/2025.\n',
    )
    expect(dated(deadlines).map(say)).toEqual(['final_review before 2025-12-10 I.1'])
  })
})

describe('what is no deadline', () => {
  // biome-ignore format: a table keeps its columns
  const decoys: [string, string][] = [
    ['a day of a cited document', 'Thực hiện Kế hoạch số 45/KH-UBND ngày 12/02/2025 của Ủy ban nhân dân huyện, các đơn vị đẩy mạnh thi đua.'],
    ['an anniversary', 'Các đơn vị thi đua lập thành tích chào mừng kỷ niệm ngày thành lập (15/5/1975 - 15/5/2025).'],
    ['a year that names an aim', 'Các đơn vị phấn đấu hoàn thành thắng lợi nhiệm vụ năm 2025, giải ngân vốn đầu tư công năm 2025 đạt 100%.'],
    ['a goal with a year', 'Phấn đấu đến hết năm 2025 tỷ lệ hồ sơ trực tuyến đạt 95%.'],
    ['what is past', 'Hội nghị ngày 05/01/2025 đã thống nhất phát động đợt thi đua.'],
    ['data collected', 'Kết quả tính đến ngày 30/9/2025 là cơ sở bình xét.'],
    ['a campaign by name', 'Các đơn vị hưởng ứng phong trào “Cả nước chung tay từ ngày 01/4/2025 đến ngày 30/4/2025”.'],
    ['a goal with a day', 'Phấn đấu trước ngày 30/6/2025 có 100% hộ dân đăng ký.'],
    ['who may take part', 'Các đơn vị thành lập trước ngày 01/7/2025 được tham gia.'],
    ['history', 'Người có công trước năm 1945 được xét tặng.'],
    ['a meeting that is cited', 'Thực hiện kết luận tại Hội nghị ngày 15/5/2025, các đơn vị khẩn trương triển khai.'],
    ['effect', 'Kế hoạch này có hiệu lực từ ngày 15/3/2025.'],
  ]
  it.each(decoys)('%s', (_say, text) => {
    expect(clause(text).filter(({ on, from }) => on ?? from)).toEqual([])
  })
  it('a time among criteria', () => {
    const { deadlines } = readSmallPlan(
      'I. TIÊU CHUẨN KHEN THƯỞNG\n\n- Có thành tích từ ngày 01/4/2025 đến ngày 30/9/2025.\n',
    )
    expect(deadlines).toEqual([])
  })
  it('the ends of the campaign', () => {
    const { deadlines, period } = readSmallPlan(
      'I. THỜI GIAN THI ĐUA\n\nĐợt thi đua được tổ chức từ ngày 01/4/2025 đến ngày 30/9/2025.\n',
    )
    expect([period.start, period.end]).toEqual(['2025-04-01', '2025-09-30'])
    expect(deadlines).toEqual([])
  })
})

describe('what stands around a deadline', () => {
  it('in writing', () => {
    expect(dated(clause('Các phòng đăng ký bằng văn bản gửi Văn phòng trước ngày 20/4/2025.'))[0]?.written).toBe(true)
    expect(
      dated(clause('Các phòng gửi bản đăng ký có ký, đóng dấu về Văn phòng trước ngày 20/4/2025.'))[0]?.written,
    ).toBe(true)
    expect(dated(clause('Các phòng đăng ký, gửi Văn phòng trước ngày 20/4/2025.'))[0]?.written).toBe(false)
  })
  it('missed already: told in a letter that urges', () => {
    const list = dated(
      clause('Thời gian gửi báo cáo trước ngày 25/02/2025, tuy nhiên đến nay còn 05 đơn vị chưa gửi báo cáo.'),
    )
    expect(list.map(({ on, expired }) => [on, expired])).toEqual([['2025-02-25', true]])
  })
  it('called off', () => {
    const list = dated(clause('Theo kế hoạch, hội thi được tổ chức trong Quý I và Quý II năm 2025; nay tạm dừng.'))
    expect(list.every(({ cancelled }) => cancelled)).toBe(true)
  })
  it('called off in the sentence after', () => {
    const list = dated(
      clause('Hội thi được tổ chức trong tháng 5/2025. Do thiên tai, hội thi tạm hoãn đến khi có thông báo mới.'),
    )
    expect(list[0]).toMatchObject({ on: '2025-05-31', cancelled: true })
  })
  it('a bare day before the issue tells of what was', () => {
    expect(clause('Kết quả họp xét công bố ngày 05/01/2025 được niêm yết.')).toEqual([])
  })
  it('the quote is the part of the sentence, the section its clause', () => {
    const [one] = dated(clause('Các phòng quán triệt kế hoạch; gửi báo cáo về Văn phòng trước ngày 20/4/2025.'))
    expect(one).toMatchObject({
      section: 'I.1',
      quote: 'gửi báo cáo về Văn phòng trước ngày 20/4/2025.',
      actor: 'Các phòng',
    })
  })
  it('days counted from the issue are reckoned, working days are left to a calendar', () => {
    const [issue] = dated(
      clause('Các phòng gửi kế hoạch về Văn phòng trong vòng 10 ngày kể từ ngày ban hành kế hoạch.'),
    )
    expect(issue).toMatchObject({ on: '2025-03-20', lastDay: '2025-03-20', offset: { days: 10, from: 'issue' } })
    const [working] = dated(
      clause('Các phòng gửi kế hoạch về Văn phòng trong vòng 10 ngày làm việc kể từ ngày ban hành kế hoạch.'),
    )
    expect(working).toMatchObject({ on: null, precision: 'event' })
  })
  it('a day set by another document waits for it', () => {
    const [one] = clause('Thời gian gửi báo cáo: thực hiện theo khoản 3 Mục V Kế hoạch số 45/KH-UBND ngày 12/02/2025.')
    expect(one).toMatchObject({
      kind: 'report',
      on: null,
      reference: { number: '45/KH-UBND', date: '2025-02-12', clause: 'khoản 3 Mục V' },
      reason: 'reference_unread',
    })
    expect(one?.confidence).toBeLessThan(0.8)
  })
})

describe('what contradicts itself keeps its day, is doubted and warned of', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string | null, string][] = [
    ['a weekday that does not fit', 'Tổ chức tổng kết ngày 18/8/2025 (thứ Sáu).', '2025-08-18', 'weekday_mismatch'],
    ['a day that cannot be', 'Các phòng gửi báo cáo về Văn phòng trước ngày 31/4/2025.', null, 'impossible_day'],
    ['a year far from the issue', 'Các phòng gửi báo cáo về Văn phòng trước ngày 20/4/2026.', '2026-04-20', 'year_contradicts'],
  ]
  it.each(cases)('%s', (_say, text, on, code) => {
    const read = readSmallPlan(`I. TỔ CHỨC THỰC HIỆN\n\n1. ${text}\n`)
    const one = read.deadlines[0]
    expect([one?.on, one?.reason]).toEqual([on, code])
    expect(one?.confidence).toBeLessThan(0.8)
    expect(read.warnings.map((warning) => warning.code)).toEqual([code])
  })
  it('a row of days of which one has last year', () => {
    const read = readSmallPlan(
      'I. LỊCH TẬP HUẤN\n\n- Ngày 05/01/2025: Văn phòng.\n\n- Ngày 06/01/2026: Phòng Nội vụ.\n',
      { issuedOn: '2025-12-01' },
    )
    expect(read.deadlines.map(({ on, reason }) => [on, reason])).toEqual([
      ['2025-01-05', 'year_contradicts'],
      ['2026-01-06', null],
    ])
  })
  it('a plan of which neither issue nor period is known', () => {
    const [one] = clause('Các phòng gửi báo cáo về Văn phòng trước ngày 20/4.', { issuedOn: null })
    expect([one?.on, one?.reason]).toEqual([null, 'year_unknown'])
  })
})

describe('rounds', () => {
  it('"hằng năm" in the heading makes a round of the days below', () => {
    const { deadlines } = readSmallPlan(
      'I. CHẾ ĐỘ BÁO CÁO HẰNG NĂM\n\n1. Các phòng gửi báo cáo về Văn phòng trước ngày 05/12.\n',
    )
    expect(deadlines.map(({ on, recurrence }) => [on, recurrence?.month, recurrence?.day])).toEqual([[null, 12, 5]])
  })
  it('a day of every month', () => {
    const [one] = clause('Sở Xây dựng theo dõi, định kỳ ngày 20 hằng tháng báo cáo Ủy ban nhân dân tỉnh.')
    expect(one).toMatchObject({ kind: 'report', relation: 'on', recurrence: { every: 'month', day: 20 } })
  })
  it('in a circular a day without a year is a round', () => {
    const list = clause('Các đơn vị gửi báo cáo về Vụ Tổ chức trước ngày 05/12.', { docType: 'circular' })
    expect(list.map(({ on, lastDay, recurrence }) => [on, lastDay, recurrence?.month])).toEqual([[null, null, 12]])
  })
  it('an order without a day that comes round', () => {
    const [one] = clause('Sở Tư pháp báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện hằng năm theo quy định.')
    expect(one).toMatchObject({ kind: 'report', on: null, recurrence: { every: 'year', month: null, day: null } })
  })
})

describe('ordered without a day', () => {
  it('a report, reviews and a dossier, one of each kind for a clause', () => {
    const list = clause(
      'Thủ trưởng các cơ quan tổ chức kiểm tra, sơ kết, tổng kết và đề nghị khen thưởng kịp thời; định kỳ báo cáo gửi về Phòng Nội vụ theo quy định; báo cáo kết quả về Phòng Nội vụ.',
    )
    expect(list.map(({ kind }) => kind)).toEqual(['commendation_dossier', 'final_review', 'interim_review', 'report'])
    expect(list.every(({ on, precision, section }) => on === null && precision === 'none' && section === 'I.1')).toBe(
      true,
    )
  })
  it('not where the same body has a dated one of that kind', () => {
    const list = clause(
      'Phòng Nội vụ báo cáo Ủy ban nhân dân huyện theo quy định. Phòng Nội vụ báo cáo Ủy ban nhân dân huyện trước ngày 20/12/2025.',
    )
    expect(list.map(({ on }) => on)).toEqual(['2025-12-20'])
  })
  it('only from sections that assign work', () => {
    expect(readSmallPlan('I. MỤC ĐÍCH\n\n1. Thực hiện tốt việc sơ kết, tổng kết và báo cáo.\n').deadlines).toEqual([])
  })
  it('not the courtesy at the end', () => {
    expect(clause('Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị báo cáo về Văn phòng.')).toEqual([])
  })
})
