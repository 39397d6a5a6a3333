import type { Route } from '#entry/web/http/page.tsx'
import { demoAccountsPage, demoSignIn } from './accounts.tsx'
import { enclosureFile, mailboxPage, mailPage } from './mailbox.tsx'

export const demoRoutes: readonly Route[] = [
  demoAccountsPage,
  demoSignIn,
  mailboxPage,
  mailPage,
  enclosureFile,
]
