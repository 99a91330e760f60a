import type { Instant } from './day.ts'

export const roles = ['official', 'clerk', 'head', 'admin'] as const
/** official: cán bộ, công chức; clerk: cán bộ đầu mối; head: trưởng đơn vị; admin: bộ phận thường trực thi đua. */
export type Role = (typeof roles)[number]

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** `shared`: an office whose account several people use; it drafts and reads, and approves nothing. */
export type Person = {
  id: string
  name: string
  position: string
  language: Language
  leftAt: Instant | null
  shared?: boolean
}

/** One role of one person in one unit. */
export type Membership = { personId: string; unitId: string; role: Role }

/** A member of the chat: the person with all roles held now. */
export type Member = Person & { memberships: Membership[] }
