import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { changeMember, listStaff, type StaffMember } from '#duties/administration/staff.ts'
import {
  CheckboxGroup,
  DateField,
  DescriptionList,
  ErrorSummary,
  Form,
  HiddenField,
  Notice,
  type Option,
  PageHeader,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, textList } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { pointing } from './field-fault.ts'
import { functionNames, functionOptions } from './function-words.ts'
import { readOffice } from './office.ts'
import { Employment } from './staff.tsx'

const words = {
  staff: { nl: 'Medewerkers', en: 'Staff' },
  name: { nl: 'Naam', en: 'Name' },
  title: { nl: 'Titel', en: 'Title' },
  titleHint: {
    nl: 'Zo staat deze medewerker bij een dossier: “coach”, “arbeidsdeskundige”.',
    en: 'How this member is shown with a dossier: “coach”, “labour expert”.',
  },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  functions: { nl: 'Functies', en: 'Functions' },
  functionsHint: {
    nl: 'Wat een functie opent, staat in de privacyverklaring. De inhoud van dossiers hoort daar nooit bij.',
    en: 'What a function opens stands in the privacy statement. The contents of dossiers never belong to it.',
  },
  lastDay: { nl: 'Laatste werkdag', en: 'Last day at work' },
  lastDayHint: {
    nl: 'Na deze dag komt deze medewerker nergens meer bij. Laat dit leeg bij wie blijft en maak het leeg bij wie terugkomt.',
    en: 'After this day this member reaches nothing any more. Leave it empty for who stays, and empty it for who comes back.',
  },
  save: { nl: 'Opslaan', en: 'Save' },
  own: { nl: 'Dit bent u zelf', en: 'This is you' },
  ownWhy: {
    nl: 'Over uw eigen functies en vertrek beslist een andere beheerder. Uw naam en titel kunt u hier wel aanpassen.',
    en: 'Another administrator decides on your own functions and departure. Your name and title you can change here.',
  },
  none: { nl: 'geen', en: 'none' },
} satisfies Record<string, Text>

const input = z.object({
  name: z.string().trim().min(1).max(200),
  title: z.string().trim().max(200),
  /** Whether the form had functions and a last day at all. */
  decides: z.literal('on').optional(),
  functions: z.preprocess(textList, z.array(z.string().max(60)).max(20)),
  lastDay: z.preprocess((typed) => (typed === '' ? undefined : typed), z.iso.date().optional()),
})

interface MemberData {
  readonly member: StaffMember
  readonly options: readonly Option[]
}

/** Somebody who works here: name, functions and the last day. */
export const memberPage = formPage('/beheer/medewerkers/:id', {
  input,
  read: async (door, params): Promise<MemberData> => {
    const id = idOf(params)
    const { staff } = await readOffice(door, 'staff', { staff: listStaff })
    const member = staff.find(({ accountId }) => accountId === id)
    if (!member) throw new AppError('NOT_FOUND')
    const { organisation, site } = door.visit
    const statement = await site.publication.current(organisation)
    return { member, options: functionOptions(statement, door.language) }
  },
  view: ({ member, options }, form, door) => (
    <Screen door={door} title={member.name} width="narrow">
      <PageHeader
        title={member.name}
        status={<Employment member={member} door={door} />}
        breadcrumbs={[{ label: words.staff, href: '/beheer' }]}
      />
      <ErrorSummary errors={form.faults} />
      {door.me?.accountId === member.accountId && (
        <Notice title={words.own}>
          <Words of={words.ownWhy} />
        </Notice>
      )}
      <MemberForm member={member} options={options} form={form} door={door} />
    </Screen>
  ),
  act: async ({ door, params, input: filled }) => {
    const accountId = idOf(params)
    const { decides, functions, lastDay, name, title } = filled
    const decided = decides ? { functions, lastDay: lastDay ?? null } : {}
    await pointing({ LAST_ADMINISTRATOR: 'functions', FUNCTION_UNKNOWN: 'functions' }, () =>
      door.change('administration', (tx) =>
        changeMember(tx, { accountId, name, title, ...decided }),
      ),
    )
    return { to: '/beheer', done: 'member-changed' }
  },
})

interface MemberFormProps extends MemberData {
  readonly form: FormState
  readonly door: Door
}

function MemberForm({ member, options, form, door }: MemberFormProps): JSX.Element {
  const own = door.me?.accountId === member.accountId
  const { functions } = member
  const held = functions.length > 0 ? functionNames(functions, door.language) : undefined
  return (
    <Form
      action={`/beheer/medewerkers/${member.accountId}`}
      submit={words.save}
      cancelHref="/beheer"
      formId={form.formId}
    >
      <DescriptionList
        items={[
          ...(member.email === null ? [] : [{ term: words.email, value: member.email }]),
          ...(own ? [{ term: words.functions, value: held ?? <Words of={words.none} /> }] : []),
        ]}
      />
      <TextField
        name="name"
        label={words.name}
        value={form.value('name', member.name)}
        error={form.fault('name')}
        maxLength={200}
        autocomplete="off"
        required
      />
      <TextField
        name="title"
        label={words.title}
        hint={words.titleHint}
        value={form.value('title', member.title)}
        error={form.fault('title')}
        maxLength={200}
        autocomplete="off"
      />
      {!own && (
        <>
          <HiddenField name="decides" value="on" />
          <CheckboxGroup
            name="functions"
            label={words.functions}
            hint={words.functionsHint}
            options={options}
            values={form.chosen('functions', functions)}
            error={form.fault('functions')}
          />
          <DateField
            name="lastDay"
            label={words.lastDay}
            hint={words.lastDayHint}
            value={form.value('lastDay', member.lastDay)}
            error={form.fault('lastDay')}
          />
        </>
      )}
    </Form>
  )
}
