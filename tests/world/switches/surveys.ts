import { FORBIDDEN, type SwitchOff } from './switch-off.ts'

const COMMISSIONED = [
  `insert into parties (id, name) values ('${FORBIDDEN}', 'Capaciteitsorgaan')`,
  `insert into surveys (id, party_id, name, link, token_hash)
   values ('${FORBIDDEN}', '${FORBIDDEN}', 'Raming', 'https://example.org/', sha256('a'))`,
]
const FORGOTTEN = [
  `delete from surveys where id = '${FORBIDDEN}'`,
  `delete from parties where id = '${FORBIDDEN}'`,
]

/** Ways to switch off what keeps the promises about surveys and about visits to the site. */
export const SURVEY_SWITCHES: readonly SwitchOff[] = [
  {
    title: 'the link of a survey has a place for who reads it',
    check: 'surveys-apart',
    touches: ['survey-apart'],
    off: () => [
      'alter table surveys drop constraint surveys_link_check',
      ...COMMISSIONED,
      `update surveys set link = 'https://example.org/{email}'`,
    ],
    on: () => [
      ...FORGOTTEN,
      `alter table surveys add constraint surveys_link_check
       check (length(link) <= 500 and link ~ '^https://[^[:space:]{}<>"\\[\\]|%*]+$')`,
    ],
  },
  {
    title: 'a mail still waits for somebody who objects',
    check: 'surveys-heed-objections',
    touches: ['survey-objection'],
    off: ({ dossierId }) => [
      ...COMMISSIONED,
      `insert into survey_invitations (id, survey_id, dossier_id, person_id, title)
       select '${FORBIDDEN}', '${FORBIDDEN}', id, person_id, 'Raming' from dossiers
       where id = '${dossierId}'`,
      `insert into gestand.mails (id, kind, payload, master, bulk)
       values ('${FORBIDDEN}', 'survey-invitation', '\\x00', 'none', true)`,
      `update dossiers set paused_activities = '{surveys}' where id = '${dossierId}'`,
    ],
    on: ({ dossierId }) => [
      `update dossiers set paused_activities = '{}' where id = '${dossierId}'`,
      `delete from gestand.mails where id = '${FORBIDDEN}'`,
      `delete from survey_invitations where id = '${FORBIDDEN}'`,
      ...FORGOTTEN,
    ],
  },
  {
    title: 'by what visitors of another day were told apart is still there',
    check: 'visitors-forgotten',
    touches: ['own-statistics', 'retention.page-visit'],
    off: ({ there }) => [
      `insert into gestand.visit_salts (organisation, day, salt)
       values ('${there.organisation}', gestand.today() - 2, sha256('a'))`,
    ],
    on: () => ['delete from gestand.visit_salts'],
  },
]
