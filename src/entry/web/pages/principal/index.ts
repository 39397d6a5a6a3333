import type { Route } from '#entry/web/http/page.tsx'
import { aggregatesPage, ownAggregatesPage, publishAggregatesAct } from './aggregates.tsx'
import { questionPage } from './question.tsx'
import { releasedFile, releasedPage } from './released.tsx'
import { releasedListPage } from './released-list.tsx'

/** What principals and interested parties see: what clients released to them, and numbers. */
export const principalRoutes: readonly Route[] = [
  releasedListPage,
  releasedPage,
  releasedFile,
  questionPage,
  ownAggregatesPage,
  aggregatesPage,
  publishAggregatesAct,
]
