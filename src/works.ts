import { aggregateWork } from './aggregate-work.ts'
import type { IncomingFile } from './chat/incoming.ts'
import { checkLayoutWork } from './check-layout-work.ts'
import { checkTemplateWork } from './check-template-work.ts'
import type { Calendar } from './domain/calendar.ts'
import type { Clock } from './domain/day.ts'
import { createPainter } from './draw-pictures.ts'
import { drawProgressWork } from './draw-progress-work.ts'
import type { Work } from './jobs/work.ts'
import { keepAttachmentWork } from './keep-attachment-work.ts'
import { readListWork } from './read-list-work.ts'
import { readPlanWork } from './read-plan-work.ts'
import { rehearseWork } from './rehearse-work.ts'
import type { Database } from './store/database.ts'
import type { FileStore } from './store/file-store.ts'
import { type Kept, storeWorks } from './store-works.ts'
import { createTexts } from './texts/texts.ts'
import { writeFileWork } from './write-file-work.ts'

type Download = (channel: string, file: IncomingFile) => Promise<Uint8Array>

/** `kept`: null where the database lies in memory, which no other process can open. */
type Given = {
  database: Database
  files: FileStore
  clock: Clock
  calendar: Calendar
  zone: string
  kept: Kept | null
}

const inThisProcess = (given: Parameters<typeof rehearseWork>[0]) => ({
  aggregate: aggregateWork(given),
  rehearse: rehearseWork(given),
})

/** All slow work by kind. */
export const createWorks = (download: Download, { files, kept, ...given }: Given) =>
  ({
    read_plan: readPlanWork(download, files),
    read_list: readListWork(download),
    keep_attachment: keepAttachmentWork(download, files),
    check_layout: checkLayoutWork(download, files),
    check_template: checkTemplateWork(download, files),
    draw_progress: drawProgressWork({ files, painter: createPainter() }),
    write_file: writeFileWork(files),
    ...(kept ? storeWorks({ ...kept, ...given }) : inThisProcess({ ...given, files, texts: createTexts()('vi') })),
  }) satisfies Record<string, Work>
