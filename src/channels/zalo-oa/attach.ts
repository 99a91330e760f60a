import { z } from 'zod'
import type { Attachment } from '../../chat/message.ts'
import type { Api } from './api.ts'
import type { Reply } from './client.ts'
import type { OaMessage } from './render.ts'
import { fileTerms } from './terms.ts'

type Given = { attachment: Attachment; file: Uint8Array | null; address: string | null }

/** What becomes of an attachment: a message of its own, a line of words, or an end of the sending. */
export type Attached =
  | { kind: 'message'; message: OaMessage }
  | { kind: 'line'; text: string }
  | { kind: 'failed'; reply: Exclude<Reply, { kind: 'done' }> }
  | { kind: 'impossible' }

const uploaded = z.object({ token: z.string().optional(), attachment_id: z.string().optional() })

const uploadKind = (name: string, bytes: number): 'file' | 'image' | null => {
  if (fileTerms.documents.test(name) && bytes <= fileTerms.documentBytes) return 'file'
  return fileTerms.pictures.test(name) && bytes <= fileTerms.pictureBytes ? 'image' : null
}

/** Uploads what Zalo takes; anything else is named with its address. */
export async function attach(api: Api, { attachment, file, address }: Given): Promise<Attached> {
  const name = attachment.name.normalize('NFC')
  const link: Attached = address ? { kind: 'line', text: `${name}: ${address}` } : { kind: 'impossible' }
  const kind = file ? uploadKind(name, file.byteLength) : null
  if (!file || !kind) return link
  const reply = await api.upload(kind, name, file)
  if (reply.kind !== 'done') return reply.kind === 'refused' && address ? link : { kind: 'failed', reply }
  const { token, attachment_id: id } = uploaded.catch({}).parse(reply.data)
  const ref = token ?? id
  if (!ref) return link
  return { kind: 'message', message: { attachment: kind === 'file' ? fileOf(ref) : pictureOf(ref) } }
}

const fileOf = (token: string) => ({ type: 'file', payload: { token } })
const pictureOf = (id: string) => ({
  type: 'template',
  payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: id }] },
})
