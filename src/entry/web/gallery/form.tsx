import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  CheckboxField,
  CheckboxGroup,
  ConfirmPanel,
  DateField,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  HiddenField,
  Layout,
  LinkButton,
  Notice,
  PageHeader,
  PublicLayout,
  RadioGroup,
  SelectField,
  Stack,
  TextArea,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { GalleryFrame } from './frame.ts'

const MB = 1_000_000

/** A form that came back with mistakes, with every kind of field. */
export function FormSheet({ frame }: GalleryFrame): JSX.Element {
  const born = { nl: 'Vul uw geboortedatum in.', en: 'Fill in your date of birth.' }
  const kind = { nl: 'Kies een dienst.', en: 'Choose a service.' }
  return (
    <Layout frame={frame} title={{ nl: 'Cliënt aanmelden', en: 'Register a client' }}>
      <PageHeader
        title={{ nl: 'Cliënt aanmelden', en: 'Register a client' }}
        lead={{
          nl: 'Vul in wat u nu weet. De rest kan later bij de intake.',
          en: 'Fill in what you know now. The rest can wait for the intake.',
        }}
        breadcrumbs={[{ label: { nl: 'Cliënten', en: 'Clients' }, href: '/galerij/caseload' }]}
      />
      <Stack gap="large">
        <ErrorSummary
          errors={[
            { name: 'born', message: born },
            { name: 'kind', message: kind },
          ]}
        />
        <RegistrationForm born={born} kind={kind} />
        <EraseConfirmation />
      </Stack>
    </Layout>
  )
}

interface Mistakes {
  readonly born: { nl: string; en: string }
  readonly kind: { nl: string; en: string }
}

function RegistrationForm({ born, kind }: Mistakes): JSX.Element {
  return (
    <Form
      action="/galerij/form"
      submit={{ nl: 'Cliënt aanmelden', en: 'Register client' }}
      cancelHref="/galerij/caseload"
      files
    >
      <HiddenField name="step" value="1" />
      <TextField
        name="family"
        label={{ nl: 'Achternaam', en: 'Family name' }}
        value="de Wit"
        required
      />
      <TextField
        name="postcode"
        label={{ nl: 'Postcode', en: 'Postcode' }}
        width="short"
        hint={{ nl: 'Bijvoorbeeld 1234 AB', en: 'For example 1234 AB' }}
      />
      <DateField
        name="born"
        label={{ nl: 'Geboortedatum', en: 'Date of birth' }}
        required
        error={born}
        notice={NOTICE}
      />
      <SelectField
        name="principal"
        label={{ nl: 'Opdrachtgever', en: 'Principal' }}
        options={[{ value: 'veerhuis', label: 'Kwekerij Het Veerhuis' }]}
        required
      />
      <ServiceChoices error={kind} />
      <TextArea
        name="question"
        label={{ nl: 'Vraag van de cliënt', en: 'What the client asks' }}
        hint={{ nl: 'In haar of zijn eigen woorden.', en: 'In their own words.' }}
        required
      />
      <FileField name="cv" label="CV" accept=".pdf,.docx" maxBytes={25 * MB} />
      <CheckboxField
        name="shown"
        label={{
          nl: 'De cliënt heeft de privacyverklaring gekregen',
          en: 'The client was given the privacy statement',
        }}
        hint={{ nl: 'Versie 4, geldig vanaf 1 december 2026', en: 'Version 4' }}
        required
      />
      <TextField
        name="number"
        label={{ nl: 'Dossiernummer', en: 'Dossier number' }}
        value="2026-0417"
        disabled
      />
    </Form>
  )
}

const NOTICE = {
  nl: 'Met uw geboortedatum weten wij zeker dat wij de juiste persoon hebben. Wij bewaren haar zolang wij uw dossier bewaren: vijf jaar na het einde van uw traject.',
  en: 'Your date of birth makes sure that we have the right person. We keep it as long as your dossier: five years after your trajectory ends.',
}

function ServiceChoices({ error }: { error: { nl: string; en: string } }): JSX.Element {
  return (
    <>
      <RadioGroup
        name="kind"
        label={{ nl: 'Dienst', en: 'Service' }}
        required
        error={error}
        options={[
          {
            value: 'reintegration',
            label: { nl: 'Re-integratie', en: 'Re-integration' },
            hint: { nl: 'Met gegevens over beperkingen', en: 'With data on limitations' },
          },
          { value: 'career', label: { nl: 'Loopbaanbegeleiding', en: 'Career coaching' } },
        ]}
      />
      <CheckboxGroup
        name="days"
        label={{ nl: 'Dagen waarop het past', en: 'Days that suit' }}
        values={['monday']}
        options={[
          { value: 'monday', label: { nl: 'Maandag', en: 'Monday' } },
          { value: 'thursday', label: { nl: 'Donderdag', en: 'Thursday' } },
        ]}
      />
    </>
  )
}

function EraseConfirmation(): JSX.Element {
  return (
    <ConfirmPanel
      title={{ nl: 'Dossier van Sanne de Wit verwijderen?', en: 'Erase the dossier?' }}
      lead={{
        nl: 'Dit kan niet ongedaan worden gemaakt, ook niet met een reservekopie.',
        en: 'This cannot be undone, not even from a backup.',
      }}
      goes={[
        { nl: '12 gespreksverslagen', en: '12 summaries' },
        { nl: '4 documenten', en: '4 documents' },
      ]}
      stays={[{ nl: 'De factuur, zeven jaar, omdat de wet dat vraagt', en: 'The invoice' }]}
      action="/galerij/form"
      confirm={{ nl: 'Dossier verwijderen', en: 'Erase dossier' }}
      cancelHref="/galerij/dossier"
    >
      <TextField id="erase-reason" name="reason" label={{ nl: 'Reden', en: 'Reason' }} required />
    </ConfirmPanel>
  )
}

/** A list with nothing in it yet. */
export function EmptySheet({ frame }: GalleryFrame): JSX.Element {
  return (
    <Layout frame={frame} title={{ nl: 'Afwezigheid', en: 'Absence' }}>
      <PageHeader title={{ nl: 'Afwezigheid', en: 'Absence' }} />
      <EmptyState
        icon="calendar"
        title={{ nl: 'U bent nergens afwezig gemeld', en: 'No absence planned' }}
        lead={{
          nl: 'Meldt u een vakantie, dan vragen wij elke cliënt of een collega mag waarnemen.',
          en: 'When you plan a holiday we ask each client whether a colleague may stand in.',
        }}
        action={
          <LinkButton
            href="?"
            icon="add"
            label={{ nl: 'Afwezigheid melden', en: 'Plan an absence' }}
          />
        }
      />
    </Layout>
  )
}

/** One short form in the middle. */
export function SignInSheet({ frame }: GalleryFrame): JSX.Element {
  const { account: _signedIn, ...visitor } = frame
  return (
    <PublicLayout
      frame={{ ...visitor, sections: [], signInHref: '/galerij/sign-in' }}
      title={{ nl: 'Inloggen', en: 'Sign in' }}
      width="single"
    >
      <PageHeader title={{ nl: 'Inloggen', en: 'Sign in' }} />
      <Stack>
        <Notice tone="error" announce>
          <p>
            <Words
              of={{
                nl: 'E-mailadres en wachtwoord horen niet bij elkaar.',
                en: 'This email address and password do not match.',
              }}
            />
          </p>
        </Notice>
        <Form action="/galerij/sign-in" submit={{ nl: 'Verder', en: 'Continue' }}>
          <TextField
            name="email"
            type="email"
            label={{ nl: 'E-mailadres', en: 'Email address' }}
            autocomplete="username"
            required
          />
          <TextField
            name="password"
            type="password"
            label={{ nl: 'Wachtwoord', en: 'Password' }}
            autocomplete="current-password"
            required
          />
        </Form>
        <p>
          <a href="?">
            <Words of={{ nl: 'Wachtwoord vergeten', en: 'Forgot your password' }} />
          </a>
        </p>
      </Stack>
    </PublicLayout>
  )
}
