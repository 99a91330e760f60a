import { goes } from '../../dialogs/commune.ts'
import { type Road, toPreview } from './road.ts'
import type { Part, Scene } from './scene.ts'

/** The member (or others too) has sent a registration. */
const sent =
  (...parts: Part[]) =>
  async (scene: Scene) => {
    for (const part of parts) await goes(scene.other(part), ...toPreview, '[Gửi]')
  }
const approved = async (scene: Scene) => {
  await sent('member')(scene)
  await goes(scene.other('head'), '/duyet', '[Duyệt]')
}
const headReturns = (scene: Scene) => goes(scene.other('head'), '/duyet', '[Đề nghị sửa]', '[Thiếu số]')
const headApproves = (scene: Scene) => goes(scene.other('head'), '/duyet', '[Duyệt]')
const code = async (scene: Scene) => (await scene.registrations())[0]?.code ?? ''
const auditOf = async (scene: Scene) => {
  const [one] = await scene.registrations()
  return (await scene.store.audit.about(`registration:${one?.id}`)).map(({ action }) => action)
}

export const approving: Road[] = [
  {
    say: 'the head approves',
    by: 'head',
    before: sent('member'),
    does: ['/duyet', '[Duyệt]'],
    hears: ['Đã duyệt bản đăng ký DK-2024-'],
    keeps: [{ state: 'approved' }],
  },
  {
    say: 'the head looks first, and goes from one to the next',
    by: 'head',
    before: sent('member', 'second'),
    does: ['/duyet', '[Tiếp theo]', '[Xem]', '[Duyệt]'],
    keeps: [{ state: 'waiting' }, { state: 'approved' }],
  },
  {
    say: 'the head returns it with a reason picked',
    by: 'head',
    before: sent('member'),
    does: ['/duyet', '[Đề nghị sửa]', '[Thiếu số]'],
    keeps: [{ state: 'returned', returnReason: 'chỉ tiêu chưa có số' }],
  },
  {
    say: 'the head returns it with a reason typed',
    by: 'head',
    before: sent('member'),
    does: ['/duyet', '[Đề nghị sửa]', '...', 'chỉ tiêu 2 chưa rõ'],
    hears: ['nêu lý do bằng chữ'],
    keeps: [{ state: 'returned', returnReason: 'chỉ tiêu 2 chưa rõ' }],
  },
  {
    say: 'the head approves all that are plain at once',
    by: 'head',
    before: sent('member', 'second'),
    does: ['/duyet', '[Duyệt cả 2 bản]', '[Duyệt 2 bản]'],
    keeps: [{ state: 'approved' }, { state: 'approved' }],
  },
  {
    say: 'the member hears of the return, completes and sends again',
    by: 'member',
    does: [...toPreview, '[Gửi]', headReturns, '[Sửa]', '[Sửa]', '[Chỉ tiêu]', '02 sáng kiến', '[Gửi lại]'],
    hears: ['cần hoàn thiện: “chỉ tiêu chưa có số”'],
    keeps: [{ state: 'waiting', version: 2, body: { items: [{ target: { value: 2 } }] } }],
  },
  {
    say: 'the member hears of the approval and reports the signed paper sent',
    by: 'member',
    does: [...toPreview, '[Gửi]', headApproves, '/cuatoi', '[Xem 1]', '[Đã gửi bản ký]'],
    hears: ['Đơn vị đã duyệt bản đăng ký DK-2024-'],
    keeps: [{ state: 'approved', paper: 'reported' }],
  },
  {
    say: 'the admin takes it in with the signed paper',
    by: 'admin',
    before: approved,
    does: ['/duyet', '[Nhận cả bản ký]'],
    keeps: [{ state: 'received', paper: 'received' }],
  },
  {
    say: 'the admin takes it in, the signed paper still to come',
    by: 'admin',
    before: approved,
    does: ['/duyet', '[Tiếp nhận]'],
    keeps: [{ state: 'received', paper: 'none' }],
  },
  {
    say: 'the admin enters number and day of the paper',
    by: 'admin',
    before: approved,
    does: [async (scene) => `/nhangiay ${await code(scene)}`, '15/VP', '[Hôm nay]', '[Bỏ qua]'],
    keeps: [{ state: 'received', paper: 'received', arrival: { number: '15/VP', day: '2024-03-27', scan: null } }],
  },
  {
    say: 'the admin takes in a paper of whom nothing was sent here, with its scan',
    by: 'admin',
    does: [
      ...['/nhangiay', '1', 'Lê Văn Ba', '215', '26/3'],
      { sends: { name: 'ban-quet.pdf', bytes: Buffer.from('Bản quét có chữ ký') } },
    ],
    keptIn: async ({ store, deadlines, idOf }) => {
      const bound = { deadlineId: deadlines.registration, subject: 'person' as const, subjectId: idOf('second') }
      return [await store.reminders.fulfilmentOf(bound)]
    },
    keeps: [{ arrival_number: '215', arrival_day: '2024-03-26', arrival_scan: /ban-quet/ }],
  },
  {
    say: 'approving twice is approving once',
    by: 'head',
    before: sent('member'),
    does: ['/duyet', '[Duyệt]', async ({ stage }) => stage.rig.repeats(), '/duyet'],
    hears: ['Không có bản nào chờ đồng chí'],
    keptIn: auditOf,
    keeps: ['registration.submit', 'registration.approve'],
  },
]
