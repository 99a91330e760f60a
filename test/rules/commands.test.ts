import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Command } from '../../src/chat/command.ts'
import { fold } from '../../src/domain/fold.ts'
import { languages } from '../../src/domain/person.ts'
import { loadFolder } from '../../src/load-folder.ts'
import { createTexts } from '../../src/texts/texts.ts'
import { root } from './source.ts'

const commands = Object.entries(await loadFolder<Command>(new URL('../../commands/', import.meta.url)))
const texts = createTexts()

test('every command says in both languages what it does', () => {
  const silent = commands.flatMap(([name, { usage, menu }]) =>
    languages.flatMap((language) =>
      [usage, menu].filter((key) => texts(language).t(key) === key).map((key) => `${name}: ${key} (${language})`),
    ),
  )
  expect(silent).toEqual([])
})

test('a menu label has one to three words, four in English at the most', () => {
  const long = commands.filter(([, { hidden, menu }]) => !hidden && texts('vi').t(menu).split(' ').length > 4)
  expect(long.map(([name]) => name)).toEqual([])
})

test('a command name is one that Telegram takes', () => {
  expect(commands.filter(([name]) => !/^[a-z0-9_]{1,32}$/.test(name)).map(([name]) => name)).toEqual([])
})

test('no two commands share a spelling', () => {
  const spelled = commands.flatMap(([name, { aliases }]) =>
    [...new Set([name, ...aliases].map(fold))].map((spelling) => ({ name, spelling })),
  )
  const twice = spelled.filter(({ name, spelling }) =>
    spelled.some((other) => other.spelling === spelling && other.name !== name),
  )
  expect(twice).toEqual([])
})

test('every command has its test', () => {
  expect(
    commands.filter(([name]) => !existsSync(resolve(root, `test/commands/${name}.test.ts`))).map(([name]) => name),
  ).toEqual([])
})
