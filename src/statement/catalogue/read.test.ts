import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { readCatalogue } from './read.ts'

const NOTES = `
create table notes (id uuid);
comment on table notes is $$A professional's note on a client.
@belongs dossiers @insert coaching substitution @update coaching$$;
comment on column notes.id is $$@key$$;
comment on column notes.written_by is '@stamp';
comment on column notes.body is $tag$Words. @category-in category of conversation-reports advice
@sealed$tag$;
comment on column notes.channel is $$@impersonal a word from a list$$;
comment on function something() is $$@nonsense$$;
-- comment on column notes.gone is $$@nonsense$$;
`

function read(text: string) {
  return readCatalogue([{ name: '0001.sql', text }], VOCABULARY)
}

test('the tags of a table and its columns are read', () => {
  const { catalogue, problems } = read(NOTES)
  expect(problems).toEqual([])
  expect(catalogue.tables).toEqual([
    {
      name: 'notes',
      sentence: "A professional's note on a client.",
      belongs: 'dossiers',
      card: false,
      overseen: false,
      takeover: false,
      public: false,
      insert: ['coaching', 'substitution'],
      update: ['coaching'],
      delete: [],
      columns: [
        {
          name: 'body',
          key: false,
          stamp: false,
          sealed: true,
          categoryIn: { column: 'category', of: ['conversation-reports', 'advice'] },
        },
        {
          name: 'channel',
          key: false,
          stamp: false,
          sealed: false,
          impersonal: 'a word from a list',
        },
        { name: 'id', key: true, stamp: false, sealed: false },
        { name: 'written_by', key: false, stamp: true, sealed: false },
      ],
    },
  ])
})

test('a table can be a card, overseen, public, impersonal, the system’s or hang on a consent', () => {
  const { catalogue, problems } = read(`
create table a (id uuid);
comment on table a is 'A card, it''s one. @belongs dossiers @card @overseen @while request_id';
create table b (id uuid);
comment on table b is $$Hashes. @organisation @public @impersonal hashes and counts$$;
create table c (id uuid);
comment on table c is $$Kept apart. @system$$;
`)
  expect(problems).toEqual([])
  expect(catalogue.tables).toMatchObject([
    { sentence: "A card, it's one.", card: true, overseen: true, whileConsent: 'request_id' },
    { belongs: 'organisation', public: true, impersonal: 'hashes and counts' },
    { belongs: 'system' },
  ])
})

const TABLE = 'create table a (id uuid);\ncomment on table a is'

test.each([
  ['TAG_UNKNOWN', `${TABLE} $$A. @belong dossiers$$;`, 2, 'belongs'],
  ['TAG_UNKNOWN', `${TABLE} $$A. @system$$;\ncomment on column a.id is $$@kee$$;`, 3, 'key'],
  ['TAG_WITHOUT_WORD', `${TABLE} $$A. @organisation @insert$$;`, 2, undefined],
  ['TABLE_WITHOUT_TAG', `${TABLE} $$A.$$;`, 2, undefined],
  ['TABLE_WITHOUT_SENTENCE', `${TABLE} $$@system$$;`, 2, undefined],
  ['TABLE_WITHOUT_COMMENT', '\ncreate table a (id uuid);', 2, undefined],
  [
    'COLUMN_WITHOUT_TAG',
    `${TABLE} $$A. @organisation$$;\ncomment on column a.id is 'Id.';`,
    3,
    undefined,
  ],
  [
    'COLUMN_TAGS_CLASH',
    `${TABLE} $$A. @organisation$$;\ncomment on column a.id is '@key @stamp';`,
    3,
    undefined,
  ],
  [
    'COMMENT_TWICE',
    `${TABLE} $$A. @system$$;\ncomment on table a is $$A. @system$$;`,
    3,
    undefined,
  ],
  ['COMMENT_ON_NOTHING', 'comment on table b is $$B. @system$$;', 1, undefined],
  ['UNKNOWN_OWNER', `${TABLE} $$A. @belongs persons$$;`, 2, undefined],
  ['UNKNOWN_ACTIVITY', `${TABLE} $$A. @organisation @insert coachin$$;`, 2, 'coaching'],
  [
    'UNKNOWN_CATEGORY',
    `${TABLE} $$A. @organisation$$;\ncomment on column a.id is '@category identiti';`,
    3,
    'identity',
  ],
  [
    'UNKNOWN_CATEGORY',
    `${TABLE} $$A. @organisation$$;\ncomment on column a.id is '@category-in kind of advise identity';`,
    3,
    'advice',
  ],
])('%s is reported on the line where it stands', (code, text, line, suggestion) => {
  const { problems } = read(text)
  const found = problems.filter((each) => each.code === code)
  expect(found).toMatchObject([{ file: '0001.sql', line }])
  expect(found[0]?.suggestion).toBe(suggestion)
})

test('a later file may say something else of a table than an earlier one', () => {
  const { catalogue, problems } = readCatalogue(
    [
      { name: '0001.sql', text: `${TABLE} $$A. @organisation$$;` },
      { name: '0002.sql', text: 'comment on table a is $$A. @system$$;' },
    ],
    VOCABULARY,
  )
  expect(problems).toEqual([])
  expect(catalogue.tables).toMatchObject([{ belongs: 'system' }])
})

test('whom rows are about, which table holds a file and what can be taken over are in the catalogue', () => {
  const { catalogue, problems } = read(`
create table papers (id uuid);
comment on table papers is $$A paper. @organisation @takeover$$;
comment on column papers.owner_id is $$@key @subject$$;
comment on column papers.review_id is $$@key @subject reviews$$;
comment on column papers.body is $$@category identity @sealed review_id @file sheets$$;
create table kinds (id uuid);
comment on table kinds is $$A kind. @organisation @nobody it is about no person$$;
comment on column kinds.name is $$@category identity$$;`)
  expect(problems).toEqual([])
  const [kinds, papers] = catalogue.tables
  expect(kinds).toMatchObject({ nobody: 'it is about no person', takeover: false })
  expect(papers).toMatchObject({
    takeover: true,
    columns: [
      { name: 'body', sealed: true, sealedBy: 'review_id', fileOf: 'sheets' },
      { name: 'owner_id', subject: '' },
      { name: 'review_id', subject: 'reviews' },
    ],
  })
})
