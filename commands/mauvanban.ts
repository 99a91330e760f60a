import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import type { Turn } from '../src/chat/turn.ts'
import { mayManageForms } from '../src/dialogs/mauvanban/managing.ts'
import {
  askToRemove,
  downloadForm,
  type Form,
  listForms,
  listUnits,
  removeForm,
  showForm,
  showTags,
} from '../src/dialogs/mauvanban/show-form.ts'
import { templateKinds } from '../src/papers/templates/tags.ts'

const form = z.object({ kind: z.enum(templateKinds), unitId: z.string() })

/** An action on a form of a unit that whoever presses looks after, now: buttons are old. */
const onForm = (act: (turn: Turn, given: Form) => Promise<void> | void) =>
  defineAction(form, async (turn, given) =>
    (await mayManageForms(turn, given.unitId)) ? act(turn, given) : turn.say('papers.template.refused'),
  )

/** The agency's own forms for registrations and reports. */
export default defineCommand({
  order: 14,
  usage: 'papers.template.usage',
  menu: 'papers.template.menu',
  aliases: ['mẫu văn bản', 'mẫu giấy'],
  allow: only('admin'),
  run: listUnits,
  actions: {
    unit: defineAction(z.object({ unitId: z.string() }), async (turn, { unitId }) =>
      (await mayManageForms(turn, unitId)) ? listForms(turn, unitId) : turn.say('papers.template.refused'),
    ),
    form: onForm((turn, given) => showForm(turn, given)),
    send: onForm((turn, given) => turn.begin('mauvanban', given)),
    tags: onForm(showTags),
    download: onForm(downloadForm),
    remove: onForm(askToRemove),
    removeNow: onForm(removeForm),
  },
})
