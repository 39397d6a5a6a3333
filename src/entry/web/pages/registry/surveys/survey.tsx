import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  DateText,
  DescriptionList,
  LinkButton,
  Moment,
  PageHeader,
  Panel,
  Section,
  Stack,
  Stat,
  Stats,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { kindTitle } from '#entry/web/titles.ts'
import { say, sayCount } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import { findSurvey, type Survey, surveyProgress } from '#modules/registry/index.ts'
import { SurveyProgress } from './progress.tsx'
import { SurveyBadge } from './state.tsx'
import { surveyPath, SURVEYING, SURVEYS } from './surveys.ts'

const words = {
  surveys: { nl: 'Enquêtes', en: 'Surveys' },
  party: { nl: 'In opdracht van', en: 'Commissioned by' },
  begun: { nl: 'Begonnen', en: 'Begun' },
  delivered: { nl: 'Tekst aangeleverd', en: 'Text supplied' },
  enteredHere: { nl: 'hier ingevuld', en: 'entered here' },
  notYet: { nl: 'nog niet', en: 'not yet' },
  goesOut: { nl: 'Gaat uit vanaf', en: 'Goes out from' },
  said: { nl: 'Tekst en link', en: 'Text and link' },
  noWords: {
    nl: 'De opdrachtgever heeft de tekst nog niet aangeleverd. Kreeg u hem op een andere manier, vul hem dan zelf in.',
    en: 'The commissioning party has not supplied the text yet. If you received it another way, enter it yourself.',
  },
  edit: { nl: 'Tekst wijzigen', en: 'Change the text' },
  fill: { nl: 'Tekst invullen', en: 'Enter the text' },
  example: { nl: 'Voorbeeld naar mijzelf mailen', en: 'Email an example to myself' },
  titleNl: { nl: 'Titel (Nederlands)', en: 'Title (Dutch)' },
  titleEn: { nl: 'Titel (Engels)', en: 'Title (English)' },
  wordsNl: { nl: 'Tekst (Nederlands)', en: 'Text (Dutch)' },
  wordsEn: { nl: 'Tekst (Engels)', en: 'Text (English)' },
  link: { nl: 'Vragenlijst', en: 'Questionnaire' },
  forWhom: { nl: 'Voor wie', en: 'Whom it is for' },
  nobody: {
    nl: 'U hebt nog niet gekozen voor wie deze enquête is.',
    en: 'You have not chosen an audience for this survey yet.',
  },
  choose: { nl: 'Doelgroep kiezen', en: 'Choose the audience' },
  change: { nl: 'Doelgroep wijzigen', en: 'Change the audience' },
  kinds: { nl: 'Wie', en: 'Who' },
  programmes: { nl: 'Opleidingen', en: 'Programmes' },
  all: { nl: 'alle', en: 'all' },
  started: { nl: 'Begonnen', en: 'Began' },
  people: { nl: 'Krijgen de mail', en: 'Get the email' },
  objecting: { nl: 'Maakten bezwaar', en: 'Objected' },
  unreachable: { nl: 'Zonder e-mailadres', en: 'Without an email address' },
  plan: { nl: 'Versturen', en: 'Send' },
  planLead: {
    nl: 'De tekst en de doelgroep zijn er. Bekijk het voorbeeld en kies vanaf welke dag de mail uitgaat.',
    en: 'The text and the audience are ready. Look at the example and choose the day from which the email goes out.',
  },
  planAction: { nl: 'Enquête inplannen', en: 'Plan the survey' },
} satisfies Record<string, Text>

const COUNT = {
  one: { nl: '{count} opleiding', en: '{count} programme' },
  other: { nl: '{count} opleidingen', en: '{count} programmes' },
}

/** One survey: what it says, whom it is for, and how far it is. */
export const surveyPage = page(surveyPath(':id'), {
  read: async (door, params) => {
    const id = idOf(params)
    const reads = { surveys: findSurvey(id), progress: surveyProgress(id) }
    const { surveys, progress } = await door.list(SURVEYING, 'survey', reads)
    const [survey] = surveys
    if (!survey) throw new AppError('NOT_FOUND')
    return { survey, waiting: progress[0]?.waiting ?? 0 }
  },
  view: ({ survey, waiting }, door) => (
    <Screen door={door} title={survey.name}>
      <PageHeader
        title={survey.name}
        status={<SurveyBadge of={survey} />}
        breadcrumbs={[{ label: words.surveys, href: SURVEYS }]}
      />
      <Stack gap="large">
        <DescriptionList
          items={[
            { term: words.party, value: survey.party },
            { term: words.begun, value: <Moment at={survey.begunAt} /> },
            {
              term: words.delivered,
              value: survey.deliveredAt ? (
                <Moment at={survey.deliveredAt} />
              ) : (
                <Words of={survey.worded ? words.enteredHere : words.notYet} />
              ),
            },
            ...(survey.beginsOn
              ? [{ term: words.goesOut, value: <DateText day={survey.beginsOn} /> }]
              : []),
          ]}
        />
        {survey.beginsOn ? (
          <SurveyProgress survey={survey} waiting={waiting} />
        ) : (
          isWhole(survey) && <Planning survey={survey} />
        )}
        <Choice survey={survey} language={door.language} />
        <Said survey={survey} />
      </Stack>
    </Screen>
  ),
})

function isWhole({ link, people }: Survey): boolean {
  return link !== null && people !== null
}

function Planning({ survey }: { survey: Survey }): JSX.Element {
  return (
    <Panel title={words.plan}>
      <p>
        <Words of={words.planLead} />
      </p>
      <Actions>
        <LinkButton href={surveyPath(survey.id, '/versturen')} label={words.planAction} />
        <ActionForm
          action={surveyPath(survey.id, '/voorbeeld')}
          label={words.example}
          look="plain"
        />
      </Actions>
    </Panel>
  )
}

function Choice({ survey, language }: { survey: Survey; language: Language }): JSX.Element {
  const { id, kinds, objecting, people, programmes, unreachable } = survey
  const counted = people !== null
  return (
    <Section
      title={words.forWhom}
      action={
        !survey.beginsOn && (
          <LinkButton
            href={surveyPath(id, '/doelgroep')}
            label={counted ? words.change : words.choose}
            look={counted ? 'plain' : 'primary'}
          />
        )
      }
    >
      {counted ? (
        <Stack>
          <DescriptionList
            items={[
              {
                term: words.kinds,
                value: kinds.map((kind) => say(kindTitle(kind), language)).join(', '),
              },
              {
                term: words.programmes,
                value:
                  programmes.length === 0
                    ? say(words.all, language)
                    : sayCount(COUNT, programmes.length, language),
              },
              {
                term: words.started,
                value: <Started survey={survey} />,
              },
            ]}
          />
          <Stats>
            <Stat label={words.people} value={people} />
            <Stat label={words.objecting} value={objecting ?? 0} />
            <Stat label={words.unreachable} value={unreachable ?? 0} />
          </Stats>
        </Stack>
      ) : (
        <p>
          <Words of={words.nobody} />
        </p>
      )}
    </Section>
  )
}

function Started({ survey: { startedSince, startedUntil } }: { survey: Survey }): JSX.Element {
  if (!startedSince && !startedUntil) return <Words of={words.all} />
  return (
    <>
      {startedSince ? <DateText day={startedSince} /> : '…'} –{' '}
      {startedUntil ? <DateText day={startedUntil} /> : '…'}
    </>
  )
}

function Said({ survey }: { survey: Survey }): JSX.Element {
  const { id, link, titleEn, titleNl, wordsEn, wordsNl } = survey
  const there = link !== null
  return (
    <Section
      title={words.said}
      action={
        !survey.beginsOn && (
          <LinkButton
            href={surveyPath(id, '/tekst')}
            label={there ? words.edit : words.fill}
            look="plain"
          />
        )
      }
    >
      {there ? (
        <DescriptionList
          narrow
          items={[
            { term: words.titleNl, value: titleNl },
            { term: words.wordsNl, value: <WrittenText text={wordsNl} /> },
            { term: words.titleEn, value: titleEn },
            { term: words.wordsEn, value: <WrittenText text={wordsEn} /> },
            { term: words.link, value: link },
          ]}
        />
      ) : (
        <p>
          <Words of={words.noWords} />
        </p>
      )}
    </Section>
  )
}
