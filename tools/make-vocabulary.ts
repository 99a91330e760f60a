import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { countTexts } from '../src/reading/restore/counts.ts'
import { toVocabulary } from '../src/reading/restore/vocabulary.ts'

// node tools/make-vocabulary.ts --without NAME … FOLDER-OR-FILE …
// Counts the words and word pairs of all texts there, and of the common words beside this script, and writes the counts,
// nothing else of the texts, for the reader.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { without: { type: 'string', multiple: true, default: [] } },
})
const target = fileURLToPath(new URL('../src/reading/restore/vocabulary.json', import.meta.url))

const filesOf = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesOf(join(path, name))) : [path]

const files = positionals
  .flatMap(filesOf)
  .filter((file) => file.endsWith('.txt') && !values.without.some((name) => file.includes(name)))
const common = readFileSync(new URL('./administrative-words.txt', import.meta.url), 'utf8').split(/[,\n]+/)
const vocabulary = toVocabulary(countTexts([...files.map((file) => readFileSync(file, 'utf8')), ...common]))
writeFileSync(target, `${JSON.stringify(vocabulary, null, 2)}\n`)
console.log(`${files.length} texts, ${vocabulary.words.length} words, ${statSync(target).size} bytes`)
