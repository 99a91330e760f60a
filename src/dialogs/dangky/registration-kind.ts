import { ownDeadline } from '../../chat/own-deadline.ts'
import { countsOf } from '../../domain/registration-body.ts'
import type { Registration } from '../../store/registration-row.ts'
import type { Kind } from '../lifecycle/kind.ts'
import { describeCounts } from './describe.ts'

/** Registrations as one kind of the papers that are sent, approved and taken in. */
export const registrationKind: Kind<Registration> = {
  table: 'registration',
  words: 'register',
  command: 'dangky',
  kept: ({ registrations }) => registrations,
  async deadlineOf({ store }, { deadlineId, unitId }) {
    const named = deadlineId ? await store.plans.deadlineById(deadlineId) : null
    return named && ownDeadline(store, named, unitId)
  },
  counts: (texts, { body }) => describeCounts(texts, body),
  briefly: (texts, { body }) =>
    body.shape === 'yearly'
      ? describeCounts(texts, body)
      : texts.t('register.shown.contents', { count: countsOf(body).contents }),
  files: ({ body }) => body.attachments,
}
