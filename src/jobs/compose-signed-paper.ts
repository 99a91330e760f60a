import { z } from 'zod'
import { agencyWords } from '../chat/agency-words.ts'
import { button, message } from '../chat/message.ts'
import type { Composer } from './composed.ts'

const about = z.object({ kind: z.enum(['registration', 'report']), id: z.string(), asks: z.enum(['author', 'admin']) })
const command = { registration: 'dangky', report: 'baocao' } as const

/** Asks about the signed paper of a registration or report; silent where it was reported, came or was withdrawn meanwhile. */
export const composeSignedPaper: Composer = async (store, args, { texts, member }) => {
  const { kind, id, asks } = about.parse(args)
  const paper = await store[kind === 'report' ? 'reports' : 'registrations'].byId(id)
  const isOpen = paper && (paper.state === 'approved' || paper.state === 'received')
  if (!isOpen || paper.paper !== (asks === 'author' ? 'none' : 'reported')) return null
  const unit = (await store.units.byId(paper.unitId))?.name ?? ''
  const person = paper.personId ? await store.people.byId(paper.personId) : undefined
  const who = person ? texts.t('register.named', { name: person.name, unit }) : unit
  const { office } = await agencyWords(store, texts)
  const values = { what: texts.t(`office.paper.what.${kind}`), code: paper.code, who, office }
  const view = button(texts.t('register.button.review'), command[kind], 'view', { id })
  const { version } = paper
  const isOwn = paper.personId === member.id
  return asks === 'author'
    ? message(texts.t(isOwn ? 'office.paper.askAuthor' : 'office.paper.askAuthorOf', values), [
        button(texts.t('register.button.reportPaper'), command[kind], 'reportPaper', { id, version }),
        view,
      ])
    : message(texts.t('office.paper.askAdmin', values), [
        button(texts.t('register.button.paperReceived'), 'nhangiay', 'paper', { kind, id }),
        view,
      ])
}
