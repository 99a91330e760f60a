import { agencyKey } from '../../src/domain/agency.ts'
import { formatMoment } from '../../src/texts/days.ts'
import { createTexts } from '../../src/texts/texts.ts'
import { openOfficeBehind } from '../channels/contract/office-behind.ts'
import type { Behind, Rig, Shown } from '../channels/contract/rig.ts'
import type { Office, Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

const zone = 'Asia/Ho_Chi_Minh'
const begin = '2024-03-26T07:45:00+07:00'
const agency = { name: 'UBND xã Ea Mẫu', office: 'Văn phòng – thống kê xã', phone: '0262 123 4567' }

/** What cannot be the same twice: codes that let people in, and signed links. */
const masked = (text: string) =>
  text
    .replaceAll(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/g, 'XXXX-XXXX')
    .replaceAll(/(https:\/\/\S+?\/(?:gui|tep|bang)\/)\S+/g, '$1…')
    .replaceAll(/((?:start|code)=)[\w-]+/g, '$1…')

/** An official on one channel, and what was said there, in order. */
export type Day = {
  office: Office
  head: Speaker
  admin: Speaker
  can: Rig['channel']['can']
  /** Types it, as it stands. */
  says(text: string): Promise<void>
  /** Chooses by a button where there are buttons, by its words where there are none. */
  chooses(label: string): Promise<void>
  sends(file: { name: string; bytes: Uint8Array }): Promise<void>
  comesWith(code: string): Promise<void>
  moveTo(when: string): Promise<void>
  transcript(): string
  close(): Promise<void>
}

const shownLines = ({ text, buttons, file }: Shown) => [
  ...masked(text).split('\n'),
  ...(file ? [`(tệp ${file.name})`] : []),
  ...(buttons.length > 0 ? [buttons.map((label) => `[${label}]`).join(' ')] : []),
]

/** A commune whose official is on the rig's channel; the head and the admin are on another one. */
export async function openDay(open: (behind: Behind) => Promise<Rig>): Promise<Day> {
  const { office: opened, rig, close } = await openOfficeBehind(open, begin)
  await opened.database.store.settings.set(agencyKey, agency)
  const admin = await opened.person('Trần Thị Bình', { unit: agency.name, role: 'admin', position: 'Công chức' })
  const union = { unit: 'Hội Nông dân xã', parent: agency.name, relation: 'coordinating' as const }
  const head = await opened.person('Y Bhôk Niê', { ...union, role: 'head', position: 'Chủ tịch' })
  await seedPlan(opened.database.store)

  const texts = createTexts()('vi')
  const lines: string[] = []
  let seen = 0
  let chat: string | undefined
  const time = () => `── ${formatMoment(texts, opened.clock.now(), zone)}`
  const hears = async () => {
    await opened.settle()
    const shown = await rig.shows()
    const now = rig.taken().at(-1)?.chat
    // Signing in on the web begins another chat.
    if (now !== chat) seen = 0
    chat = now
    for (const one of shown.slice(seen)) lines.push(...shownLines(one).map((line) => `  ${line}`.trimEnd()))
    seen = shown.length
  }
  const does = async (words: string, act: () => Promise<void>) => {
    lines.push('', `> ${masked(words)}`)
    await act()
    await hears()
  }
  lines.push(time())
  const says = (text: string) => does(text, () => rig.says(text))

  return {
    ...{ office: opened, head, admin, can: rig.channel.can, says },
    chooses: (label) =>
      rig.channel.can.buttons ? does(`[${label}]`, () => rig.presses(label)) : says(label.toLowerCase()),
    sends: (file) => does(`(tệp ${file.name})`, () => rig.sends(file)),
    comesWith: (code) => does(code, () => rig.opens(code)),
    async moveTo(when) {
      await opened.moveTo(when)
      lines.push('', time())
      await hears()
    },
    transcript: () => `${lines.join('\n').trim()}\n`,
    close,
  }
}
