import { isStringOneByteRepresentation } from 'node:v8'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContext } from './context.ts'
import { type Child, draw } from './element.ts'
import { raw } from './html.ts'

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
}

/** What a browser reads in a text; an entity that it does not know stays. */
function read(html: string): string {
  return html.replaceAll(/&(?:amp|lt|gt|quot|#(\d+));/g, (entity, code?: string) =>
    code ? String.fromCodePoint(Number(code)) : (SIGNS[entity] ?? entity),
  )
}

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '/', ';', '#', '’') }),
  fc.constantFrom('</p><script>', '" onfocus="x', '&lt;', '<!--', ']]>', '\u2028'),
)

test('whatever text stands in an element or an attribute, a browser reads that text and no more', () => {
  fc.assert(
    fc.property(nasty, nasty, (inside, title) => {
      const html = String(<p title={title}>{inside}</p>)
      const [, attribute = '', text = ''] = /^<p title="([^"]*)">([^<]*)<\/p>$/.exec(html) ?? []
      expect([read(attribute), read(text)]).toEqual([title, inside])
      expect(`${attribute}${text}`).not.toMatch(/[<>"']/)
      expect(isStringOneByteRepresentation(html)).toBe(true)
    }),
  )
})

test('however deep a text stands, it is escaped once', () => {
  const tree = fc.letrec<{ child: Child }>((tie) => ({
    child: fc.oneof(
      { maxDepth: 4 },
      nasty,
      fc.array(tie('child'), { maxLength: 3 }),
      tie('child').map((child) => <b>{child}</b>),
      tie('child').map((child) => <>{child}</>),
    ),
  }))
  const textOf = (child: Child): string =>
    Array.isArray(child) ? child.map(textOf).join('') : typeof child === 'string' ? child : ''
  fc.assert(
    fc.property(fc.array(nasty), tree.child, (texts, child) => {
      expect(read(String(<p>{texts}</p>))).toBe(`<p>${textOf(texts)}</p>`)
      // Between the tags that we wrote ourselves there is nothing that begins one.
      expect(String(<p>{child}</p>).replaceAll(/<\/?[pb]>/g, '')).not.toMatch(/[<>"']/)
    }),
  )
})

test('what only looks like an element, such as data that came in, is not drawn', () => {
  const forged: unknown = JSON.parse(
    '{"isEscaped":true,"text":"<script>","tag":"script","props":{}}',
  )
  expect(() => draw(forged)).toThrow(TypeError)
  expect(() => draw(Promise.resolve('later'))).toThrow(TypeError)
  expect(draw(raw('<script>'))).toBe('<script>')
})

test('a name that came in with the data cannot end a tag', () => {
  for (const name of ['a b', 'x><script', 'x"', '', 'on/x', '=']) {
    expect(() => String(<p {...{ [name]: 'y' }} />), name).toThrow(TypeError)
  }
  expect(String(<p {...{ 'data-x': 'y' }} />)).toBe('<p data-x="y"></p>')
})

test('an attribute that is not there is left out, and one that is so has no value', () => {
  expect(String(<input required checked={false} value={undefined} size={0} />)).toBe(
    '<input required="" size="0"/>',
  )
  expect(String(<p aria-hidden={false} data-menu={true} />)).toBe(
    '<p aria-hidden="false" data-menu="true"></p>',
  )
})

test('nothing draws nothing, and zero is a number', () => {
  expect(String(<p>{[null, undefined, false, true, '', 0]}</p>)).toBe('<p>0</p>')
})

test('a component knows the value of the provider around it, and of none after it', () => {
  const { Provider, use } = createContext('outside')
  const Tell = (): Child => use()
  const Fail = (): Child => {
    throw new Error('no drawing')
  }
  const page = (
    <>
      <Tell />
      <Provider value="one">
        <Tell />
        <Provider value="two">
          <Tell />
        </Provider>
        <Tell />
      </Provider>
    </>
  )
  expect(String(page)).toBe('outsideonetwoone')
  expect(() =>
    String(
      <Provider value="broken">
        <Fail />
      </Provider>,
    ),
  ).toThrow('no drawing')
  expect(String(page)).toBe('outsideonetwoone')
})
