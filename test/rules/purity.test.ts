import { expect, test } from 'vitest'
import { readSources } from './source.ts'

const without = (comments: string) => comments.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

const offenders = (folders: string[], pattern: RegExp, allowed: string[]) =>
  readSources(...folders)
    .filter(({ path, text }) => !allowed.includes(path) && pattern.test(without(text)))
    .map(({ path }) => path)

test('the environment is read in one file', () => {
  expect(offenders(['src', 'commands'], /process\.env/, ['src/config.ts'])).toEqual([])
})

test('the wall clock is read in one file', () => {
  expect(
    offenders(['src', 'commands'], /Date\.now\(|new Date\(\)|Temporal\.Now/, [
      'src/clock.ts',
      'src/web/public/chat.js',
    ]),
  ).toEqual([])
})

// A hash is reckoned from its argument alone.
test('the domain and the reader touch neither files nor network nor processes', () => {
  const impure = readSources('src/domain', 'src/reading').filter(({ imports }) =>
    imports.some(({ from }) => from.startsWith('node:') && from !== 'node:crypto'),
  )
  expect(impure.map(({ path }) => path)).toEqual([])
})

test('no path of a machine and no folder beside the project stands in the program', () => {
  expect(
    offenders(['src', 'commands', 'bench', 'docs'], /\/(?:work|farm|root|home)\/|\.\.\/shared/, ['bench/reading.ts']),
  ).toEqual([])
})

test('nothing escapes the types', () => {
  expect(offenders(['src', 'commands'], /: any\b|as any\b|@ts-(?:ignore|expect-error|nocheck)/, [])).toEqual([])
})
