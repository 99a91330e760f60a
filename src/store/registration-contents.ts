import { claimsOf, type RegistrationBody } from '../domain/registration-body.ts'
import type { Db } from './db.ts'

/** A content that this subject has registered already, and under which code. */
export type Taken = { content: string; code: string; id: string }

/** Keeps a subject from registering the same content of a plan twice. */
export function createRegistrationContents(db: Db) {
  return {
    /** Those contents of a body that another registration of the subject holds. */
    async taken(planId: string, subject: string, body: RegistrationBody, except = ''): Promise<Taken[]> {
      const rows = await db
        .selectFrom('registration_content')
        .innerJoin('registration', 'registration.id', 'registration_content.registration_id')
        .select(['registration_content.content_key as key', 'registration.code', 'registration.id'])
        .where('registration_content.plan_id', '=', planId)
        .where('subject_key', '=', subject)
        .where('registration_id', '!=', except)
        .execute()
      return claimsOf(body).flatMap(({ key, content }) => {
        const row = rows.find((one) => one.key === key)
        return row ? [{ content, code: row.code, id: row.id }] : []
      })
    },
    async put(id: string, planId: string, subject: string, body: RegistrationBody): Promise<void> {
      await db.deleteFrom('registration_content').where('registration_id', '=', id).execute()
      const held = { registration_id: id, plan_id: planId, subject_key: subject }
      const rows = claimsOf(body).map(({ key }) => ({ ...held, content_key: key }))
      await db.insertInto('registration_content').values(rows).execute()
    },
    /** Lets go of all contents, so that they can be registered anew. */
    async release(id: string): Promise<void> {
      await db.deleteFrom('registration_content').where('registration_id', '=', id).execute()
    },
  }
}
