import { z } from 'zod'
import type { Letter } from '#duties/letter/letter.ts'
import {
  Actions,
  Card,
  DateField,
  dayOf,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  RadioGroup,
  Stack,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { answer, idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { letterAnswer } from '#entry/web/http/press.ts'
import { pointing } from '#entry/web/pages/administration/field-fault.ts'
import { listCategories } from '#entry/web/pages/work/categories.ts'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  addDocument,
  type ConsentView,
  ReceivedFile,
  receiveFile,
  recordPaperAnswer,
} from '#modules/practice/index.ts'
import { DossierStepScreen } from './screen.tsx'
import { consentTitle } from './subject.ts'
import { isOpenForWriting } from './writing.ts'

const words = {
  title: { nl: 'Antwoord op papier', en: 'An answer on paper' },
  lead: {
    nl: 'Print de vraag en laat de cliënt haar ondertekenen. Leg daarna het antwoord vast met een scan van wat is ondertekend. De cliënt krijgt er bericht van.',
    en: 'Print the question and have the client sign it. Then record the answer with a scan of what was signed. The client is told.',
  },
  print: { nl: 'Vraag als pdf', en: 'The question as PDF' },
  answer: { nl: 'Wat antwoordde de cliënt?', en: 'What did the client answer?' },
  given: { nl: 'Ja, toestemming gegeven', en: 'Yes, consent given' },
  refused: { nl: 'Nee', en: 'No' },
  signed: { nl: 'Ondertekend op', en: 'Signed on' },
  scan: { nl: 'Scan van wat is ondertekend', en: 'Scan of what was signed' },
  scanHint: { nl: 'Pdf, PNG of JPEG.', en: 'PDF, PNG or JPEG.' },
  missing: { nl: 'Kies een bestand.', en: 'Choose a file.' },
  choose: { nl: 'Kies wat de cliënt antwoordde.', en: 'Choose what the client answered.' },
  save: { nl: 'Vastleggen', en: 'Record' },
  document: { nl: 'Toestemming op papier', en: 'Consent on paper' },
  yes: { nl: '☐ Ja, ik geef toestemming.', en: '☐ Yes, I consent.' },
  no: { nl: '☐ Nee, ik geef geen toestemming.', en: '☐ No, I do not consent.' },
  withdraw: {
    nl: 'U kunt uw toestemming altijd intrekken: op uw eigen pagina’s, met een brief of per telefoon.',
    en: 'You can withdraw your consent at any time: on your own pages, by letter or by phone.',
  },
  name: { nl: 'Naam: ______________________________', en: 'Name: ______________________________' },
  date: { nl: 'Datum: _____________________________', en: 'Date: ______________________________' },
  sign: { nl: 'Handtekening:', en: 'Signature:' },
  version: { nl: 'versie {version} van de verklaring', en: 'version {version} of the statement' },
} satisfies Record<string, Text>

const SHOWN_LIMIT = 25_000_000

/** Where the answer that a client gave on paper is entered. */
export function paperConsentPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/toestemmingen/:consent/papier`, {
    input: z.object({
      answer: z.enum(['given', 'refused'], { error: because(words.choose) }),
      signed: z.iso.date(),
      scan: z.instanceof(ReceivedFile, { error: because(words.missing) }),
    }),
    receives: { scan: receiveFile },
    labels: { answer: words.answer, signed: words.signed, scan: words.scan },
    read: (door, params) => readQuestion(door, desk, params),
    view: ({ file, consent }, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="consents"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <Stack>
          <Card level={2} title={consentTitle(consent)}>
            <WrittenText text={consent.wording} />
          </Card>
          <Actions>
            <LinkButton
              href={`${file.path}/toestemmingen/${consent.id}/vraag.pdf`}
              label={words.print}
              look="plain"
              icon="download"
            />
          </Actions>
        </Stack>
        <Form
          action={`${file.path}/toestemmingen/${consent.id}/papier`}
          submit={words.save}
          cancelHref={`${file.path}/toestemmingen/${consent.id}`}
          files
          formId={form.formId}
        >
          <RadioGroup
            name="answer"
            label={words.answer}
            required
            value={form.value('answer')}
            error={form.fault('answer')}
            options={[
              { value: 'given', label: words.given },
              { value: 'refused', label: words.refused },
            ]}
          />
          <DateField
            name="signed"
            label={words.signed}
            value={form.value('signed')}
            error={form.fault('signed')}
            max={dayOf(new Date())}
            required
          />
          <FileField
            name="scan"
            label={words.scan}
            hint={words.scanHint}
            required
            maxBytes={SHOWN_LIMIT}
            accept=".pdf,.png,.jpg,.jpeg"
            error={form.fault('scan')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, params, input, formId }) => {
      const id = idOf(params)
      const requestId = idOf(params, 'consent')
      const file = await openFile(door, desk, params)
      const [category] = listCategories(file)
      if (!category) throw new AppError('NOT_FOUND')
      await pointing({ SIGNED_OUTSIDE: 'signed' }, () =>
        once(() =>
          door.changeDossier(desk.activity, id, async (tx) => {
            const documentId = await addDocument(tx, {
              id: formId,
              category,
              title: words.document[door.language],
              source: 'client',
              channel: 'letter',
              file: input.scan,
            })
            await recordPaperAnswer(tx, {
              requestId,
              decision: input.answer,
              signedOn: input.signed,
              documentId,
              post: postToClient(door, id),
            })
          }),
        ),
      )
      return { to: `${desk.path}/${id}/toestemmingen/${requestId}`, done: 'consent-recorded' }
    },
  })
}

/** The question to be signed on paper, in the language in which it is asked. */
export function paperQuestion(desk: Desk): Route {
  return answer(`${desk.path}/:id/toestemmingen/:consent/vraag.pdf`, async (door, params, c) => {
    const { file, consent } = await readQuestion(door, desk, params)
    return letterAnswer(c, questionLetter(file, consent))
  })
}

function questionLetter({ statement }: OpenedFile, consent: ConsentView): Letter {
  const language: Language = consent.language === 'en' ? 'en' : 'nl'
  const { controller } = statement.declarations
  const say = (text: Text): string => text[language]
  const title = consentTitle(consent)
  const version = say(words.version).replace('{version}', String(consent.statement))
  return {
    language,
    title: typeof title === 'string' ? title : say(title),
    sender: { name: controller.name, lines: [controller.address ?? ''] },
    writtenOn: dayOf(consent.askedAt),
    reference: `${consent.id}, ${version}`,
    blocks: [
      { kind: 'quote', text: consent.wording },
      ...[words.yes, words.no, words.withdraw, words.name, words.date, words.sign].map(
        (text) => ({ kind: 'paragraph', text: say(text) }) as const,
      ),
    ],
  }
}

/** A question that waits for its answer. */
async function readQuestion(
  door: Door,
  desk: Desk,
  params: Params,
): Promise<{ readonly file: OpenedFile; readonly consent: ConsentView }> {
  const file = await openFile(door, desk, params)
  const consent = file.dossier.consents.find(({ id }) => id === params['consent'])
  if (consent?.state !== 'asked' || !isOpenForWriting(file, 'consent_requests')) {
    throw new AppError('NOT_FOUND')
  }
  return { file, consent }
}
