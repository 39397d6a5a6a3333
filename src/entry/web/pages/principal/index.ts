import type { Route } from '#entry/web/http/page.tsx'
import { releasedFile, releasedPage } from './released.tsx'
import { releasedListPage } from './released-list.tsx'

/** What principals and interested parties see: the documents that clients released to them. */
export const principalRoutes: readonly Route[] = [releasedListPage, releasedPage, releasedFile]
