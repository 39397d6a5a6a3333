/** Client dossiers: intake, consults, summaries, documents, substitution, disclosure. */
export {
  cancelAbsence,
  moveAbsence,
  planAbsence,
} from './absence.ts'
export {
  type AbsenceClient,
  absenceReads,
  type AbsenceView,
  readAbsences,
} from './absence-view.ts'
export { activate } from './activation.ts'
export { type Actor, Actors } from './actors.ts'
export { addSupplement, approveSummary, disputeSummary, WORDS_LIMIT } from './answer.ts'
export {
  type Caseload,
  CASELOAD_PAGE,
  type CaseloadAsked,
  type CaseloadOrder,
  caseloadReads,
  type CaseloadRow,
  readCaseload,
} from './caseload.ts'
export { PRACTICE_CHECKS } from './checks.ts'
export { changeClient, changeReachability } from './client.ts'
export { closeEngagement } from './closure.ts'
export {
  answerConsent,
  enterWithdrawal,
  recordPaperAnswer,
  renewConsent,
  withdrawConsent,
} from './consent.ts'
export type { ConsentState, ConsentView } from '#duties/consent/consent.ts'
export { changeConsult, noteConsult } from './consult.ts'
export type { ConsultView, SummaryState, OwnWords, SummaryView } from './consult-view.ts'
export type { DocumentView, NoteView } from './content-view.ts'
export { handedItems, handOver } from './demand.ts'
export { askDisclosure, disclose } from './disclosure.ts'
export type { DisclosureView } from './disclosure-view.ts'
export { sendSummary } from './dispatch.ts'
export {
  addDocument,
  type DocumentFile,
  readDocumentFile,
  removeDocument,
  TITLE_LIMIT,
} from './document.ts'
export { type HitPlace, searchDossier, type SearchHit } from './dossier-search.ts'
export { type DossierReads, dossierReads } from './dossier-reads.ts'
export { type DossierView, readDossier } from './dossier-view.ts'
export { findEngagement, type Intake, startEngagement } from './engagement.ts'
export { PRACTICE_ERRORS } from './errors.ts'
export { endingOf, FILE_ENDINGS } from './file-kind.ts'
export {
  inviteClient,
  invitationReads,
  type InvitationView,
  readInvitations,
  withdrawInvitation,
} from './invitation.ts'
export {
  type ClientList,
  describeProblem,
  explainOutcome,
  importClients,
  type ImportOutcome,
  isTarget,
  type Mapping,
  MAX_FILE_BYTES,
  readClientList,
  reportList,
  type RowOutcome,
  SERVICES,
  type Service,
  TARGETS,
} from './import/index.ts'
export {
  answerHandover,
  handoverReads,
  type OfferedHandover,
  offeredHandovers,
  offerHandover,
  openHandover,
  type OverseenHandover,
  overseenHandovers,
  withdrawHandover,
} from './handover.ts'
export {
  MASKED,
  recordCitizenNumber,
  removeCitizenNumber,
  showCitizenNumber,
} from './citizen-number/citizen-number.ts'
export { readCitizenNumber } from './citizen-number/eleven-test.ts'
export { CitizenNumberMarks } from './citizen-number/mark.ts'
export {
  addRelatedPerson,
  RELATED_NAME_LIMIT,
  removeRelatedPerson,
} from './surroundings/related-person.ts'
export { countRelated, eraseRelated } from './surroundings/related-request.ts'
export { inviteRepresentative } from './surroundings/representative.ts'
export {
  readSurroundings,
  type Surroundings,
  surroundingsReads,
} from './surroundings/surroundings.ts'
export {
  REASON_LIMIT,
  switchOff,
  switchOn,
} from './surroundings/switched-category.ts'
export { type AskedFile, takeFile } from './files/own-file.ts'
export { placeItem } from './files/placing.ts'
export { sayValueSource } from './files/value-source.ts'
export { PRACTICE_LEDGER_WORDS } from './ledger-words.ts'
export { PRACTICE_PACKAGE_WORDS } from './package-words.ts'
export { changeNote, NOTE_LIMIT, removeNote, writeNote } from './note.ts'
export { askPartnerAccess } from './partner-coach.ts'
export { addParty } from './party.ts'
export { type Person, type PersonName, sayName } from './person.ts'
export type { Post } from './post.ts'
export { changeProfile, type Profile } from './profile.ts'
export { FILE_LIMIT, ReceivedFile, receiveFile } from './received-file.ts'
export { unsealParts } from './stored-part.ts'
export {
  type PrincipalOverview,
  readRelationOverview,
  relationLines,
} from './relation-overview.ts'
export { remindOfGatekeeperTerms } from './gatekeeper/reminder.ts'
export { remindOfSummaries } from './reminder.ts'
export { remindOfSignings } from './signature/reminder.ts'
export { endRelation, relate } from './relation.ts'
export type { RelationView } from './relation-view.ts'
export {
  readReleasedDocument,
  readReleasedFile,
  type ReleasedDocument,
  releasedDocumentReads,
  listReleased,
  RELEASED_PAGE,
  type ReleasedLine,
} from './released-document.ts'
export type { NoticeView, ServiceState } from './service-view.ts'
export { standingIn, type StandingInRow } from './standing-in.ts'
export { readClientLanguage, recordNotice } from './statement-notice.ts'
export { announceSubstitution, askSubstitution } from './substitution.ts'
export { changeSummary, replaceSummary, SUMMARY_LIMIT, writeSummary } from './summary.ts'
export * from './calendar/index.ts'
export * from './forms/index.ts'
export * from './gatekeeper/index.ts'
export * from './mails/index.ts'
export * from './paper/index.ts'
export * from './reports/index.ts'
export * from './signature/index.ts'
export * from './time/index.ts'
export * from './trajectory/index.ts'
export { TRAJECTORY_LEDGER_WORDS } from './trajectory/ledger-words.ts'
export { TRAJECTORY_PACKAGE_WORDS } from './trajectory/package-words.ts'
export { PRACTICE_VOCABULARY } from './vocabulary.ts'
export { NEWS_VOCABULARY } from './news/vocabulary.ts'
export {
  type AnonymisedCaseView,
  anonymiseCase,
  caseReads,
  changeCase,
  confirmCase,
  draftCase,
  readCases,
  shareCase,
  tellCase,
} from './peer-review/case.ts'
export {
  callMeeting,
  casesOf,
  clearMeetings,
  PEER_MEETINGS_MOST,
  type PeerMeeting,
  peerMeetings,
} from './peer-review/meeting.ts'
export { PEER_REVIEW_VOCABULARY } from './peer-review/vocabulary.ts'
export {
  type AnswerChannel,
  askProfessional,
  sendProfessionalRequest,
  storeProfessionalAnswer,
} from './professionals/request.ts'
export {
  professionalReads,
  type ProfessionalRequestView,
  readProfessionalRequests,
} from './professionals/request-view.ts'
export { remindOfLateAnswers } from './professionals/reminding.ts'
export { PROFESSIONALS_VOCABULARY } from './professionals/vocabulary.ts'
export {
  type AggregateReport,
  type AggregateTable,
  type AggregateToPublish,
  aggregatesToPublish,
  publishAggregates,
  publishedAggregates,
  readAggregates,
} from './principal/aggregate.ts'
export {
  ANSWERS,
  answerPrincipal,
  askAboutDisclosure,
  messageReads,
  type PrincipalMessage,
  QUESTION_LIMIT,
  QUESTIONS,
  readMessages,
  takesOwnWords,
} from './principal/message.ts'
export {
  ATTENDANCES,
  PACES,
  PROGRESS_FIELDS,
  type ProgressField,
  progressFields,
  progressTitle,
  type ProgressView,
  reportProgress,
  sayProgress,
} from './principal/progress.ts'
export {
  chooseSuccession,
  confirmEnding,
  declareEnding,
  type Ending,
  type EndingProgress,
  endingProgress,
  findEnding,
  findSuccessor,
  listCandidates,
  listSuccessions,
  nameSuccessor,
  type OwnSuccession,
  ownSuccessions,
  recordLetter,
  revokeEnding,
  SUCCESSION_PAGE,
  type SuccessionLine,
} from './succession/ending.ts'
export { carryOutSuccession } from './succession/telling.ts'
export { SUCCESSION_VOCABULARY } from './succession/vocabulary.ts'
export { CHOICES, ENDING_REASONS, OUTCOMES_OF_ENDING } from './succession/words.ts'
export { PRINCIPAL_VOCABULARY } from './principal/vocabulary.ts'
export {
  CHANNELS,
  CONSULT_WAYS,
  CONTENT_CATEGORIES,
  type ContentCategory,
  type DocumentCategory,
  type FileOfClient,
  FILES,
  NAMED_SOURCES,
  NOTICE_WAYS,
  OUTCOMES,
  RELATED_ROLES,
  type Provenance,
  SOURCE_NAME_LIMIT,
  SOURCES,
} from './words.ts'
