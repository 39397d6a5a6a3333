import { randomUUID } from 'node:crypto'
import { addDays, type Day, momentOn } from '#entry/demo/day.ts'
import { insertRows } from '#entry/demo/seed/insertion.ts'
import { MailSeal } from '#jobs/mail-seal.ts'
import { surveyInvitationMail } from '#jobs/mails/survey-invitation.ts'
import { SurveyLinks } from '#modules/registry/index.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Owner } from '#store/owner.ts'

export interface SurveyLoad {
  readonly organisation: string
  readonly owner: Owner
  readonly master: MasterKey
  readonly today: Day
  /** The account of who sends surveys. */
  readonly registrar: string | null
}

const PARTY = { name: 'Capaciteitsraad Zorg Voorbeeld', email: 'raming@capaciteit.example.org' }
const LINK = 'https://vragenlijst.example.org/raming'
const WORDS = {
  title_nl: 'Hoe ziet uw werk er over vijf jaar uit?',
  title_en: 'What does your work look like in five years?',
  words_nl:
    'Elke twee jaar schatten wij hoeveel mensen in de zorg moeten worden opgeleid. Daarvoor horen wij graag van u hoeveel uur u werkt en of u dat wilt blijven doen.\n\nDe vragenlijst kost ongeveer tien minuten.',
  words_en:
    'Every two years we estimate how many people in care must be trained. For that we like to hear how many hours you work, and whether you want to go on doing so.\n\nThe questionnaire takes about ten minutes.',
}

interface BegunSurvey extends Partial<typeof WORDS> {
  readonly link: string
  readonly delivered_at: Date
  readonly kinds: string[]
  readonly people: number
  readonly objecting: number
  readonly unreachable: number
  readonly counted_at: Date
}

/** Asked last time, long ago; and asked now, of whom the last ones still wait. */
const ASKED_THEN = 90
const ASKED_NOW = 60
const WAITING = 12
const DAYS_AGO = 380
const FAILED_THEN = 2

/**
 * A survey of last time, one that is paused half-way and that somebody refused, one that can be
 * planned, and one that waits for its words; and visits to the public pages. In the transaction
 * under way, as the owner.
 */
export async function insertSurveys(load: SurveyLoad): Promise<void> {
  const { organisation, owner, master, registrar, today } = load
  const links = new SurveyLinks(master)
  const partyId = randomUUID()
  await insertRows(owner, 'parties', [{ id: partyId, ...PARTY }])
  const begin = async (name: string, begunOn: Day, more: Partial<BegunSurvey>) => {
    const id = randomUUID()
    const tokenHash = links.hash('commission', organisation, id)
    const begunAt = new Date(momentOn(begunOn, 600))
    const begun = { begun_by: registrar, begun_at: begunAt }
    await insertRows(owner, 'surveys', [
      { id, party_id: partyId, name, token_hash: tokenHash, ...begun, ...more },
    ])
    return id
  }
  const said = (on: Day) => ({ ...WORDS, link: LINK, delivered_at: new Date(momentOn(on, 660)) })
  const forAll = { kinds: ['student', 'professional'], people: ASKED_THEN, objecting: 0 }
  const counted = {
    ...forAll,
    unreachable: 0,
    counted_at: new Date(momentOn(addDays(today, -2), 0)),
  }
  const before = addDays(today, -DAYS_AGO)
  const past = await begin('Raming 2025', addDays(before, -9), { ...said(before), ...counted })
  await insertPast(load, past, before)
  const now = await begin('Raming 2026', addDays(today, -6), {
    ...said(addDays(today, -4)),
    ...counted,
  })
  await owner.query(
    `update surveys set people = (select count(distinct c.person_id)
       from survey_candidates(id, '00000000-0000-0000-0000-000000000000', null, false) c)
     where id = $1`,
    [now],
  )
  await insertRunning(load, now)
  await begin('Stageplaatsen', addDays(today, -3), {
    ...WORDS,
    link: `${LINK}/stage`,
    delivered_at: new Date(momentOn(addDays(today, -1), 600)),
  })
  await begin('Doorstroom na het diploma', addDays(today, -1), {})
  await insertPageVisits(load)
}

async function plan({ owner, registrar }: SurveyLoad, id: string, on: Day): Promise<void> {
  await owner.query(
    `insert into survey_mailings (survey_id, begins_on, planned_by) values ($1, gestand.today(), $2)`,
    [id, registrar],
  )
  await owner.query(
    `update survey_mailings set begins_on = $2::date,
       planned_at = gestand.midnight($2::date) - interval '1 day'
     where survey_id = $1`,
    [id, on],
  )
}

/** Everybody whom a survey was for, up to so many. */
async function ask(owner: Owner, id: string, at: Date, most: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into survey_invitations (survey_id, dossier_id, person_id, title, invited_at)
     select distinct on (d.person_id) $1::uuid, d.id, d.person_id, $4, $2::timestamptz
     from dossiers d join registrations g on g.dossier_id = d.id
     join registrants r on r.dossier_id = d.id
     where g.state in ('enrolled', 'interrupted', 'graduated') and g.starts_on < $2::timestamptz
     order by d.person_id limit $3
     returning id`,
    [id, at, most, WORDS.title_nl],
  )
  return rows.map((row) => row.id)
}

async function insertPast(load: SurveyLoad, id: string, on: Day): Promise<void> {
  await plan(load, id, on)
  const asked = await ask(load.owner, id, new Date(momentOn(on, 540)), ASKED_THEN)
  await load.owner.query(
    `update survey_mailings set invited = $2::int, sent = $2::int - $3::int, failed = $3::int,
       recalled = 0, ended_at = gestand.midnight($4::date) + interval '10 hours',
       settled_at = gestand.midnight($4::date) + interval '11 hours'
     where survey_id = $1`,
    [id, asked.length, FAILED_THEN, on],
  )
}

/** Half of it went out, some mails wait, and one of those is refused while it does. */
async function insertRunning(load: SurveyLoad, id: string): Promise<void> {
  const { organisation, owner, master, today, registrar } = load
  await plan(load, id, addDays(today, -1))
  const asked = await ask(owner, id, new Date(momentOn(addDays(today, -1), 540)), ASKED_NOW)
  const links = new SurveyLinks(master)
  const seal = new MailSeal(master)
  const place = { kind: surveyInvitationMail.kind, accountId: null }
  const { rows: people } = await owner.query<{ id: string; name: string; email: string }>(
    `select i.id, a.name, a.email from survey_invitations i
     cross join lateral survey_address(i.dossier_id) a where i.id = any ($1)`,
    [asked],
  )
  await insertRows(
    owner,
    'gestand.mails',
    people.map(({ id: mail, name, email }, rank) => ({
      id: mail,
      kind: place.kind,
      master: seal.masterId,
      bulk: true,
      next_try_at: new Date(momentOn(addDays(today, 3650), 0)),
      sent_at: rank < people.length - WAITING ? new Date(momentOn(addDays(today, -1), 560)) : null,
      payload:
        rank < people.length - WAITING
          ? null
          : seal.seal(place, {
              data: surveyInvitationMail.check({
                organisation: 'Zorgopleidingsregister',
                party: PARTY.name,
                title: WORDS.title_nl,
                words: WORDS.words_nl,
                link: LINK,
                path: links.stopPath(organisation, mail),
              }),
              to: { name, email, language: 'nl' },
            }),
    })),
  )
  for (const mail of asked) {
    await owner.query('update survey_invitations set stop_hash = $2 where id = $1', [
      mail,
      links.hash('stop', organisation, mail),
    ])
  }
  await owner.query(
    'update survey_mailings set invited = $2, paused_at = now() where survey_id = $1',
    [id, asked.length],
  )
  await owner.query(
    `insert into ledger (account_id, activity, act, dossier_id, subject, item, statement)
     select $2, 'surveys', 'inserted', i.dossier_id, 'survey_invitations', i.id::text,
       (select max(version) from statements)
     from survey_invitations i where i.survey_id = $1`,
    [id, registrar],
  )
  await owner.query(
    `select object_for(i.person_id, 'surveys', 'survey-link', null, 'nl')
     from survey_invitations i where i.id = $1`,
    [people.at(-1)?.id],
  )
}

const DAYS_OF_VISITS = 120
const WEEK = 7
const SATURDAY = 6

/** How each public page is visited on a quiet day. */
const VISITED: readonly (readonly [string, number])[] = [
  ['/', 34],
  ['/diploma', 27],
  ['/verklaring', 6],
  ['/beloften', 3],
  ['/verzoek', 2],
  ['/inloggen', 21],
]

/** Four months of visits to the public pages: fewer at weekends, more as time goes on. */
async function insertPageVisits({ owner, today }: SurveyLoad): Promise<void> {
  const days = Array.from({ length: DAYS_OF_VISITS }, (_, ago) => {
    const day = addDays(today, -ago)
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    const quiet = weekday % SATURDAY === 0 ? 0.4 : 1
    const growth = 1 + (DAYS_OF_VISITS - ago) / DAYS_OF_VISITS
    return { day, factor: quiet * growth * (1 + ((ago * 5) % WEEK) / WEEK) }
  })
  await insertRows(
    owner,
    'page_visits',
    days.flatMap(({ day, factor }) =>
      VISITED.flatMap(([path, usual]) => [
        { day, page: path, language: 'nl', visits: Math.ceil(usual * factor) },
        { day, page: path, language: 'en', visits: Math.ceil((usual * factor) / WEEK) },
      ]),
    ),
  )
  await insertRows(
    owner,
    'day_visitors',
    days.map(({ day, factor }) => ({ day, visitors: Math.ceil(31 * factor) })),
  )
}
