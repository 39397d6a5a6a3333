import { ADMINISTRATION_ERRORS } from '#duties/administration/errors.ts'
import { registerExplanations } from '#entry/web/http/explanations.ts'
import type { Route } from '#entry/web/http/page.tsx'
import { absenceCancellationPage } from './absence-cancellation.tsx'
import { absenceChangePage, absencePlanPage } from './absence.tsx'
import { absencesPage } from './absences.tsx'
import { contactEndPage } from './contact-end.tsx'
import { contactInvitationPage } from './contact-invitation.tsx'
import { invitationWithdrawalPage } from './invitation-withdrawal.tsx'
import { invitationsPage } from './invitations.tsx'
import { invitePage } from './invite.tsx'
import { memberPage } from './member.tsx'
import { partiesPage } from './parties.tsx'
import { partyAdditionPage } from './party-addition.tsx'
import { partyPage } from './party.tsx'
import { staffPage } from './staff.tsx'

registerExplanations(ADMINISTRATION_ERRORS)

export const administrationRoutes: readonly Route[] = [
  staffPage,
  memberPage,
  invitationsPage,
  invitePage,
  invitationWithdrawalPage,
  partiesPage,
  partyAdditionPage,
  partyPage,
  contactInvitationPage,
  contactEndPage,
  absencesPage,
  absencePlanPage,
  absenceChangePage,
  absenceCancellationPage,
]
