import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import type { Authority } from '#kernel/authority.ts'
import { type ConnectedStore, connectStore } from '#store/connect.ts'
import { DATA_LOGINS, type Installation, lockDown, LOGINS, loginUrl } from '#store/install.ts'
import { urlFor } from '#store/owner.ts'
import { createDatabase } from './database.ts'
import { WORLD_MASTER } from './master.ts'
import { KEYS_DATABASE, organisationTemplate, WORLD_ORGANISATION } from './template.ts'

/**
 * An installation of a test's own with the example bureau and nobody in it. Gone when the test
 * ends.
 */
export class World {
  readonly organisation: string
  readonly installation: Installation
  /**
   * The superuser, for arranging what no door offers and for playing the attacker with the owner's
   * rights.
   */
  readonly owner: pg.Client
  readonly #connected: ConnectedStore

  constructor(
    installation: Installation,
    owner: pg.Client,
    connected: ConnectedStore,
    organisation = WORLD_ORGANISATION,
  ) {
    this.organisation = organisation
    this.installation = installation
    this.owner = owner
    this.#connected = connected
  }

  get store(): ConnectedStore['store'] {
    return this.#connected.store
  }

  get keys(): ConnectedStore['keys'] {
    return this.#connected.keys
  }

  get register(): ConnectedStore['register'] {
    return this.#connected.register
  }

  /** A connection with the login of the application, as an attacker who has it. */
  async attack(login: keyof typeof LOGINS = 'app'): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: loginUrl(this.installation, LOGINS[login]) })
    await client.connect()
    onTestFinished(() => client.end())
    return client
  }

  /**
   * A person with an account and a session, member of the organisation when there are functions.
   */
  async account(name: string, functions: readonly string[] = []): Promise<WorldAccount> {
    const id = randomUUID()
    const session = randomBytes(32)
    await this.owner.query('insert into gestand.accounts (id, email, name) values ($1, $2, $3)', [
      id,
      `${id}@example.org`,
      name,
    ])
    await this.owner.query(
      `insert into gestand.sessions (token_hash, account_id, strong, ends_at)
       values ($1, $2, true, now() + interval '12 hours')`,
      [createHash('sha256').update(session).digest(), id],
    )
    if (functions.length > 0) {
      await this.owner.query('insert into members (account_id, name) values ($1, $2)', [id, name])
      await this.owner.query(
        'insert into functions (account_id, function) select $1, unnest($2::text[])',
        [id, functions],
      )
    }
    return new WorldAccount(id, session, this.organisation)
  }

  /** Gives an account, or a party, a relation to a dossier, as the owner. */
  async relate(holderId: string, dossierId: string, relation: string): Promise<void> {
    await this.owner.query(
      'insert into relations (holder_id, dossier_id, relation) values ($1, $2, $3)',
      [holderId, dossierId, relation],
    )
  }

  /** A principal, or another party. */
  async party(name: string, ...accounts: WorldAccount[]): Promise<string> {
    const id = randomUUID()
    await this.owner.query('insert into parties (id, name) values ($1, $2)', [id, name])
    for (const account of accounts) {
      await this.owner.query('insert into affiliations (party_id, account_id) values ($1, $2)', [
        id,
        account.id,
      ])
    }
    return id
  }
}

/** An account with a live session. */
export class WorldAccount {
  readonly id: string
  readonly session: Buffer
  readonly #organisation: string

  constructor(id: string, session: Buffer, organisation: string) {
    this.id = id
    this.session = session
    this.#organisation = organisation
  }

  /** The authority of this account for an activity. */
  for(activity: string): Authority {
    return { organisation: this.#organisation, session: this.session, activity }
  }
}

/**
 * Makes a world for one test: a copy of the template of an example organisation, or of another
 * one in which that organisation is, 60–100 ms.
 */
export async function world(
  organisation = WORLD_ORGANISATION,
  template = organisationTemplate(organisation),
): Promise<World> {
  const database = await createDatabase(template)
  const installation: Installation = {
    url: database.url,
    keysUrl: urlFor(database.url, { database: KEYS_DATABASE }),
    master: WORLD_MASTER,
  }
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await owner.query(`set search_path to org_${organisation}, gestand`)
  // What ended in the template ended now: the register of endings does not wait for it for long.
  await owner.query('update gestand.endings set noted_at = now()')
  // Who may do what with a database is not copied with its template.
  await lockDown(owner, DATA_LOGINS)
  const connected = connectStore(installation, { connections: 4 })
  onTestFinished(async () => {
    await connected.close()
    await owner.end()
    await database.drop()
  })
  return new World(installation, owner, connected, organisation)
}
