import { expect, test } from 'vitest'
import { ActionForm } from './action-form.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { RadioGroup } from './radio-group.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'
import { ViewContext } from './view.ts'

const view = { language: 'en', csrfToken: 'token-1' } as const
const options = [{ value: 'a', label: 'A' }]

test('every form carries the token of its page and an id of its own', () => {
  const html = String(
    <ViewContext.Provider value={view}>
      <Form action="/a" submit="Save" />
      <ActionForm action="/b" label="Send" />
    </ViewContext.Provider>,
  )
  expect(html.match(/name="_csrf" value="token-1"/g)).toHaveLength(2)
  const ids = [...html.matchAll(/name="_form" value="([^"]{36})"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(2)
})

test('a form that comes back keeps its id, so that sending it again is still the same form', () => {
  expect(String(<Form action="/a" formId="kept" />)).toContain('name="_form" value="kept"')
})

test('a form with a file can carry it, and another one does not pretend to', () => {
  expect(String(<Form action="/a" files />)).toContain('enctype="multipart/form-data"')
  expect(String(<Form action="/a" />)).not.toContain('enctype')
})

test('hint and error are read with the field, and the error says that it is one', () => {
  const html = String(<TextField name="age" label="Age" hint="In years" error="Too low" required />)
  expect(html).toContain('aria-describedby="field-age-hint field-age-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toMatch(/id="field-age-error".*Fout:.*Too low/)
})

test('a field without a mistake is not marked as wrong', () => {
  const html = String(<TextField name="age" label="Age" required />)
  expect(html).not.toContain('aria-invalid')
  expect(html).not.toContain('aria-describedby')
})

test('only a field that may stay empty says so', () => {
  expect(String(<TextField name="a" label="A" />)).toContain('(niet verplicht)')
  expect(String(<TextField name="a" label="A" required />)).not.toContain('(niet verplicht)')
})

test('what was filled in is kept, escaped, and a password never is', () => {
  const value = '"><script>'
  expect(String(<TextField name="a" label="A" value={value} />)).toContain(
    'value="&quot;&gt;&lt;script&gt;"',
  )
  const secret = String(<TextField name="a" label="A" type="password" value="hunter2" />)
  expect(secret).not.toContain('hunter2')
})

test('a text keeps every line break, also the first, and cannot end its own field', () => {
  const html = String(<TextArea name="a" label="A" value={'\nfirst\n</textarea><b>'} />)
  expect(html).toContain('>\n\nfirst\n&lt;/textarea&gt;&lt;b&gt;</textarea>')
})

test('a choice is kept, and nothing is chosen beforehand', () => {
  const select = <SelectField name="s" label="S" options={options} value="a" />
  expect(String(select)).toContain('<option value="a" selected="">')
  const unknown = <SelectField name="s" label="S" options={options} value="z" />
  expect(String(unknown)).toContain('<option value="" selected="">')
  expect(String(<RadioGroup name="r" label="R" options={options} />)).not.toContain('checked')
})

test('a file field says how large a file may be', () => {
  const html = String(<FileField name="f" label="CV" hint="PDF." maxBytes={25_000_000} />)
  expect(html).toContain('PDF. Hoogstens 25 MB.')
})

test('the summary of mistakes leads to every field, and is not there without mistakes', () => {
  const errors = [{ name: 'born', message: 'Fill in' }, { message: 'Expired' }]
  const html = String(<ErrorSummary errors={errors} />)
  expect(html).toContain('<a href="#field-born">Fill in</a>')
  expect(html).toContain('<li>Expired</li>')
  expect(String(<ErrorSummary errors={[]} />)).toBe('')
})
