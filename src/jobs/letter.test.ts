import { expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/language.ts'
import { type Letter, writeMail } from './letter.ts'
import { surveyInvitationMail } from './mails/survey-invitation.ts'
import { MAIL_KINDS } from './mails.ts'

const address = new URL('https://post.example.org')
const letter: Letter = {
  subject: { nl: 'Onderwerp', en: 'Subject' },
  paragraphs: [{ nl: 'Een zin.', en: 'A sentence.' }],
  link: { label: { nl: 'Ga naar', en: 'Go to' }, path: '/mijn?a=1&b=2' },
}
const reader = { name: 'Iris', email: 'iris@example.org', language: 'en' as const }

/** What every kind can be written from. */
const EVERYTHING = {
  path: '/mijn',
  organisation: 'De Brug',
  to: 'dossier',
  days: 14,
  what: 'password',
  version: 4,
  passages: ['Wie wij zijn'],
  passage: 'Wij bewaren uw dossier vijf jaar.',
  letter: true,
  reference: '2026-00012',
  change: 'rectification',
  number: 'V-2026-0001',
  daysLeft: 3,
  on: { nl: '1 januari 2027', en: '1 January 2027' },
  sort: 'agreement',
  over: false,
  name: 'Iris',
  news: 'planned',
  events: [],
  amount: 2,
  stage: 0,
  credit: false,
  due: { nl: '1 januari 2027', en: '1 January 2027' },
  pdf: 'cGRm',
  ubl: 'dWJs',
  about: 'enrolment',
  waiting: 3,
  outcome: 'verified',
  party: 'Capaciteitsorgaan',
  title: 'Wat vindt u van uw opleiding?',
  words: 'Doet u mee?\n\nHet kost tien minuten.',
  link: 'https://vragenlijst.example.org/zorg',
}

/** What means something else to one kind of mail. */
const OTHERWISE: Readonly<Record<string, object>> = {
  'registry-news': { news: 'audit-student' },
}

test('a mail says the same in text and HTML', () => {
  const mail = writeMail(letter, reader, address)
  expect(mail.subject).toBe('Subject')
  expect(mail.text).toContain('A sentence.\n\nGo to:\nhttps://post.example.org/mijn?a=1&b=2')
  expect(mail.html).toContain('<p>A sentence.</p>')
  expect(mail.html).toContain('<a href="https://post.example.org/mijn?a=1&amp;b=2">Go to</a>')
})

test('a name cannot become markup', () => {
  const mail = writeMail(letter, { ...reader, name: '<img src=x>' }, address)
  expect(mail.html).toContain('Dear &lt;img src=x&gt;,')
})

test('every kind of mail can be written in every language and leads to its page', () => {
  expect(MAIL_KINDS.length).toBeGreaterThan(8)
  for (const kind of MAIL_KINDS) {
    for (const language of LANGUAGES) {
      const mail = writeMail(
        kind.write({ ...EVERYTHING, ...OTHERWISE[kind.kind] }),
        { ...reader, language },
        address,
      )
      expect(mail.subject.length, kind.kind).toBeGreaterThan(10)
      expect(mail.subject.length, kind.kind).toBeLessThan(100)
      expect(mail.text, kind.kind).toContain('https://post.example.org/mijn')
      expect(mail.html, kind.kind).toContain(`<html lang="${language}">`)
    }
  }
})

test('a mail that many get says how to get no more of them, in words and for mail programs', () => {
  const mail = writeMail(surveyInvitationMail.write(EVERYTHING), reader, address)
  expect(mail.unsubscribeUrl).toBe('https://post.example.org/mijn')
  expect(mail.text).toContain('https://vragenlijst.example.org/zorg')
  expect(mail.text.trimEnd().endsWith('https://post.example.org/mijn')).toBe(true)
  expect(writeMail(letter, reader, address).unsubscribeUrl).toBeUndefined()
})

test('a kind of mail refuses what does not have its form', () => {
  for (const kind of MAIL_KINDS) expect(() => kind.write({ path: 'elsewhere' })).toThrow('path')
})
