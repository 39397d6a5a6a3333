import { expect, test } from 'vitest'
import type { FormState } from '#entry/web/http/form.tsx'
import { SignForm } from './sign-form.tsx'

const DRAWN = 'data:image/png;base64,iVBORw0KGgo='
const refused = { name: 'code', message: 'no' }

/** The form as it comes back after a wrong code. */
const form: FormState = {
  formId: '1c6d1a52-0000-4000-8000-000000000000',
  values: { name: 'Sanne de Wit', drawing: DRAWN, code: '123456' },
  faults: [refused],
  fault: (name) => (name === 'code' ? refused.message : undefined),
  value: (name, stored) => form.values[name] ?? stored ?? '',
  chosen: () => [],
}

test('after a wrong code the name stands there as it was typed and drawn, the code does not', () => {
  const page = <SignForm form={form} action="/sign" cancelHref="/" name="S. de Wit" strong />
  const html = String(page)
  expect(html).toContain('value="Sanne de Wit"')
  expect(html).toContain(`name="drawing" value="${DRAWN}"`)
  expect(html).not.toContain('123456')
})
