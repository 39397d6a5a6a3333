import type { Message } from './message.ts'

/** What can be wrong with the comments in `database/organisation`. */
export const CATALOGUE_MESSAGES = {
  TAG_UNKNOWN: {
    nl: 'Het label @{word} bestaat niet voor een {on_nl}.',
    en: 'There is no tag @{word} on a {on_en}.',
  },
  TAG_WITHOUT_WORD: {
    nl: 'Achter het label @{word} ontbreekt iets.',
    en: 'Something is missing after the tag @{word}.',
  },
  TABLE_WITHOUT_TAG: {
    nl: 'Tabel {table} zegt niet wat hij is: @belongs, @organisation, @system of @impersonal.',
    en: 'Table {table} does not say what it is: @belongs, @organisation, @system or @impersonal.',
  },
  TABLE_WITHOUT_SENTENCE: {
    nl: 'Het commentaar bij tabel {table} begint niet met een zin.',
    en: 'The comment on table {table} does not begin with a sentence.',
  },
  TABLE_WITHOUT_COMMENT: {
    nl: 'Tabel {table} heeft geen commentaar.',
    en: 'Table {table} has no comment.',
  },
  COLUMN_WITHOUT_TAG: {
    nl: 'Kolom {column} heeft geen label.',
    en: 'Column {column} has no tag.',
  },
  COLUMN_TAGS_CLASH: {
    nl: 'Kolom {column} is meer dan een ding tegelijk: {tags}.',
    en: 'Column {column} is more than one thing at once: {tags}.',
  },
  COMMENT_TWICE: {
    nl: '{name} heeft al een commentaar.',
    en: '{name} has a comment already.',
  },
  COMMENT_ON_NOTHING: {
    nl: '{name} heeft commentaar, maar geen enkel bestand maakt die tabel.',
    en: '{name} has a comment, but no file creates that table.',
  },
} satisfies Record<string, Message>
