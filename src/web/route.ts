import { type Language, languages } from '../domain/person.ts'

/** One HTTP request: `params` from the path, `peer` the address it came from where known. */
export type Call = { request: Request; params: Record<string, string>; peer: string | null }

/** What the server answers at a method and path (`:name` is a parameter). Bodies above `bodyLimit` bytes are refused. */
export type Route = {
  method: 'GET' | 'POST'
  path: string
  bodyLimit?: number
  handle(call: Call): Promise<Response> | Response
}

const isLanguage = (text: string | undefined): text is Language => languages.some((language) => language === text)

/** The language a browser asks for: `?lang=`, else the first of Accept-Language that there is, else Vietnamese. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('lang') ?? undefined
  if (isLanguage(asked)) return asked
  const weighed = (request.headers.get('accept-language') ?? '').split(',').map((part) => {
    const [tag = '', weight] = part.trim().split(';q=')
    return { language: tag.split('-')[0]?.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = weighed.sort((a, b) => b.weight - a.weight).find(({ language }) => isLanguage(language))
  return isLanguage(best?.language) ? best.language : 'vi'
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
