import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources, root } from './source.ts'

type Tree = { [key: string]: string | Tree }

function sentences(tree: Tree, prefix: string): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}.${key}`, value] as [string, string]]
      : sentences(value, `${prefix}.${key}`),
  )
}

const areas = readdirSync(resolve(root, 'locales/vi')).map((file) => file.replace('.json', ''))
const read = (language: string, area: string) =>
  sentences(JSON.parse(readFileSync(resolve(root, `locales/${language}/${area}.json`), 'utf8')), area)
const all = Object.fromEntries(
  ['vi', 'en'].map((language) => [language, new Map(areas.flatMap((area) => read(language, area)))]),
) as Record<'vi' | 'en', Map<string, string>>

const stem = (key: string) => key.replace(/_(?:zero|one|other)$/, '')
const stems = (language: 'vi' | 'en') => [...new Set([...all[language].keys()].map(stem))].sort()
const slots = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort()

test('both languages have the same sentences', () => {
  expect(readdirSync(resolve(root, 'locales/en')).sort()).toEqual(areas.map((area) => `${area}.json`).sort())
  expect(stems('en')).toEqual(stems('vi'))
})

test('a sentence names the same values in both languages', () => {
  const differing = [...all.vi].filter(([key, text]) => {
    const other = all.en.get(key) ?? all.en.get(`${stem(key)}_other`) ?? ''
    return slots(text).join() !== slots(other).join()
  })
  expect(differing.map(([key]) => key)).toEqual([])
})

test('every sentence is used', () => {
  const written = readSources('src', 'commands')
    .map(({ text }) => text)
    .join('\n')
  // Two kinds of paper say the same things, each in its own words: `${kind.words}.refused.unknown`.
  const code = ['register', 'reports']
    .map((area) => written.replace(/`\$\{(?:kind\.)?words\}/g, `\`${area}`))
    .join('\n')
  const literal = (key: string) => code.includes(`'${key}'`) || code.includes(`"${key}"`) || code.includes(`\`${key}\``)
  // A key may be put together: `deadlines.kind.${kind}` uses all below deadlines.kind.
  const patterns = [...code.matchAll(/`((?:[a-z]\w*)(?:\.[^`]*)?\$\{[^`]*)`/g)].map(
    (match) =>
      new RegExp(
        `^${(match[1] ?? '')
          .split(/\$\{[^}]*\}/)
          .map(asPattern)
          .join('[\\w.-]+')}$`,
      ),
  )
  expect(stems('vi').filter((key) => !literal(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([])
})

function asPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

describe('the Vietnamese sentences', () => {
  const vi = [...all.vi]
  const having = (pattern: RegExp) =>
    vi.filter(([, text]) => pattern.test(text)).map(([key, text]) => `${key}: ${text}`)

  test('are composed letters (NFC)', () => expect(vi.filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]))
  test('place tone marks in one way: hóa, thủy, hủy', () =>
    expect(having(/(?<!q)(?:o[áàảãạ]|u[ýỳỷỹỵ])(?!\p{L})/u)).toEqual([]))
  test('carry no exclamation mark and no ornament', () => expect(having(/[!·→▸]/)).toEqual([]))
  test('never say bạn, chưa nộp, vi phạm, chây ì, luật bắt buộc, kế hoạch thiếu', () =>
    expect(
      having(/(?<!\p{L})(?:các )?bạn(?!\p{L})|chưa nộp|chây ì|vi phạm|luật bắt buộc|kế hoạch thiếu|nhắc lần/iu),
    ).toEqual([]))
  test('write weekdays as the decree does', () => expect(having(/thứ (?:hai|ba|tư|năm|sáu|bảy)(?!\p{L})/u)).toEqual([]))
})

test('no sentence for people stands in the code of the conversation', () => {
  const marked = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i
  const strings = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g
  const found = readSources('commands', 'src/chat', 'src/dialogs', 'src/channels', 'src/jobs', 'src/web').flatMap(
    ({ path, text }) => {
      // What a command is called, in every way people type it, is no sentence.
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|aliases: \[[^\]]*\]/gm, '')
      // A document in miniature for the reader, not words for people.
      if (path === 'src/dialogs/themkehoach/read-sentence.ts') return []
      return (code.match(strings) ?? [])
        .filter((string) => marked.test(string) && /\s/.test(string))
        .map((string) => `${path}: ${string}`)
    },
  )
  expect(found).toEqual([])
})
