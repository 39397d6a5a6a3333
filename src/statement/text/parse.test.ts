import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { listClauses } from '#statement/clauses.ts'
import { SAMPLE_ENGLISH, readSample } from '#statement/sample.ts'
import { parseText, runsOf } from './parse.ts'
import { renderText, textInWords } from './render.ts'

function blocks(text: string) {
  return parseText('text.nl.md', text).blocks
}

function render(nl: string) {
  const statement = readSample({ nl })
  return { statement, said: renderText(statement, 'nl', VOCABULARY) }
}

test('headings, paragraphs and lists are told apart', () => {
  const text = '# Titel\n\nEen alinea\nop twee regels.\n- een\n- twee\n  en verder\n\n1. eerst\n'
  expect(blocks(text).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'list'])
  expect(blocks(text)[2]).toMatchObject({ ordered: false, items: [[{}], [{}]] })
  expect(blocks(text)[3]).toMatchObject({ ordered: true })
  expect(textInWords(render(text).said)).toBe(
    'Titel\n=====\n\nEen alinea op twee regels.\n\n- een\n- twee en verder\n\n- eerst\n',
  )
})

test('a clause runs to the next mark or the end of its paragraph, and through the list after it', () => {
  const text = `# T

Vooraf {#a-1} begin
vervolg {#a-2} ander

- erbij
- {#a-3} eigen

Niet meer.`
  const runs = blocks(text).flatMap((block) => runsOf(block))
  expect(runs.map(({ clause, begins }) => [clause, begins])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    ['a-1', true],
    ['a-2', true],
    ['a-2', undefined],
    ['a-3', true],
    [undefined, undefined],
  ])
})

test('a declaration is said in the words of the language, with a capital at the start of a sentence', () => {
  const { said } = render(
    '# T\n\n{retention.dossier} blijft. {rights.erasure}, {rights.access}. Bij {contacts.officer}.',
  )
  expect(textInWords(said).split('\n\n')[1]).toBe(
    'Het digitale dossier blijft. Meteen, op elk moment zelf, en op verzoek binnen één maand. ' +
      'Bij fg@example.org, telefoon 010-0000000.\n',
  )
})

test.each([
  ['version', '2', '2'],
  ['in-force', '1 september 2026', '1 September 2026'],
  ['kinds', 're-integratie en outplacement', 're-integration and outplacement'],
  ['kinds.re-integration.law', 'Wet verbetering poortwachter', 'Wet verbetering poortwachter'],
  ['categories.work-limitations.special', 'gezondheid', 'health'],
  ['categories.work-limitations.only-in', 're-integratie', 're-integration'],
  ['activities.coaching.purpose', 'begeleiden naar werk', 'guiding towards work'],
  ['activities.coaching.basis', 'de overeenkomst over de dienst', 'the contract for the service'],
  [
    'activities.coaching.by',
    'de verantwoordelijke coach en de partnercoach',
    'the responsible coach and the partner coach',
  ],
  [
    'relations.substitute.after',
    'waarneming door een andere coach',
    'substitution by another coach',
  ],
  ['relations.substitute.during', 'de afwezigheid van uw coach', "your coach's absence"],
  ['consents.substitution.text', 'Ik stem in.', 'I agree.'],
  ['recipients', 'Wolkenhuis', 'Wolkenhuis'],
  ['recipients.hosting.kind', 'een hostingbedrijf', 'a hosting company'],
  ['recipients.hosting.country', 'Nederland', 'the Netherlands'],
  ['recipients.hosting.agreement.until', '31 december 2028', '31 December 2028'],
  ['retention.dossier.keep', 'vijf jaar', 'five years'],
  ['retention.dossier.from', 'het einde van de dienst', 'the end of the service'],
  [
    'retention.dossier.sooner',
    'u bezwaar maakt of u daarom vraagt',
    'you object or you ask for it',
  ],
  ['retention.dossier.then', 'vernietigd', 'destroyed'],
  ['retention.relation-line.keep', 'voor onbepaalde tijd', 'indefinitely'],
  [
    'retention.relation-line.holds',
    'de naam van de cliënt en het jaar',
    "the client's name and the year",
  ],
  ['rights.complaint', 'binnen zes weken', 'within six weeks'],
  ['rights.access.within', 'één maand', 'one month'],
  ['rights.access.self-service', 'op elk moment zelf', 'yourself at any time'],
  ['backups.every', 'elke dag', 'every day'],
  ['backups.keep', 'veertien dagen', 'fourteen days'],
  [
    'contacts.responsible',
    'A. de Vries, directie@example.org',
    'A. de Vries, directie@example.org',
  ],
])('{%s} is said as "%s" and "%s"', (path, dutch, english) => {
  const text = `# T\n\nIs {${path}}`
  const statement = readSample({ nl: text, en: text })
  const words = (language: 'nl' | 'en') =>
    textInWords(renderText(statement, language, VOCABULARY))
      .split('\n\n')[1]
      ?.trim()
  expect(words('nl')).toBe(`Is ${dutch}`)
  expect(words('en')).toBe(`Is ${english}`)
})

test('links, emphasis and quotes are a tree, and what looks like markup is only text', () => {
  const { said } = render('# T\n\n**Let op** [hier](https://example.org): <b>{version}</b> \\*ster')
  expect(said.blocks[1]).toMatchObject({
    runs: [
      {
        content: [
          { kind: 'strong', content: [{ kind: 'plain', text: 'Let op' }] },
          { kind: 'plain', text: ' ' },
          { kind: 'link', href: 'https://example.org', content: [{ text: 'hier' }] },
          { kind: 'plain', text: ': <b>' },
          { kind: 'quote', path: 'version', content: [{ kind: 'plain', text: '2' }] },
          { kind: 'plain', text: '</b> ' },
          { kind: 'plain', text: '*' },
          { kind: 'plain', text: 'ster' },
        ],
      },
    ],
  })
})

test('a link never leads to a script', () => {
  fc.assert(
    fc.property(fc.string(), (href) => {
      const content = JSON.stringify(blocks(`# T\n\n[x](${href})`))
      for (const [, found = ''] of content.matchAll(/"href":"([^"]*)"/g)) {
        expect(found).toMatch(/^(https:\/\/|mailto:|\/(?!\/)|#)/)
      }
    }),
  )
})

test('any text at all can be read, the same way each time', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '{#a-1}',
    '*',
    '**',
    '[',
    '](',
    ')',
    '\n',
    '- ',
    '# ',
    '\\',
    'x',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const text = pieces.join('')
      expect(parseText('text.nl.md', text)).toEqual(parseText('text.nl.md', text))
    }),
  )
})

test('a clause has its words in both languages and what keeps it', () => {
  const nl = `# T

{#sam-01} {retention.dossier.keep}, {kinds} en {version}:

- {rights.erasure}

{#sam-02} Twee. {#sam-03} Drie.`
  const statement = readSample({ nl, en: SAMPLE_ENGLISH })
  const clauses = listClauses(statement, VOCABULARY)
  expect(clauses).toMatchObject([
    {
      id: 'sam-01',
      text: {
        nl: 'Vijf jaar, re-integratie en outplacement en 2:\n- Meteen',
        en: 'The digital dossier is kept for five years after the end of the service.',
      },
      mechanisms: [
        'kinds.outplacement',
        'kinds.re-integration',
        'retention.dossier',
        'rights.erasure',
      ],
    },
    { id: 'sam-02', mechanisms: ['summary-approval'] },
    {
      id: 'sam-03',
      mechanisms: [],
      organisational: {
        says: { nl: 'op slot', en: 'locked away' },
        evidence: 'paper-register',
        review: 'P1Y',
      },
    },
  ])
  expect(clauses[1]?.organisational).toBeUndefined()
})
