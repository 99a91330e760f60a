import { expect, test } from 'vitest'
import { readSources } from './source.ts'

/** Who may import whom; `types` only by `import type`. The files directly in src put the parts together and may import all. */
const mayImport: Record<string, { all: string[]; types: string[] }> = {
  domain: { all: [], types: [] },
  reading: { all: ['domain'], types: [] },
  asking: { all: ['domain'], types: [] },
  documents: { all: ['domain'], types: [] },
  store: { all: ['domain'], types: [] },
  texts: { all: ['domain'], types: [] },
  papers: { all: ['domain', 'texts'], types: [] },
  chat: { all: ['domain', 'texts'], types: ['store'] },
  dialogs: { all: ['chat', 'domain', 'texts', 'papers', 'reading', 'documents'], types: ['store'] },
  commands: { all: ['dialogs', 'chat', 'domain', 'texts', 'papers', 'asking'], types: ['store'] },
  jobs: { all: ['chat', 'domain', 'texts', 'papers'], types: ['store', 'channels'] },
  channels: { all: ['chat', 'domain', 'texts', 'papers'], types: ['store'] },
  web: { all: ['chat', 'domain', 'texts', 'papers'], types: ['store'] },
  sample: { all: ['domain'], types: ['store'] },
}

/** `src/domain/day.ts` → domain; `commands/start.ts` → commands; a file directly in src → null. */
const folderOf = (path: string) => /^(?:src\/(\w+)\/|(commands)\/)/.exec(path)?.slice(1).find(Boolean) ?? null

test('each folder imports only what the table allows', () => {
  const breaches = readSources('src', 'commands').flatMap(({ path, imports }) => {
    const rule = mayImport[folderOf(path) ?? '']
    if (!rule) return []
    return imports
      .filter(({ target }) => target !== null && !target.startsWith('locales/'))
      .filter(({ target, typeOnly }) => {
        const to = folderOf(target ?? '')
        if (to === folderOf(path) || (to !== null && rule.all.includes(to))) return false
        return !(typeOnly && to !== null && rule.types.includes(to))
      })
      .map(({ target }) => `${path} imports ${target}`)
  })
  expect(breaches).toEqual([])
})

test('every folder has its row in the table', () => {
  const folders = new Set(readSources('src').map(({ path }) => folderOf(path)))
  folders.delete(null)
  folders.delete('cli')
  expect([...folders].filter((folder) => !mayImport[folder ?? ''])).toEqual([])
})

/** Libraries whose quirks are kept behind one file each (kysely: behind the store). */
const oneImporter = [
  '@hono/node-server',
  '@keyv/sqlite',
  '@napi-rs/canvas',
  '@resvg/resvg-js',
  'csv-parse',
  'docx',
  'easy-template-x',
  'echarts',
  'file-type',
  'heic-decode',
  'hono',
  'i18next',
  'ical-generator',
  'keyv',
  'mammoth',
  'node-cron',
  'node:sqlite',
  'pino',
  'prom-client',
  'qrcode',
  'read-excel-file',
  'telegraf',
  'temporal-polyfill',
  'tesseract.js',
  'pdfjs-dist',
  'word-extractor',
]

test.each(oneImporter)('%s is imported by exactly one file', (library) => {
  const importers = readSources('src', 'commands').filter(({ imports }) =>
    imports.some(({ from }) => from === library || from.startsWith(`${library}/`)),
  )
  expect(importers.map(({ path }) => path)).toHaveLength(1)
})

test('only the store speaks SQL', () => {
  const others = readSources('src', 'commands').filter(
    ({ path, imports }) => !path.startsWith('src/store/') && imports.some(({ from }) => from.startsWith('kysely')),
  )
  expect(others.map(({ path }) => path)).toEqual([])
})
