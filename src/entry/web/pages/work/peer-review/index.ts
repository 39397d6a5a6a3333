import type { Route } from '#entry/web/http/page.tsx'
import { meetingPage, meetingsPage, newMeetingPage } from './meetings.tsx'

export { peerCaseRoutes } from './case.tsx'

/** Meetings of colleagues. */
export const peerMeetingRoutes: readonly Route[] = [meetingsPage, newMeetingPage, meetingPage]
