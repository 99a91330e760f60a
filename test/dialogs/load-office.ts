import { type Heard, openOffice, type Speaker } from '../chat/office.ts'
import { bytesOf } from './plan-texts.ts'

export const last = (heard: Heard[]): Heard =>
  heard.at(-1) ?? { text: '', buttons: [], attachment: null, edited: false }
export const file = (text: string, name = 'ke-hoach.txt') => ({ name, mime: 'text/plain', bytes: bytesOf(text) })

/** A commune with an admin who loads plans, and people whom these bind. */
export async function openLoadOffice(now: string) {
  const office = await openOffice({ now })
  const parent = 'UBND xã Ea Mẫu'
  const admin = await office.person('Lê Thị Hồng', { unit: parent, role: 'admin', position: 'Công chức' })
  const hamletHead = await office.person('Y Bly Niê', { unit: 'Thôn 1', role: 'head', parent })
  const farmers = await office.person('Trần Văn Sáu', {
    ...{ unit: 'Hội Nông dân xã', role: 'head', parent },
    relation: 'coordinating',
  })
  const economist = await office.person('Đinh Thị Mai', { unit: 'Phòng Kinh tế', role: 'official', parent })
  return { office, admin, hamletHead, farmers, economist }
}
export type LoadOffice = Awaited<ReturnType<typeof openLoadOffice>>

/** Sends a plan and goes through its deadlines as they were read; gives what is asked after "Đủ rồi". */
export async function reviewAll(admin: Speaker, text: string, name?: string): Promise<Heard> {
  await admin.says('/themkehoach')
  await admin.sends(file(text, name))
  return throughCards(admin)
}

/** From the summary to what is asked after "Đủ rồi", everything taken as it was read. */
export async function throughCards(admin: Speaker): Promise<Heard> {
  let heard = last(await admin.presses('Rà từng mốc'))
  while (!heard.buttons.includes('Đủ rồi'))
    heard = last(
      await admin.presses(['Đúng', 'Giữ nguyên', 'Giữ lại'].find((label) => heard.buttons.includes(label)) ?? ''),
    )
  return last(await admin.presses('Đủ rồi'))
}

/** Takes every audience as proposed; gives the preview. */
export async function throughAudiences(admin: Speaker, from: Heard): Promise<Heard> {
  let heard = from
  while (heard.buttons.includes('Đồng ý')) heard = last(await admin.presses('Đồng ý'))
  return heard
}
