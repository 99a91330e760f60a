import { fold } from '../../domain/fold.ts'
import { inside, parseXml } from '../check/read/xml.ts'
import { nearestTag } from './nearest-tag.ts'
import { type FoundTag, readTags } from './read-tags.ts'
import { findTag, type TemplateKind, type TemplateTag, templateTags, within } from './tags.ts'

/** What may be wrong with a template; each has a sentence under `papers.template.problem.<reason>`. */
export const problemReasons = [
  'unknown',
  'near',
  'missing',
  'unclosed',
  'unopened',
  'outside',
  'group',
  'stray',
  'macros',
  'external',
  'field',
  'unreadable',
] as const

/** `tag`: as it stands in the file; `hint`: the nearest name, or the group it belongs into. */
export type TemplateProblem = { reason: (typeof problemReasons)[number]; tag: string; hint: string }

const problem = (reason: TemplateProblem['reason'], tag = '', hint = ''): TemplateProblem => ({ reason, tag, hint })

/**
 * All that is wrong with a template for this kind of paper, by the parts of its DOCX (unpacked by the caller within its limits).
 * Nothing in it may run or fetch: macros, embedded objects, outside references and fields that load are refused.
 */
export function checkTemplate(parts: ReadonlyMap<string, Uint8Array>, kind: TemplateKind): TemplateProblem[] {
  const unsafe = unsafeIn(parts)
  const found = readTags(parts)
  if (!found) return [...unsafe, problem('unreadable')]
  const tags = templateTags[kind]
  const used = new Set(found.filter(({ kind: of }) => of !== 'close').map(({ name }) => fold(name)))
  const missing = tags.filter(({ name, required }) => required && !used.has(fold(name)))
  return unique([
    ...unsafe,
    ...walk(found, tags),
    ...missing.map(({ name, each }) => problem('missing', written(name, each))),
  ])
}

/** As clerks type it. */
const written = (name: string, each?: unknown) => (each ? `{#${name}} … {/${name}}` : `{${name}}`)

const unique = (problems: TemplateProblem[]) => [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()]

/** Goes through the tags in order, with the groups that are open. */
function walk(found: FoundTag[], tags: TemplateTag[]): TemplateProblem[] {
  const open: string[] = []
  const problems = found.flatMap((one): TemplateProblem[] => {
    if (one.kind === 'stray') return [problem('stray', one.name)]
    if (one.kind === 'close') return close(one.name, open)
    const wrong = wrongName(one, tags, open)
    if (one.kind === 'open') open.push(one.name)
    return wrong
  })
  return [...problems, ...open.map((name) => problem('unclosed', `{#${name}}`, `{/${name}}`))]
}

function close(name: string, open: string[]): TemplateProblem[] {
  const at = open.findLastIndex((one) => name === '' || fold(one) === fold(name))
  if (at === -1) return [problem('unopened', `{/${name}}`, `{#${name}}`)]
  // What was begun inside and not ended.
  return open
    .splice(at)
    .slice(1)
    .map((one) => problem('unclosed', `{#${one}}`, `{/${one}}`))
}

function wrongName({ kind, name }: FoundTag, tags: TemplateTag[], open: string[]): TemplateProblem[] {
  const known = findTag(within(tags, open), name)
  if (known)
    return kind === 'value' && known.each ? [problem('group', `{${name}}`, written(known.name, known.each))] : []
  const owner = tags.find(({ each }) => each && findTag(each, name))
  if (owner) return [problem('outside', `{${name}}`, written(owner.name, owner.each))]
  const near = nearestTag(tags, name)
  const typed = kind === 'open' ? `{#${name}}` : `{${name}}`
  return [near === null ? problem('unknown', typed) : problem('near', typed, `{${near}}`)]
}

/** Fields that load what lies elsewhere, or run. */
const loading = /^\s*(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|MACROBUTTON|DATABASE|AUTOTEXT)\b/i

function unsafeIn(parts: ReadonlyMap<string, Uint8Array>): TemplateProblem[] {
  const names = [...parts.keys()]
  const runs = names.some((name) => /vbaProject|activeX|embeddings\/|oleObject|afchunk/i.test(name))
  const text = (pattern: RegExp) =>
    names.filter((name) => pattern.test(name)).map((name) => new TextDecoder().decode(parts.get(name)))
  const outside = text(/\.rels$/).some((xml) =>
    [...xml.matchAll(/<[^>]*TargetMode\s*=\s*["']External["'][^>]*>/g)].some(
      ([rel]) => !/relationships\/hyperlink["']/.test(rel),
    ),
  )
  return [
    ...(runs ? [problem('macros')] : []),
    ...(outside ? [problem('external')] : []),
    ...(text(/^word\/[^/]*\.xml$/).some(hasLoadingField) ? [problem('field')] : []),
  ]
}

function hasLoadingField(xml: string): boolean {
  if (!/instr/.test(xml)) return false
  const root = parseXml(xml) ?? undefined
  const inRuns = inside(root, 'w:p').map((paragraph) =>
    inside(paragraph, 'w:instrText')
      .map(({ text }) => text)
      .join(''),
  )
  const simple = inside(root, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'] ?? '')
  return [...inRuns, ...simple].some((instruction) => loading.test(instruction))
}
