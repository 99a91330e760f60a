import { readdirSync, readFileSync } from 'node:fs'
import { dirname, posix, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export type SourceFile = { path: string; text: string; imports: Import[] }
type Import = { from: string; typeOnly: boolean; target: string | null }

// import … from 'x', export … from 'x', import 'x', import('x')
const statement =
  /^\s*(?<what>import|export)\s+(?<type>type\s)?[^'"]*?from\s+'(?<from>[^']+)'|^\s*import\s+'(?<bare>[^']+)'|import\('(?<lazy>[^']+)'\)/gm

function readImports(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(({ groups }) => {
    const from = groups?.from ?? groups?.bare ?? groups?.lazy ?? ''
    const target = from.startsWith('.') ? posix.normalize(relative(root, resolve(root, dirname(path), from))) : null
    return { from, typeOnly: groups?.type !== undefined, target }
  })
}

/** The TypeScript files below these folders of the project. */
export function readSources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => posix.join(folder, file))
      .sort()
      .map((path) => {
        const text = readFileSync(resolve(root, path), 'utf8')
        return { path, text, imports: readImports(path, text) }
      }),
  )
}
