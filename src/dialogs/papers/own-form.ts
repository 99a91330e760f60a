import type { Turn } from '../../chat/turn.ts'
import { pathUp } from '../../domain/unit-tree.ts'
import type { FileDraft } from '../../papers/file-draft.ts'
import type { TemplateData } from '../../papers/templates/fill-template.ts'
import type { TemplateKind } from '../../papers/templates/tags.ts'

/**
 * The paper on the agency's own form: the unit's, else that of the nearest unit above. Null where there is none; then the
 * program lays it out.
 */
export async function onOwnForm(
  { store, services }: Pick<Turn, 'store' | 'services'>,
  unitId: string,
  kind: TemplateKind,
  data: () => TemplateData,
): Promise<FileDraft | null> {
  const path = pathUp(await store.units.all(), unitId).map(({ id }) => id)
  const form = await store.paperTemplates.find(path, kind)
  if (!form || !(await services.fileBytes(form.file_hash))) return null
  return { kind: 'form', form: form.file_hash, data: data() }
}
