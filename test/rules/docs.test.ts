import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fold } from '../../src/domain/fold.ts'
import { readSources, root } from './source.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const named = (folder: string, ending: string) =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith(ending))
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

const pages = ['README.md', 'CONTRIBUTING.md', ...named('docs', '.md').map((name) => `docs/${name}`)]
const guides = pages.filter((path) => path.includes('huong-dan'))
const commands = new Set(named('commands', '.ts').map((name) => name.replace(/\.ts$/, '')))

/** What a guide sets apart as typed or pressed, each with the guide's name in front. */
const setApart = guides.flatMap((path) =>
  found(read(path).replaceAll(/^```[\s\S]*?^```/gm, ''), /`([^`\n]+)`/g).map((words) => ({ path, words })),
)

/** Typed inside a dialog. */
const answers = ['quay lại', 'bỏ qua', 'lưu nháp', 'hủy', 'gửi']
/** "rut dang ky", "hanchot tháng 11", "/kehoach cải cách": one to three words that make a command's name. */
const isCommand = (typed: string) => {
  const parts = fold(typed).split(' ')
  return [1, 2, 3].some((count) => commands.has(parts.slice(0, count).join('')))
}

test('what a guide says to type is a command', () => {
  const typed = setApart.filter(({ words }) => /^\/?\p{Ll}/u.test(words) && !answers.includes(words))
  expect(typed.length).toBeGreaterThan(30)
  expect(typed.filter(({ words }) => !isCommand(words))).toEqual([])
})

test('what a guide says to press is a button or a heading of the program', () => {
  const sentences = named('locales/vi', '.json').flatMap((name) => found(read(`locales/vi/${name}`), /": "(.*)",?$/gm))
  // "Duyệt {{count}} bản" in the program is "Duyệt … bản" or its beginning in a guide; codes are examples.
  const shown = new Set(sentences.map((sentence) => sentence.replace(/\{\{[^}]*\}\}/g, '…')))
  const pressed = setApart.filter(({ words }) => /^\p{Lu}\p{Ll}/u.test(words))
  const isShown = (words: string) => {
    const pattern = words.replace(/ \d+$/, ' …')
    return shown.has(pattern) || [...shown].some((sentence) => sentence.startsWith(`${pattern} …`))
  }
  expect(pressed.length).toBeGreaterThan(30)
  expect(pressed.filter(({ words }) => !isShown(words))).toEqual([])
})

test('the README names every command that people are shown, and no other', () => {
  const rows = read('README.md').split('## What people ask for')[1]?.split('\n## ')[0] ?? ''
  const inRows = [...rows.matchAll(/^\| (`[^|]+) \|/gm)].flatMap((row) => found(row[1] ?? '', /`([a-z]+)`/g))
  // Reached by buttons, by other words or before anybody is in.
  const elsewhere = ['hoi', 'nhac', 'rutdangky', 'start']
  expect(inRows.filter((name) => !commands.has(name))).toEqual([])
  expect([...commands].filter((name) => !inRows.includes(name) && !elsewhere.includes(name))).toEqual([])
})

test('every address inside the project leads to a file', () => {
  const broken = pages.flatMap((path) =>
    found(read(path), /\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)
      .filter((target) => !existsSync(join(root, path, '..', target)))
      .map((target) => `${path}: ${target}`),
  )
  expect(broken).toEqual([])
})

test('every picture is shown somewhere, and is one that the script takes', () => {
  const pictures = named('docs/pictures', '.png').sort()
  const shown = new Set(pages.flatMap((path) => found(read(path), /pictures\/([\w-]+\.png)/g)))
  const taken = found(read('docs/scenes.ts'), /picture\('([\w-]+)'/g).map((name) => `${name}.png`)
  expect(pictures.filter((name) => !shown.has(name))).toEqual([])
  expect(taken.sort()).toEqual(pictures)
})

test('the handbook has every setting of the program, and no other', () => {
  const known = found(read('src/config.ts'), /^ {2}([A-Z][A-Z_]+): optional\(/gm)
  const table = read('docs/operators.md').split('## Settings')[1]?.split('\n## ')[0] ?? ''
  const rows = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap((row) => found(row[1] ?? '', /`([A-Z_]+)`/g))
  expect(known.length).toBeGreaterThan(20)
  expect(rows.sort()).toEqual(known.sort())
})

test('every line of the log that the handbook explains is written by the program', () => {
  const sources = readSources('src')
    .map(({ text }) => text)
    .join('\n')
  const rows = read('docs/operators.md').match(/^\| log: .*? \|/gm) ?? []
  const lines = rows.flatMap((row) => found(row, /"([^"]+)"/g))
  const parts = lines.flatMap((line) => line.split('…').map((part) => part.trim())).filter((part) => part !== '')
  expect(parts.length).toBeGreaterThan(10)
  expect(parts.filter((part) => !sources.includes(part))).toEqual([])
})
