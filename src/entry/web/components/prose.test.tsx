import { expect, test } from 'vitest'
import type { ProseBlock, ProseInline } from './prose.tsx'
import { Prose } from './prose.tsx'

const paragraph = (content: readonly ProseInline[]): readonly ProseBlock[] => [
  { kind: 'paragraph', runs: [{ clause: 'rei-16', begins: true, content }] },
]
const link = (href: string): readonly ProseBlock[] =>
  paragraph([{ kind: 'link', href, content: [{ kind: 'plain', text: 'here' }] }])

test('text in a statement never becomes HTML', () => {
  const html = String(<Prose blocks={paragraph([{ kind: 'plain', text: '<b>&' }])} />)
  expect(html).toContain('&lt;b&gt;&amp;')
})

test.each(['/a', '#a', 'https://example.org', 'mailto:fg@example.org'])('%s is a link', (href) => {
  expect(String(<Prose blocks={link(href)} />)).toContain(`<a href="${href}">here</a>`)
})

test.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//example.org'])(
  '%s is not a link, and its words stay',
  (href) => {
    const html = String(<Prose blocks={link(href)} />)
    expect(html).not.toContain('<a')
    expect(html).toContain('here')
  },
)

test('a clause can be linked to, and shows how its promise stands', () => {
  const blocks = paragraph([{ kind: 'plain', text: 'Five years.' }])
  const clauses = { 'rei-16': { state: 'kept', href: '/promises#rei-16' } } as const
  const html = String(<Prose blocks={blocks} clauses={clauses} />)
  expect(html).toContain('id="rei-16"')
  expect(html).toContain('href="/promises#rei-16"')
  expect(html).toContain('Nagekomen')
  expect(String(<Prose blocks={blocks} />)).not.toContain('<a')
})
