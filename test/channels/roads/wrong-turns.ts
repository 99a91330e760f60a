import { makeXlsx } from '../../documents/make-xlsx.ts'
import { makeTemplate } from '../../papers/templates/make-template.ts'
import { ofUnit, type Road, textFile, toPreview } from './road.ts'
import type { Scene } from './scene.ts'

const toTarget = toPreview.slice(0, 4)
const toFinishDay = toPreview.slice(0, 5)
const workbook = (name: string, rows: (string | number)[][]) => ({
  sends: async () => ({ name, bytes: await makeXlsx(rows) }),
})
const one = [['Họ và tên'], ['Lê Thị Hoa']]
/** To the last byte: a workbook has the second in it in which it was made. */
let bytesOfOne: Promise<Uint8Array> | undefined
const same = (name: string) => ({
  sends: async () => {
    bytesOfOne ??= makeXlsx(one)
    return { name, bytes: await bytesOfOne }
  },
})
const many = Array.from({ length: 2000 }, (_, row) => `${row + 1};Nguyễn Văn ${'ABCDEGHIKL'[row % 10]};Tổ ${row}`)
const photo = {
  sends: { name: 'anh.jpg', bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]) },
}
const hoaAlone = [{ state: 'waiting', body: { people: [{ name: 'Lê Thị Hoa' }] } }]

/** The agency's own form for a unit's registration, with mistakes in it. */
const wrongForm = {
  sends: async () => ({
    name: 'mau.docx',
    bytes: await makeTemplate(['{đơn vi xã} {kế hoạch}'], [['{#nội dung}{STT}', '{chỉ tiêu}']]),
  }),
}

export const wrongTurns: Road[] = [
  {
    say: 'targets without a number or a unit of measure',
    by: 'member',
    does: [...toTarget, 'làm tốt', '100', '02 sáng kiến', '30/9', '[Bỏ qua]', '[Gửi]'],
    hears: ['“làm tốt” chưa có số để đo kết quả.', '“100” được hiểu là số 100, chưa có đơn vị tính.'],
    keeps: [{ body: { items: [{ target: { value: 2 } }] } }],
  },
  {
    say: 'days that cannot be, are outside the period, or past',
    by: 'member',
    does: [...toFinishDay, '31/9', '16/10', '20/3/2024', 'sớm nhất', '30/9', '[Bỏ qua]', '[Gửi]'],
    hears: [
      'tháng 09 không có ngày này',
      'ngày này ngoài thời gian thi đua',
      'ngày này đã qua',
      'chưa được hiểu là một ngày',
    ],
    keeps: [{ body: { items: [{ finishDay: '2024-09-30' }] } }],
  },
  {
    say: 'a list of 2,000 people',
    by: 'clerk',
    does: [...ofUnit, textFile('ds.csv', `STT;Họ và tên;Chức vụ\n${many.join('\n')}`), '[Tiếp tục]', '[Gửi]'],
    hears: ['Đã đọc 2000 người từ tệp “ds.csv”.', 'và 1988 người khác'],
    keptIn: async (scene) => (await scene.registrations()).map(({ body }) => body.people.length),
    keeps: [2000],
  },
  {
    say: 'the same file twice',
    by: 'clerk',
    does: [...ofUnit, same('a.xlsx'), same('b.xlsx'), '[Tiếp tục]', '[Gửi]'],
    hears: ['“b.xlsx” đã được đọc trước đó; danh sách giữ nguyên.'],
    keeps: hoaAlone,
  },
  {
    say: 'wrong columns',
    by: 'clerk',
    does: [
      ...ofUnit,
      workbook('a.xlsx', [
        ['STT', 'Nội dung'],
        [1, 'Cải cách'],
      ]),
      workbook('b.xlsx', one),
      '[Tiếp tục]',
      '[Gửi]',
    ],
    hears: ['không có cột “Họ và tên”; các cột thấy được: “STT”, “Nội dung”.', 'Cần cột “Họ và tên”'],
    keeps: hoaAlone,
  },
  {
    say: 'rows that repeat and name nobody',
    by: 'clerk',
    does: [...ofUnit, 'Lê Thị Hoa\nle thi hoa\n12345', '[Tiếp tục]', '[Gửi]'],
    hears: ['Dòng 2 “le thi hoa” trùng dòng 1', 'Dòng 3 “12345” chưa có họ tên'],
    keeps: hoaAlone,
  },
  {
    say: 'a photo instead of a list',
    by: 'clerk',
    does: [...ofUnit, photo, 'Lê Thị Hoa', '[Gửi]'],
    hears: ['Ảnh chụp không đọc được thành danh sách'],
    keeps: hoaAlone,
  },
  {
    say: 'a workbook that is none',
    by: 'clerk',
    does: [...ofUnit, textFile('ds.xlsx', 'PK\x03\x04 xl/workbook'), 'Lê Thị Hoa', '[Gửi]'],
    hears: ['bị hỏng hoặc chưa tải lên đủ'],
    keeps: hoaAlone,
  },
  {
    say: 'a form of the agency that lacks a tag, then a right choice: the form of the house stays',
    by: 'admin',
    does: ['/mauvanban', '[Mẫu của đơn vị]', '[Gửi mẫu]', wrongForm, '[Hủy]'],
    hears: [
      '{đơn vi xã} không phải thẻ của mẫu này; gần nhất là {đơn vị}',
      '{#nội dung} chưa được đóng',
      'cần có {đơn vị}',
    ],
    keptIn: ({ store, rootId }) => store.paperTemplates.ofUnit(rootId),
    keeps: [],
  },
  {
    say: 'confirmed twice, and delivered twice',
    by: 'member',
    does: [...toPreview, '[Gửi]', async ({ stage }) => stage.rig.repeats(), '[Gửi]'],
    keeps: [{ state: 'waiting', version: 1 }],
  },
  {
    say: 'the plan withdrawn meanwhile',
    by: 'member',
    does: [...toPreview, (scene) => scene.end('withdrawn'), '[Gửi]'],
    hears: ['đã được thu hồi nên bản đăng ký chưa gửi được. Bản nháp vẫn được giữ'],
    keeps: [],
  },
  {
    say: 'the plan closed meanwhile',
    by: 'member',
    does: [...toPreview, (scene) => scene.end('closed'), '[Gửi]'],
    hears: ['đã kết thúc nên không nhận đăng ký nữa'],
    keeps: [],
  },
  {
    say: 'the same content once more',
    by: 'member',
    does: [...toPreview, '[Gửi]', '/dangky', 'cai cach hanh chinh', '[Hủy]'],
    hears: ['đồng chí đã đăng ký ở bản DK-2024-'],
    keeps: [{ state: 'waiting' }],
  },
  {
    say: 'a file, a sticker and words that are none in between',
    by: 'member',
    does: [...toTarget, photo, '...', '02 sáng kiến', '30/9', '[Bỏ qua]', '[Gửi]'],
    keeps: [{ body: { items: [{ target: { value: 2 } }] } }],
  },
  {
    say: 'cancelled: nothing is sent and nothing kept',
    by: 'member',
    does: [...toPreview, '[Hủy]', '/dangky'],
    hears: ['Đã hủy thao tác'],
    keeps: [],
  },
  {
    say: 'in one message, the target without a number',
    by: 'member',
    does: ['dk 120 năm; Cải cách hành chính; làm tốt', '02 sáng kiến', '[Gửi]'],
    keeps: [{ body: { items: [{ target: { value: 2 } }] } }],
  },
  {
    say: 'who may not approve is told who can',
    by: 'member',
    does: ['/duyet'],
    hears: ['Chỉ trưởng đơn vị'],
    keptIn: async (scene: Scene) => scene.registrations(),
    keeps: [],
  },
]
