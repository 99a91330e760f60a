import { createDefaultPlugins, LoopPlugin, TemplateHandler, TextPlugin } from 'easy-template-x'
import { fold } from '../../domain/fold.ts'

/** What a template is filled with: a text by the name of its tag, rows by the name of a group. */
export type TemplateData = { [name: string]: string | TemplateData[] }

/** Text that XML may hold: a control character would make a file that Word does not open. */
const clean = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')

/** Names as they are looked up; no name of an object's own machinery is among them. */
const folded = (data: TemplateData): TemplateData =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(
      Object.entries(data).map(([name, value]) => [
        fold(name),
        typeof value === 'string' ? clean(value) : value.map(folded),
      ]),
    ),
  )

/** The value of the last name of a path, in the innermost row that has it; what nothing is known of is empty. */
function lookUp(data: TemplateData, path: string[]): string | TemplateData[] {
  const name = fold(path.at(-1) ?? '')
  const scopes = [data]
  let rows: TemplateData[] | undefined
  for (const part of path.slice(0, -1)) {
    const scope = scopes.at(-1)
    if (/^\d+$/.test(part) && rows) scopes.push(rows[Number(part)] ?? {})
    else {
      const found = scope?.[fold(part)]
      rows = Array.isArray(found) ? found : undefined
    }
  }
  return scopes.findLast((scope) => name in scope)?.[name] ?? ''
}

/** Only words and repeated groups: pictures, links, charts and raw XML of the library are left out. */
const plugins = () => createDefaultPlugins().filter((one) => one instanceof LoopPlugin || one instanceof TextPlugin)

/**
 * A template (DOCX) filled with data; what the data does not have stays empty, a line break stays one. Values are words and nothing
 * else: they are not looked through for tags, and cannot bring pictures, fields or markup. Throws for a file that
 * `checkTemplate` would refuse.
 */
export async function fillTemplate(bytes: Uint8Array, data: TemplateData): Promise<Uint8Array> {
  const all = folded(data)
  const handler = new TemplateHandler({
    plugins: plugins(),
    scopeDataResolver: ({ strPath }) => lookUp(all, strPath) as never,
  })
  return new Uint8Array(await handler.process(Buffer.from(bytes), {}))
}
