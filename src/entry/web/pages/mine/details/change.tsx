import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Columns,
  ErrorSummary,
  Form,
  Notice,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { type FormState, formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { changeProfile, changeReachability, type Profile } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { fieldNotice } from '#statement/index.ts'
import { openOwnFile, type OwnFile, ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { changeableParts } from './changeable.ts'
import { type ContactInput, contactInput } from './contact-input.ts'

const words = {
  title: { nl: 'Contactgegevens wijzigen', en: 'Change contact details' },
  lead: {
    nl: 'Hierop bereikt uw coach u. Uw inloggegevens veranderen niet mee.',
    en: 'This is how your coach reaches you. What you sign in with does not change.',
  },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  phone: { nl: 'Telefoonnummer', en: 'Telephone number' },
  street: { nl: 'Straat', en: 'Street' },
  houseNumber: { nl: 'Huisnummer', en: 'House number' },
  addition: { nl: 'Toevoeging', en: 'Addition' },
  postcode: { nl: 'Postcode', en: 'Postcode' },
  city: { nl: 'Plaats', en: 'Town' },
  save: { nl: 'Opslaan', en: 'Save' },
  nothing: {
    nl: 'U kunt hier niets zelf wijzigen. Vraag het uw coach.',
    en: 'There is nothing that you can change here yourself. Ask your coach.',
  },
} satisfies Record<string, Text>

/** The client corrects how they can be reached. */
export const detailsChangePage = formPage('/mijn/dossiers/:id/gegevens/wijzigen', {
  input: contactInput,
  read: openOwnFile,
  view: drawChange,
  act: async ({ door, params, input }) => {
    const id = idOf(params)
    await door.changeDossier(SELF_SERVICE, id, async (tx) => {
      await changeReachability(tx, { email: input.email, phone: input.phone })
      await changeProfile(tx, toAddress(input))
    })
    return { to: `${ownPath(id)}/gegevens`, done: 'saved' }
  },
})

/** The address of the form, or nothing where the form had none. */
function toAddress(input: ContactInput): Profile {
  const { street, houseNumber, houseNumberAddition, postcode, city } = input
  if (street === undefined) return {}
  const number = houseNumber ? Number(houseNumber) : null
  return { street, houseNumber: number, houseNumberAddition, postcode, city }
}

function drawChange(file: OwnFile, form: FormState, door: Door): JSX.Element {
  const parts = changeableParts(file.access)
  const path = `${file.path}/gegevens`
  const lead = parts.length > 0 && { lead: words.lead }
  return (
    <OwnStepScreen door={door} file={file} part="details" title={words.title} {...lead}>
      <ErrorSummary errors={form.faults} />
      {parts.length === 0 ? (
        <Notice>
          <Words of={words.nothing} />
        </Notice>
      ) : (
        <Form
          action={`${path}/wijzigen`}
          submit={words.save}
          cancelHref={path}
          formId={form.formId}
        >
          {parts.includes('email') && <EmailField file={file} form={form} door={door} />}
          {parts.includes('phone') && <PhoneField file={file} form={form} />}
          {parts.includes('address') && <AddressFields file={file} form={form} />}
        </Form>
      )}
    </OwnStepScreen>
  )
}

interface FieldsProps {
  readonly file: OwnFile
  readonly form: FormState
}

function EmailField({ file, form, door }: FieldsProps & { door: Door }): JSX.Element {
  const asked = { category: 'contact', activity: 'coaching' }
  return (
    <TextField
      name="email"
      type="email"
      label={words.email}
      value={form.value('email', file.dossier.client?.email)}
      error={form.fault('email')}
      notice={fieldNotice(file.statement, asked, door.language, VOCABULARY)}
      autocomplete="email"
      maxLength={254}
    />
  )
}

function PhoneField({ file, form }: FieldsProps): JSX.Element {
  return (
    <TextField
      name="phone"
      type="tel"
      label={words.phone}
      value={form.value('phone', file.dossier.client?.phone)}
      error={form.fault('phone')}
      autocomplete="tel"
      width="medium"
      maxLength={30}
    />
  )
}

function AddressFields({ file, form }: FieldsProps): JSX.Element {
  const { street, houseNumber, houseNumberAddition, postcode, city } = file.dossier.profile
  return (
    <>
      <TextField
        name="street"
        label={words.street}
        value={form.value('street', street)}
        error={form.fault('street')}
        maxLength={100}
      />
      <Columns shape="halves">
        <TextField
          name="houseNumber"
          label={words.houseNumber}
          value={form.value('houseNumber', houseNumber?.toString())}
          error={form.fault('houseNumber')}
          inputmode="numeric"
          width="short"
          maxLength={5}
        />
        <TextField
          name="houseNumberAddition"
          label={words.addition}
          value={form.value('houseNumberAddition', houseNumberAddition)}
          error={form.fault('houseNumberAddition')}
          width="short"
          maxLength={20}
        />
      </Columns>
      <Columns shape="halves">
        <TextField
          name="postcode"
          label={words.postcode}
          value={form.value('postcode', postcode)}
          error={form.fault('postcode')}
          autocomplete="postal-code"
          width="short"
          maxLength={10}
        />
        <TextField
          name="city"
          label={words.city}
          value={form.value('city', city)}
          error={form.fault('city')}
          autocomplete="address-level2"
          maxLength={100}
        />
      </Columns>
    </>
  )
}
