import { type Language, languages } from '../domain/person.ts'

const isLanguage = (text: string | undefined): text is Language => languages.some((language) => language === text)
const yearSeconds = 365 * 24 * 60 * 60

const inAddress = (request: Request) => new URL(request.url).searchParams.get('lang') ?? undefined
const inCookie = (request: Request) => /(?:^|;\s*)language=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]

function ofBrowser(request: Request): string | undefined {
  const weighed = (request.headers.get('accept-language') ?? '').split(',').map((part) => {
    const [tag = '', weight] = part.trim().split(';q=')
    return { language: tag.split('-')[0]?.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) }
  })
  return weighed.sort((a, b) => b.weight - a.weight).find(({ language }) => isLanguage(language))?.language
}

/** The language of a page: `?lang=`, else the one chosen on this browser earlier, else what it asks for, else Vietnamese. */
export function languageOf(request: Request): Language {
  return [inAddress(request), inCookie(request), ofBrowser(request)].find(isLanguage) ?? 'vi'
}

/** The Set-Cookie header that remembers a language which the address asks for; null where it asks for none. */
export function languageCookie(request: Request): string | null {
  const asked = inAddress(request)
  if (!isLanguage(asked)) return null
  return `language=${asked}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${yearSeconds}`
}
