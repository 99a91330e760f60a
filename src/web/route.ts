export { languageOf } from './language.ts'

/** One HTTP request: `params` from the path, `peer` the address it came from where known. */
export type Call = { request: Request; params: Record<string, string>; peer: string | null }

/** What the server answers at a method and path (`:name` is a parameter). Bodies above `bodyLimit` bytes are refused; so are posts of other sites' pages, but at `open` ones. */
export type Route = {
  method: 'GET' | 'POST'
  path: string
  bodyLimit?: number
  /** What a person reads whose body is above the limit; else a refusal in one sentence. */
  tooLarge?(request: Request): Response
  open?: true
  handle(call: Call): Promise<Response> | Response
}

/** A JSON body of any shape, or null where it is none. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    return null
  }
}

export const json = (value: unknown, status = 200): Response =>
  Response.json(value, { status, headers: { 'cache-control': 'no-store' } })

/** A refusal in one sentence, for pages and programs alike. */
export const refusal = (status: number, sentence: string): Response => json({ error: sentence }, status)
