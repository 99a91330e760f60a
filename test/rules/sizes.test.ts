import { expect, test } from 'vitest'
import { readSources } from './source.ts'

const lines = (text: string) => text.split('\n').length - 1

test('no file is above 250 lines', () => {
  const long = readSources('src', 'commands', 'bench', 'docs').filter(({ text }) => lines(text) > 250)
  expect(long.map(({ path, text }) => `${path}: ${lines(text)}`)).toEqual([])
})

test('half of the files are below 60 lines', () => {
  const sizes = readSources('src', 'commands')
    .map(({ text }) => lines(text))
    .sort((a, b) => a - b)
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60)
})

test('no folder is a drawer for odds and ends', () => {
  const odd = readSources('src', 'commands', 'test').filter(({ path }) =>
    /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.ts$)/.test(path),
  )
  expect(odd.map(({ path }) => path)).toEqual([])
})
