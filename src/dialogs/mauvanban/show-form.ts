import { type Button, button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { docxMime } from '../../papers/draft-file-name.ts'
import { type TemplateKind, type TemplateTag, templateKinds, templateTags } from '../../papers/templates/tags.ts'
import { formatMoment } from '../../texts/days.ts'
import type { TextKey } from '../../texts/texts.ts'
import { mayManageForms, unitsWithForms } from './managing.ts'

export type Form = { kind: TemplateKind; unitId: string }

const act = (turn: Turn, name: 'send' | 'tags' | 'download' | 'remove' | 'removeNow', form: Form): Button =>
  button(turn.texts.t(`papers.template.button.${name}`), 'mauvanban', name, form)

/** Which kinds of paper have a form of the agency's own, for a unit. */
export async function listForms(turn: Turn, unitId: string): Promise<void> {
  const { t } = turn.texts
  const own = await turn.store.paperTemplates.ofUnit(unitId)
  const lines = templateKinds.map((kind, at) => {
    const file = own.find((row) => row.kind === kind)?.file_name
    const state = file === undefined ? t('papers.template.builtIn') : t('papers.template.own', { file })
    return `${at + 1}. ${t(`papers.template.kind.${kind}`)}: ${state}`
  })
  const open = templateKinds.map((kind) =>
    button(t(`papers.template.short.${kind}`), 'mauvanban', 'form', { kind, unitId }),
  )
  turn.reply(message([t('papers.template.intro'), ...lines].join('\n'), open))
}

/** Where somebody is admin in several units, which one first. */
export async function listUnits(turn: Turn): Promise<void> {
  const units = await unitsWithForms(turn)
  const [first] = units
  if (first && units.length === 1) return listForms(turn, first.id)
  const open = units.slice(0, 6).map(({ id, name }) => button(name, 'mauvanban', 'unit', { unitId: id }))
  turn.reply(message(turn.texts.t('papers.template.whichUnit'), open))
}

/** One kind's form, with what can be done about it; `said` stands before. */
export async function showForm(turn: Turn, form: Form, said = ''): Promise<void> {
  const { t } = turn.texts
  const own = await turn.store.paperTemplates.own(form.unitId, form.kind)
  const kind = t(`papers.template.kind.${form.kind}`)
  const state = own
    ? t('papers.template.card', { kind, file: own.file_name, at: formatMoment(turn.texts, own.changed_at, turn.zone) })
    : t('papers.template.cardBuiltIn', { kind })
  const names = own ? (['send', 'tags', 'download', 'remove'] as const) : (['send', 'tags'] as const)
  const buttons = names.map((name) => act(turn, name, form))
  turn.reply(message([said, state].filter((line) => line !== '').join('\n'), buttons))
}

const tagLines = (t: Turn['texts']['t'], tags: TemplateTag[], inset = ''): string[] =>
  tags.flatMap(({ name, about, each, required }) => {
    const meaning = t(`papers.template.tag.${about}` as TextKey)
    const written = each ? `{#${name}} … {/${name}}` : `{${name}}`
    const line = `${inset}${written}: ${meaning}${required ? t('papers.template.required') : ''}`
    return each ? [line, ...tagLines(t, each, '   ')] : [line]
  })

/** The tags that a form of this kind may have, with their meaning. */
export function showTags(turn: Turn, form: Form): void {
  const { t } = turn.texts
  const lines = tagLines(t, templateTags[form.kind])
  const kind = t(`papers.template.kind.${form.kind}`)
  turn.reply(message([t('papers.template.tags', { kind }), ...lines].join('\n'), [act(turn, 'send', form)]))
}

/** The form in use, as a file. */
export async function downloadForm(turn: Turn, form: Form): Promise<void> {
  const own = await turn.store.paperTemplates.own(form.unitId, form.kind)
  if (!own) return showForm(turn, form)
  const { file_hash: hash, file_name: name } = own
  turn.reply({ ...message(turn.texts.t('papers.template.file', { name })), attachment: { hash, name, mime: docxMime } })
}

export function askToRemove(turn: Turn, form: Form): void {
  const kind = turn.texts.t(`papers.template.kind.${form.kind}`)
  turn.say('papers.template.askRemove', { kind }, [act(turn, 'removeNow', form)])
}

/** Takes the agency's own form away; papers are laid out by the program again. */
export async function removeForm(turn: Turn, form: Form): Promise<void> {
  const { store, person, now } = turn
  const own = await store.paperTemplates.own(form.unitId, form.kind)
  if (!person || !(await mayManageForms(turn, form.unitId))) return turn.say('papers.template.refused')
  if (own) {
    await store.paperTemplates.remove(form.unitId, form.kind)
    const detail = { kind: form.kind, file: own.file_name, hash: own.file_hash }
    await store.audit.write({ at: now, by: person.id, action: 'paper_template.removed', subject: form.unitId, detail })
  }
  await showForm(turn, form, turn.texts.t('papers.template.removed'))
}
