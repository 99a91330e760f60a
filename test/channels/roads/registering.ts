import { expect } from 'vitest'
import { makeXlsx } from '../../documents/make-xlsx.ts'
import { seedRegistration } from '../../store/seed-registration.ts'
import { ofUnit, type Road, textFile, toPreview } from './road.ts'
import type { Scene } from './scene.ts'

const first = { content: 'Cải cách hành chính', target: { value: 100, unit: '%' }, finishDay: '2024-09-30' }
const yearly = {
  deadline: {
    quote: 'Các đơn vị đăng ký danh hiệu thi đua, hình thức khen thưởng năm 2024 trước ngày 10/4/2024.',
    written: false,
  },
}

/** Last year's plan, over, with a registration of the member. */
async function lastYear({ store, unitId, publish, idOf }: Scene) {
  const { planId } = await publish('thi đua năm trước')
  await seedRegistration(store, { planId, unitId, personId: idOf('member'), by: idOf('member') })
  await store.plans.end({ by: null, at: 0, planId, status: 'closed' })
}

export const registering: Road[] = [
  {
    say: 'by campaign, for oneself',
    by: 'member',
    does: [...toPreview, '[Gửi]'],
    hears: ['Đã gửi bản đăng ký', 'mã tra cứu DK-2024-'],
    keeps: [{ state: 'waiting', subject: 'person', late: false, body: { items: [first] } }],
  },
  {
    say: 'two contents, one in one’s own words, skipping what is not asked for',
    by: 'member',
    does: [
      '/dangky',
      '1',
      'Tuyến đường hoa',
      '[Tiếp tục]',
      'Việc',
      '[Bỏ qua]',
      '[Bỏ qua]',
      '[Bỏ qua]',
      '2 km',
      '30/8',
      '[Bỏ qua]',
      '[Gửi]',
    ],
    keeps: [
      {
        body: {
          items: [
            { content: 'Cải cách hành chính', work: 'Việc', target: null, finishDay: null },
            { content: 'Tuyến đường hoa', work: '', target: { value: 2 }, finishDay: '2024-08-30' },
          ],
        },
      },
    ],
  },
  {
    say: 'for the year',
    by: 'member',
    wish: yearly,
    does: ['/dangky', '2', 'Giấy khen của Chủ tịch UBND xã', '[Gửi]'],
    hears: ['bước 1/3: Danh hiệu'],
    keeps: [
      {
        body: {
          shape: 'yearly',
          title: 'Chiến sĩ thi đua cơ sở',
          commendation: 'Giấy khen của Chủ tịch UBND xã',
          items: [],
        },
      },
    ],
  },
  {
    say: 'for the unit, its people pasted',
    by: 'clerk',
    does: [...ofUnit, 'Nguyễn Văn A, Chi hội trưởng; Trần Thị B', '[Gửi]'],
    keeps: [
      {
        subject: 'unit',
        personId: null,
        body: {
          people: [
            { name: 'Nguyễn Văn A', position: 'Chi hội trưởng' },
            { name: 'Trần Thị B', position: '' },
          ],
        },
      },
    ],
  },
  {
    say: 'for the unit, its people from a workbook',
    by: 'clerk',
    does: [
      ...ofUnit,
      {
        sends: async () => ({
          name: 'danh-sach.xlsx',
          bytes: await makeXlsx([
            ['STT', 'Họ và tên', 'Chức vụ'],
            [1, 'Lê Thị Hoa', 'Chi hội trưởng'],
            [2, 'Nguyễn Thị Lan', ''],
          ]),
        }),
      },
      '[Tiếp tục]',
      '[Gửi]',
    ],
    hears: ['Đã đọc 2 người từ tệp “danh-sach.xlsx”'],
    keeps: [{ subject: 'unit', body: { people: [{ name: 'Lê Thị Hoa' }, { name: 'Nguyễn Thị Lan' }] } }],
  },
  {
    say: 'for a colleague',
    by: 'clerk',
    does: ['/dangky', '[Cho người khác]', 'lan', ...toPreview.slice(1), '[Gửi]'],
    hears: ['Người lập: đồng chí Lê Thị Hoa'],
    keptIn: async (scene) => {
      expect((await scene.other('member').hears()).map(({ text }) => text).join()).toContain('giúp đồng chí')
      return (await scene.registrations()).map(({ personId, typedBy }) => [
        personId === scene.idOf('member'),
        typedBy === scene.idOf('clerk'),
      ])
    },
    keeps: [[true, true]],
  },
  {
    say: 'in one message',
    by: 'clerk',
    does: ['DK 120 năm\nCải cách hành chính\n100% hồ sơ đúng hạn\nNguyễn Văn A; Trần Thị B', '[Gửi]'],
    keeps: [
      {
        subject: 'unit',
        body: {
          items: [{ content: 'Cải cách hành chính', target: { value: 100 } }],
          people: [{ name: 'Nguyễn Văn A' }, { name: 'Trần Thị B' }],
        },
      },
    ],
  },
  {
    say: 'from last year’s',
    by: 'member',
    before: lastYear,
    does: ['/dangky', '[Dùng bản cũ]', '[Chọn 1]', '[Tiếp tục]', '[Bỏ qua]', '[Gửi]'],
    keeps: [{ body: { items: [{ content: 'Cải cách hành chính', work: 'Rút ngắn thời gian giải quyết hồ sơ' }] } }],
  },
  {
    say: 'with a file',
    by: 'member',
    does: [...toPreview, '[Đính kèm]', textFile('bien-ban.txt'), '[Tiếp tục]', '[Gửi]'],
    hears: ['Tệp đính kèm: bien-ban.txt'],
    keptIn: async (scene) => {
      const [kept] = await scene.registrations()
      const bytes = await scene.office.files.bytes(kept?.body.attachments[0]?.hash ?? '')
      return [kept?.body.attachments[0]?.name, Buffer.from(bytes ?? []).toString()]
    },
    keeps: ['bien-ban.txt', 'Biên bản họp chi hội'],
  },
  {
    say: 'saved as a draft and taken up',
    by: 'member',
    does: [...toPreview.slice(0, 4), '[Lưu nháp]', 'đăng ký', '[Làm tiếp]', ...toPreview.slice(4), '[Gửi]'],
    keeps: [{ state: 'waiting', body: { items: [first] } }],
  },
  {
    say: 'and changed',
    by: 'member',
    does: [...toPreview, '[Gửi]', '[Sửa]', '[Sửa]', '[Ngày hoàn thành]', '15/8', '[Gửi lại]'],
    keeps: [{ state: 'waiting', version: 2, body: { items: [{ ...first, finishDay: '2024-08-15' }] } }],
  },
  {
    say: 'and withdrawn',
    by: 'member',
    does: [...toPreview, '[Gửi]', '[Rút đăng ký]', '[Rút đăng ký]'],
    keeps: [{ state: 'withdrawn', version: 1 }],
  },
  {
    say: 'and the paper fetched',
    by: 'member',
    does: [...toPreview, '[Gửi]', '[Tải bản đăng ký]'],
    keptIn: async ({ stage }) => [
      Buffer.from(await stage.fetches())
        .subarray(0, 2)
        .toString(),
    ],
    keeps: ['PK'],
  },
]
