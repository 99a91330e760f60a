import { goes } from '../../dialogs/commune.ts'
import { seedRegistration } from '../../store/seed-registration.ts'
import { type Road, textFile } from './road.ts'
import type { Scene } from './scene.ts'

const target = { value: 100, unit: '%', text: '100% hồ sơ đúng hạn' }
const item = { contentSection: 'II.1', content: 'Cải cách hành chính', work: 'Một cửa', target, finishDay: null }

/** The member's registration was taken in. */
async function registered({ store, planId, deadlines, unitId, idOf }: Scene) {
  const by = idOf('member')
  const of = { planId, deadlineId: deadlines.registration, unitId, personId: by, by }
  await seedRegistration(store, { ...of, body: { items: [item] }, state: 'received' })
}
const filled = ['/baocao', '98', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]']
const reported = async (scene: Scene) => {
  await registered(scene)
  await goes(scene.other('member'), ...filled, '[Gửi]')
}
const kept = (scene: Scene) => scene.reports()
const headReturns = (scene: Scene) => goes(scene.other('head'), '/duyet', '[Đề nghị sửa]', '[Thiếu minh chứng]')

export const reporting: Road[] = [
  {
    say: 'result, account and evidence',
    by: 'member',
    before: registered,
    does: [
      '/baocao',
      '98',
      'Đã rút còn 3 ngày',
      textFile('minh-chung.txt'),
      '[Tiếp tục]',
      '[Bỏ qua]',
      '[Bỏ qua]',
      '[Gửi]',
    ],
    hears: ['đạt 98% chỉ tiêu', 'mã tra cứu BC-2024-'],
    keptIn: kept,
    keeps: [
      {
        state: 'waiting',
        body: {
          items: [
            { result: { value: 98, unit: '%' }, account: 'Đã rút còn 3 ngày', evidence: [{ name: 'minh-chung.txt' }] },
          ],
        },
      },
    ],
  },
  {
    say: 'a result in words, and a proposal',
    by: 'member',
    before: registered,
    does: ['/baocao', '[Ghi bằng lời]', 'Cơ bản đúng hạn', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]'],
    hears: ['1 không tính tỷ lệ'],
    keptIn: kept,
    keeps: [{ body: { items: [{ result: { value: null, text: 'Cơ bản đúng hạn' } }] } }],
  },
  {
    say: 'as registered, in one choice',
    by: 'member',
    before: registered,
    does: ['/baocao', '[Đạt như đăng ký]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]'],
    keptIn: kept,
    keeps: [{ body: { items: [{ result: { value: 100, unit: '%' } }] } }],
  },
  {
    say: 'the head approves it',
    by: 'head',
    before: reported,
    does: ['/duyet', '[Duyệt]'],
    keptIn: kept,
    keeps: [{ state: 'approved' }],
  },
  {
    say: 'returned for evidence, which is added',
    by: 'member',
    before: registered,
    does: [
      ...[...filled, '[Gửi]', headReturns, '/baocao', '[Sửa]', '[Minh chứng]', textFile('quyet-dinh.txt')],
      ...['[Tiếp tục]', '[Gửi lại]'],
    ],
    hears: ['cần hoàn thiện: “chưa có minh chứng”'],
    keptIn: kept,
    keeps: [{ state: 'waiting', version: 2, body: { items: [{ evidence: [{ name: 'quyet-dinh.txt' }] }] } }],
  },
  {
    say: 'withdrawn',
    by: 'member',
    before: registered,
    does: [...filled, '[Gửi]', '[Rút báo cáo]', '[Rút báo cáo]'],
    keptIn: kept,
    keeps: [{ state: 'withdrawn' }],
  },
  {
    say: 'the admin takes it in with the signed paper',
    by: 'admin',
    async before(scene) {
      await reported(scene)
      await goes(scene.other('head'), '/duyet', '[Duyệt]')
    },
    does: ['/duyet', '[Nhận cả bản ký]'],
    keptIn: kept,
    keeps: [{ state: 'received', paper: 'received' }],
  },
  {
    say: 'the paper fetched',
    by: 'member',
    before: registered,
    does: [...filled, '[Gửi]', '[Tải báo cáo]'],
    keptIn: async ({ stage }) => [
      Buffer.from(await stage.fetches())
        .subarray(0, 2)
        .toString(),
    ],
    keeps: ['PK'],
  },
  {
    say: 'wrong turns: no number, another unit of measure, nothing, far too much; then right',
    by: 'member',
    before: registered,
    does: [
      '/baocao',
      'làm tốt',
      '3 mô hình',
      '…',
      '980',
      '[Nhập lại]',
      '98',
      '[Bỏ qua]',
      '[Bỏ qua]',
      '[Bỏ qua]',
      '[Bỏ qua]',
      '[Gửi]',
    ],
    hears: ['chưa có số để so với chỉ tiêu', 'không cùng đơn vị tính', 'Chưa có kết quả nào', 'bằng 980% chỉ tiêu'],
    keptIn: kept,
    keeps: [{ body: { items: [{ result: { value: 98 } }] } }],
  },
  {
    say: 'sent twice is one report',
    by: 'member',
    before: registered,
    does: [...filled, '[Gửi]', async ({ stage }) => stage.rig.repeats(), '[Gửi]'],
    keptIn: kept,
    keeps: [{ state: 'waiting', version: 1 }],
  },
]
