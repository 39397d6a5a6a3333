import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { readCatalogue } from '#statement/catalogue/read.ts'
import { readSample, SAMPLE_YAML } from '#statement/sample.ts'
import { compile } from './compile.ts'

const TABLES = `
create table clients (dossier_id uuid);
comment on table clients is $$Who it is. @belongs dossiers @card$$;
comment on column clients.dossier_id is $$@key$$;
comment on column clients.name is $$@category identity$$;
`

function reachOf(vocabulary: Vocabulary, text = TABLES): unknown[] {
  const { catalogue } = readCatalogue([{ name: 'sample.sql', text }], vocabulary)
  const { policies } = compile(readSample({ yaml: SAMPLE_YAML }), { ...catalogue, vocabulary })
  return policies.map(({ name, roles, using }) => [name, roles, using])
}

test('cards are asked row by row where a holder may reach very many, and only there', () => {
  const all = 'dossier_id = any ((select reached(:activity))::uuid[])'
  expect(reachOf(VOCABULARY)).toEqual([['reach', [], all]])
  const says = { nl: 'de waarnemende coach', en: 'the substitute coach' }
  const substitute = { says, to: 'dossier', many: true } as const
  const row = 'o.activity = :activity and o.dossier_id = "clients".dossier_id'
  const one = `coalesce((select true from own_reach o where ${row} limit 1), false)`
  const relations = { ...VOCABULARY.relations, substitute }
  expect(reachOf({ ...VOCABULARY, relations })).toEqual([
    ['reach', ['org_sample__coaching'], all],
    ['reach_many', ['org_sample__substitution'], one],
  ])
})

test('a card that only stands beside others is asked row by row by whoever reads it', () => {
  const row = 'o.activity = :activity and o.dossier_id = "clients".dossier_id'
  const one = `coalesce((select true from own_reach o where ${row} limit 1), false)`
  expect(reachOf(VOCABULARY, TABLES.replace('@card', '@card @beside'))).toEqual([
    ['reach_many', ['org_sample__coaching', 'org_sample__substitution'], one],
  ])
})
