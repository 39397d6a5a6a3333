import type { Route } from '#entry/web/http/page.tsx'
import { mailboxPage, mailPage } from './mailbox.tsx'

export const demoRoutes: readonly Route[] = [mailboxPage, mailPage]
