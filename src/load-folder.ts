import { readdir } from 'node:fs/promises'

/**
 * Everything a folder defines: the default export of each of its .ts files, by file name. The file name is the
 * registration; there is no second list to keep.
 */
export async function loadFolder<Defined>(folder: URL): Promise<Record<string, Defined>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort()
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<{ default: Defined }>),
  )
  return Object.fromEntries(
    files.map((file, index) => [file.slice(0, -3), (modules[index] as { default: Defined }).default]),
  )
}
