import { createAbsences } from './absences.ts'
import { createAccounts } from './accounts.ts'
import { createAggregates } from './aggregates.ts'
import { createAudit } from './audit.ts'
import { createCalendars } from './calendars.ts'
import { createChases } from './chases.ts'
import type { Db } from './db.ts'
import { createDeliveryReport } from './delivery-report.ts'
import { createExtensions } from './extensions.ts'
import { createFileReferences } from './file-references.ts'
import { createGivenMenus } from './given-menus.ts'
import { createGroups } from './groups.ts'
import { createHandovers } from './handovers.ts'
import { createInbox } from './inbox.ts'
import { createInvitations } from './invitations.ts'
import { createJobRuns } from './job-runs.ts'
import { createMembers } from './members.ts'
import { createOaTokens } from './oa-tokens.ts'
import { createObligations } from './obligations.ts'
import { createOpenChoices } from './open-choices.ts'
import { createOutbox } from './outbox.ts'
import { createPaperTemplates } from './paper-templates.ts'
import { createPeople } from './people.ts'
import { createPlannedPlans } from './planned-plans.ts'
import { createPlans } from './plans.ts'
import { createRegistrations } from './registrations.ts'
import { createReminders } from './reminders.ts'
import { createReports } from './reports.ts'
import { createSettings } from './settings.ts'
import { createSharedAccounts } from './shared-accounts.ts'
import { createTasks } from './tasks.ts'
import { createUnitGroups } from './unit-groups.ts'
import { createUnitMergers } from './unit-mergers.ts'
import { createUnits } from './units.ts'
import { createUsage } from './usage.ts'
import { createWebMessages } from './web-messages.ts'
import { createWebPairings } from './web-pairings.ts'
import { createWebSessions } from './web-sessions.ts'

/** All repositories over one database or one transaction; one line for each file of this folder. */
export function createStore(db: Db) {
  return {
    absences: createAbsences(db),
    accounts: createAccounts(db),
    aggregates: createAggregates(db),
    audit: createAudit(db),
    calendars: createCalendars(db),
    chases: createChases(db),
    deliveryReport: createDeliveryReport(db),
    extensions: createExtensions(db),
    fileReferences: createFileReferences(db),
    givenMenus: createGivenMenus(db),
    groups: createGroups(db),
    handovers: createHandovers(db),
    inbox: createInbox(db),
    invitations: createInvitations(db),
    jobRuns: createJobRuns(db),
    members: createMembers(db),
    oaTokens: createOaTokens(db),
    obligations: createObligations(db),
    openChoices: createOpenChoices(db),
    outbox: createOutbox(db),
    paperTemplates: createPaperTemplates(db),
    people: createPeople(db),
    plannedPlans: createPlannedPlans(db),
    plans: createPlans(db),
    registrations: createRegistrations(db),
    reminders: createReminders(db),
    reports: createReports(db),
    settings: createSettings(db),
    sharedAccounts: createSharedAccounts(db),
    tasks: createTasks(db),
    unitGroups: createUnitGroups(db),
    unitMergers: createUnitMergers(db),
    units: createUnits(db),
    usage: createUsage(db),
    webMessages: createWebMessages(db),
    webPairings: createWebPairings(db),
    webSessions: createWebSessions(db),
  }
}

export type Store = ReturnType<typeof createStore>
