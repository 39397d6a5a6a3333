import type { LetterBlock } from '#duties/letter/letter.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { About } from './about.ts'

/** What a package begins with. */
export interface Introduced {
  readonly about: About
  readonly kind: 'access' | 'portability'
  readonly language: Language
  /** Whether words or files about others were left out. */
  readonly blanked: boolean
}

const WORDS = {
  access: {
    nl: 'Hier staat alles wat wij van u bewaren. De gegevens staan er twee keer in: om te lezen, en in een vorm die een computer kan verwerken.',
    en: 'This holds everything we keep on you. The data are in it twice: to read, and in a form that a computer can process.',
  },
  portability: {
    nl: 'Hier staan de gegevens die u ons gaf, en wat wij vastlegden van wat u deed, voor zover dat rust op onze overeenkomst of op uw toestemming. Ze staan in een vorm die een computer kan verwerken.',
    en: 'This holds the data that you gave us, and what we recorded of what you did, as far as that rests on our contract or on your consent. They are in a form that a computer can process.',
  },
  others: {
    nl: 'Gegevens van anderen staan er niet in. Waar een ander stond, staat [een ander] of █████.',
    en: 'Data of others are not in it. Where somebody else stood, it says [somebody else] or █████.',
  },
  mails: {
    nl: 'Van e-mails die wij u stuurden, bewaren wij alleen de soort en het moment: de tekst gaat weg zodra de e-mail is verstuurd.',
    en: 'Of e-mails that we sent you we keep only the kind and the moment: the text goes as soon as the e-mail is sent.',
  },
  why: { nl: 'Waarom wij ze gebruiken', en: 'Why we use them' },
  activity: { nl: 'Verwerking', en: 'Processing' },
  purpose: { nl: 'Doel', en: 'Purpose' },
  basis: { nl: 'Grondslag', en: 'Lawful basis' },
  which: { nl: 'Welke gegevens, voor wie en hoe lang', en: 'Which data, for whom and how long' },
  category: { nl: 'Soort gegevens', en: 'Kind of data' },
  usedFor: { nl: 'Gebruikt voor', en: 'Used for' },
  recipients: { nl: 'Ontvangers', en: 'Recipients' },
  kept: { nl: 'Bewaard', en: 'Kept' },
  nobody: { nl: 'niemand buiten ons', en: 'nobody outside' },
  sources: { nl: 'Waar ze vandaan komen', en: 'Where they come from' },
  sourcesText: {
    nl: 'Bij elke notitie en elk document staat de bron: uzelf, de opdrachtgever, een professional, een ander of wijzelf. Wat u zelf invulde, komt van u.',
    en: 'With each note and each document stands the source: yourself, the principal, a professional, somebody else or ourselves. What you filled in comes from you.',
  },
  decisions: {
    nl: 'Een computer neemt hier geen besluiten over u.',
    en: 'No computer takes decisions about you here.',
  },
  rights: { nl: 'Wat u kunt vragen', en: 'What you can ask' },
  rightsText: {
    nl: 'U kunt ons vragen om: {rights}. Schrijf naar {contact}. Bent u het niet met ons eens, dan kunt u terecht bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).',
    en: 'You can ask us for: {rights}. Write to {contact}. If you disagree with us, you can turn to the Dutch Data Protection Authority (autoriteitpersoonsgegevens.nl).',
  },
} satisfies Record<string, Text>

/** Title of a package of a kind. */
export const TITLES = {
  access: { nl: 'Alles wat wij van u bewaren', en: 'Everything we hold on you' },
  portability: { nl: 'Gegevens om mee te nemen', en: 'Data to take along' },
} satisfies Record<Introduced['kind'], Text>

/** What article 15 of the GDPR wants told beside the data. */
export function introduce({ about, kind, language, blanked }: Introduced): LetterBlock[] {
  const say = (key: keyof typeof WORDS): string => WORDS[key][language]
  const names = new Map(about.activities.map(({ word, says }) => [word, says]))
  const paragraphs = [say(kind), say('others'), ...(kind === 'access' ? [say('mails')] : [])]
  return [
    ...paragraphs.slice(0, blanked || kind === 'access' ? 3 : 2).map(toParagraph),
    heading(say('why')),
    {
      kind: 'table',
      head: [say('activity'), say('purpose'), say('basis')],
      rows: about.activities.map(({ says, purpose, basis, because }) => [
        says,
        purpose,
        because === undefined ? basis : `${basis} (${because})`,
      ]),
      widths: [2, 3, 3],
    },
    heading(say('which')),
    {
      kind: 'table',
      head: [say('category'), say('usedFor'), say('recipients'), say('kept')],
      rows: about.categories.map(({ says, activities, recipients, kept }) => [
        says,
        activities.map((word) => names.get(word) ?? word).join(', '),
        recipients.length > 0 ? recipients.join(', ') : say('nobody'),
        kept ?? '',
      ]),
      widths: [2, 3, 2, 3],
    },
    heading(say('sources')),
    toParagraph(say('sourcesText')),
    toParagraph(say('decisions')),
    heading(say('rights')),
    toParagraph(
      say('rightsText')
        .replace('{rights}', about.rights.join(', '))
        .replace('{contact}', about.contact ?? about.controller),
    ),
  ]
}

function heading(text: string): LetterBlock {
  return { kind: 'heading', text }
}

function toParagraph(text: string): LetterBlock {
  return { kind: 'paragraph', text }
}
