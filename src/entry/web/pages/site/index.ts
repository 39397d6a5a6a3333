import type { Route } from '#entry/web/http/page.tsx'
import { cookiesPage, countingAct } from './cookies.tsx'
import { statisticsPage } from './statistics.tsx'

/** What visitors of the public pages are told, and what is told of them. */
export const siteRoutes: readonly Route[] = [cookiesPage, countingAct, statisticsPage]
