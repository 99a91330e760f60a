import { agencyKey } from '../../src/domain/agency.ts'
import type { Heard, Office, Speaker } from '../chat/office.ts'

export const agency = { name: 'UBND xã Suối Đá', office: 'Văn phòng HĐND và UBND xã', phone: '0260 123 4567' }

/** An agency that is set up, with its admin. */
export async function setUpCommune(office: Office): Promise<Speaker> {
  await office.database.store.settings.set(agencyKey, agency)
  return office.person('Lê Thị Hạnh', { unit: agency.name, role: 'admin', position: 'Công chức' })
}

/** All that was heard, as one text. */
export const said = (heard: Heard[]): string => heard.map(({ text }) => text).join('\n---\n')

/** The code in what was heard. */
export const codeIn = (heard: Heard[]): string => /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(said(heard))?.[0] ?? 'no code'

/** Has an admin make an invitation; the unit as typed, the role as typed. */
export async function invitation(admin: Speaker, unit: string, role: string): Promise<string> {
  await admin.says('/mathamgia')
  await admin.says(unit)
  return codeIn(await admin.says(role))
}
