import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { Access } from './access.ts'
import { preparedReads } from './prepared-reads.ts'
import { from, written } from './query.ts'

const access = new Access(new Map())

test('what is prepared asks the same as what is built, for every id', () => {
  let times = 0
  const build = (_: Access, id: string) => {
    times += 1
    return {
      dossiers: from.selectFrom('dossiers').select('id').where('id', '=', id).limit(3),
      others: written<object>(sql`select ${id}::uuid as one, ${'text'} as other`),
    }
  }
  const prepared = preparedReads(build)
  for (const id of ['one', 'two']) {
    const [fresh, kept] = [build(access, id), prepared(access, id)]
    expect(kept.dossiers.compile()).toMatchObject({
      sql: fresh.dossiers.compile().sql,
      parameters: fresh.dossiers.compile().parameters,
    })
    expect(kept.others.compile().parameters).toEqual([id, 'text'])
  }
  expect(times).toBe(3)
  prepared(new Access(new Map()), 'one')
  expect(times).toBe(4)
})

test('an id that is hidden in something else is refused, as it would stay what it was', () => {
  const within = preparedReads((_, id) => ({ rows: written<object>(sql`select ${[id]}::uuid[]`) }))
  const spelled = preparedReads((_, id) => ({ rows: written<object>(sql`select ${sql.lit(id)}`) }))
  expect(() => within(access, 'one')).toThrow('does not give the id')
  expect(() => spelled(access, 'one')).toThrow('does not give the id')
})
