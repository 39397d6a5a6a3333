/** Mail about clients, filed or waiting. */
export {
  type DossierMails,
  mailReads,
  type MailView,
  type SentMailView,
  readDossierMails,
} from './dossier-mails.ts'
export { fileMail, MailToFile, removeMail, switchAddress } from './filing.ts'
export { mailboxName } from './mailbox.ts'
export { type MailPlace, MailReceiver } from './receiving.ts'
export {
  joinParts,
  readTray,
  readTrayToken,
  removeWaiting,
  TRAY_MOST,
  trayReads,
  type WaitingMail,
  waitingParts,
} from './tray.ts'
