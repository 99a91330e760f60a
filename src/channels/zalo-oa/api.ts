import { post, type Reply } from './client.ts'
import { meaningOf } from './outcome.ts'
import { paths } from './terms.ts'
import type { Tokens } from './tokens.ts'

/** The calls of the Official Account's interface that this channel makes. None throws. */
export type Api = {
  /** Sends a consultation message. */
  message(user: string, message: object): Promise<Reply>
  template(user: string, templateId: string, data: Record<string, string>): Promise<Reply>
  upload(kind: 'file' | 'image', name: string, bytes: Uint8Array): Promise<Reply>
}

type Roots = { apiRoot: string; templateRoot: string }

/** Calls Zalo with an access token; one that it refuses is replaced once. */
export function createApi({ apiRoot, templateRoot }: Roots, tokens: Tokens): Api {
  async function withToken(call: (headers: Record<string, string>) => Promise<Reply>): Promise<Reply> {
    // Where the store cannot be reached there is no token either.
    const token = await tokens.access().catch(() => null)
    if (token === null) return { kind: 'locked' }
    const reply = await call({ access_token: token })
    if (reply.kind !== 'refused' || meaningOf(reply.code) !== 'token') return reply
    const other = await tokens.instead(token).catch(() => null)
    return other === null ? { kind: 'locked' } : call({ access_token: other })
  }

  const json = (url: string, body: object): Promise<Reply> =>
    withToken((headers) =>
      post({ url, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    )

  return {
    message: (user, message) => json(apiRoot + paths.message, { recipient: { user_id: user }, message }),
    template: (user, templateId, data) =>
      json(templateRoot + paths.template, { user_id: user, template_id: templateId, template_data: data }),
    upload: (kind, name, bytes) =>
      withToken((headers) => {
        const body = new FormData()
        body.append('file', new File([new Uint8Array(bytes)], name))
        return post({ url: apiRoot + (kind === 'file' ? paths.uploadFile : paths.uploadImage), headers, body })
      }),
  }
}
