import type { FieldError } from '#entry/web/components/index.ts'
import { type AppError, isAppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'

/** Sentences for the codes of the store. Modules bring their own in `register`. */
const known = new Map<string, Text>(
  Object.entries({
    NOT_DECLARED: {
      nl: 'De privacyverklaring staat dit niet toe. Daarom kan de software het niet.',
      en: 'The privacy statement does not allow this. So the software cannot do it.',
    },
    INVALID: {
      nl: 'Er klopt iets niet aan wat u invulde. Kijk het na en probeer het opnieuw.',
      en: 'Something in what you filled in is not right. Check it and try again.',
    },
    CONFLICT: {
      nl: 'Iemand anders wijzigde dit op hetzelfde moment. Kijk het na en probeer het opnieuw.',
      en: 'Somebody else changed this at the same moment. Check it and try again.',
    },
    RESTORING: {
      nl: 'Er wordt een reservekopie teruggezet. Inloggen kan weer zodra dat klaar is; probeer het over een paar minuten opnieuw.',
      en: 'A backup is being brought back. You can sign in again as soon as that is done; try again in a few minutes.',
    },
    UNREADABLE: {
      nl: 'De sleutel van dit dossier bestaat niet meer. De inhoud is niet meer te lezen.',
      en: 'The key of this dossier no longer exists. Its contents can no longer be read.',
    },
    FORM_FOREIGN: {
      nl: 'Dit formulier is verlopen. Ga terug, vernieuw de pagina en probeer het opnieuw.',
      en: 'This form has expired. Go back, refresh the page and try again.',
    },
    FORM_STALE: {
      nl: 'U hebt na het openen van dit formulier opnieuw ingelogd of bent uitgelogd. Wat u typte, staat er nog. Kijk het na en verstuur het nog een keer; een bestand kiest u opnieuw.',
      en: 'You signed in again or were signed out since you opened this form. What you typed is still here. Check it and send it once more; choose a file again.',
    },
    BODY_TOO_LARGE: {
      nl: 'Wat u stuurt, is te groot. Een bestand mag hier hoogstens {most} MB zijn. Ga terug en kies een kleiner bestand.',
      en: 'What you send is too large. A file may be {most} MB at most here. Go back and choose a smaller file.',
    },
    DOSSIER_NOT_STARTED: {
      nl: 'U kunt dit soort dossier niet beginnen.',
      en: 'You cannot start this kind of dossier.',
    },
    MEMBER_UNKNOWN: { nl: 'Deze medewerker is er niet.', en: 'There is no such member of staff.' },
    INVITED_TO_OWN_WORK: {
      nl: 'Wie aan een dossier werkt, kan er niet ook de cliënt van zijn. Kies iemand anders.',
      en: 'Whoever works on a dossier cannot be its client as well. Choose somebody else.',
    },
    INVITATION_EXPIRED: {
      nl: 'Deze uitnodiging is verlopen of al gebruikt. Vraag om een nieuwe.',
      en: 'This invitation has expired or was used already. Ask for a new one.',
    },
  } satisfies Record<string, Text>),
)

/** Adds the sentences of a module, by code. */
export function registerExplanations(sentences: Readonly<Record<string, Text>>): void {
  for (const [code, text] of Object.entries(sentences)) known.set(code, text)
}

/**
 * Whether it is a failure that a form explains beside what was typed, rather than a page of its
 * own.
 */
export function isExplained(error: unknown): error is AppError {
  return isAppError(error) && known.has(error.code)
}

/** What went wrong, in words; the places of the sentence are filled by the details of the error. */
export function explain({ code, details }: AppError): FieldError {
  const text = known.get(code) ?? { nl: code, en: code }
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(details[name] ?? place))
  const message = { nl: fill(text.nl), en: fill(text.en) }
  const { field } = details
  return typeof field === 'string' ? { name: field, message } : { message }
}
