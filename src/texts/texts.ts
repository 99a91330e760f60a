import { readdirSync, readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import type agenda from '../../locales/vi/agenda.json'
import type channels from '../../locales/vi/channels.json'
import type chat from '../../locales/vi/chat.json'
import type dates from '../../locales/vi/dates.json'
import type deadlines from '../../locales/vi/deadlines.json'
import type delivery from '../../locales/vi/delivery.json'
import type documents from '../../locales/vi/documents.json'
import type groups from '../../locales/vi/groups.json'
import type letters from '../../locales/vi/letters.json'
import type office from '../../locales/vi/office.json'
import type pages from '../../locales/vi/pages.json'
import type papers from '../../locales/vi/papers.json'
import type people from '../../locales/vi/people.json'
import type plans from '../../locales/vi/plans.json'
import type progress from '../../locales/vi/progress.json'
import type register from '../../locales/vi/register.json'
import type reminders from '../../locales/vi/reminders.json'
import type reports from '../../locales/vi/reports.json'
import type review from '../../locales/vi/review.json'
import type settings from '../../locales/vi/settings.json'
import type web from '../../locales/vi/web.json'
import { type Language, languages } from '../domain/person.ts'

/** One line for each area: the file locales/<language>/<area>.json. */
type Areas = {
  agenda: typeof agenda
  channels: typeof channels
  chat: typeof chat
  dates: typeof dates
  deadlines: typeof deadlines
  delivery: typeof delivery
  documents: typeof documents
  groups: typeof groups
  letters: typeof letters
  office: typeof office
  pages: typeof pages
  papers: typeof papers
  people: typeof people
  plans: typeof plans
  progress: typeof progress
  register: typeof register
  reminders: typeof reminders
  reports: typeof reports
  review: typeof review
  settings: typeof settings
  web: typeof web
}

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'other'}` ? Stem : Key
type Keys<Tree> = {
  [K in keyof Tree & string]: Tree[K] extends string ? WithoutPlural<K> : `${K}.${Keys<Tree[K]>}`
}[keyof Tree & string]

/** The name of a sentence, `area.name`; a sentence that is missing in Vietnamese does not compile. */
export type TextKey = Keys<Areas>

/** The sentences of one language. `count` chooses a plural form. */
export type Texts = { language: Language; t(key: TextKey, values?: Record<string, unknown>): string }

function readAreas(language: Language): Record<string, unknown> {
  const folder = new URL(`../../locales/${language}/`, import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  )
}

/** Reads all sentences once; gives those of a language. */
export function createTexts(): (language: Language) => Texts {
  const i18n = createInstance()
  void i18n.init({
    lng: 'vi',
    fallbackLng: 'vi',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(languages.map((language) => [language, { translation: readAreas(language) }])),
  })
  const of = (language: Language): Texts => {
    const t = i18n.getFixedT(language)
    return { language, t: (key, values) => t(key, values ?? {}) }
  }
  const all = { vi: of('vi'), en: of('en') }
  return (language) => all[language]
}

let vietnamese: Texts | null = null

/** The words of papers, which are Vietnamese whatever language the chat speaks. */
export function paperTexts(): Texts {
  vietnamese ??= createTexts()('vi')
  return vietnamese
}
