import type { Assistant } from './assistant.ts'
import type { Links } from './chat/links.ts'
import type { Instant } from './domain/day.ts'
import type { FileStore } from './store/file-store.ts'
import { createUploads } from './take-upload.ts'
import { calendarRoutes } from './web/pages/calendar-routes.ts'
import { dashboardRoutes } from './web/pages/dashboard-routes.ts'
import { downloadRoutes } from './web/pages/download-routes.ts'
import { invitationRoutes } from './web/pages/invitation-routes.ts'
import { receiptRoutes } from './web/pages/receipt-routes.ts'
import { uploadRoutes } from './web/pages/upload-routes.ts'
import type { Route } from './web/route.ts'

type Parts = {
  assistant: Assistant
  files: FileStore
  links: Links
  channels: { name: string }[]
  realNow: () => Instant
}

/** The pages beside the chat: what links open. */
export function openPages({ assistant, files, links, channels, realNow }: Parts): Route[] {
  const { database, texts, zone, services } = assistant.core
  const { store } = database
  const uploads = createUploads({ store, files, takeDown: assistant.loop.takeDown })
  const typedChannels = channels.map(({ name }) => name).filter((name) => name.startsWith('zalo'))
  return [
    ...uploadRoutes({ links, uploads, texts }),
    ...downloadRoutes({ links, fileBytes: files.bytes, texts }),
    ...invitationRoutes({ joinLinks: services.joinLinks, typedChannels, texts }),
    ...dashboardRoutes({ core: assistant.core, links }),
    ...calendarRoutes({ core: assistant.core, realNow }),
    ...receiptRoutes({ receipt: store.registrations.byCode, texts, zone, realNow }),
  ]
}
