import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  ActionForm,
  Badge,
  Button,
  type ButtonLook,
  Card,
  CodeList,
  Columns,
  DateText,
  Form,
  Icon,
  Layout,
  LinkButton,
  Muted,
  Notice,
  PageHeader,
  Period,
  PersonName,
  PrintButton,
  QrCode,
  Section,
  Stack,
  StatusBadge,
  TimeText,
  type Tone,
  Words,
} from '#entry/web/components/index.ts'
import { STATUSES, type Status } from '#entry/web/components/status-badge.tsx'
import type { GalleryFrame } from './frame.ts'

const TONES: readonly Tone[] = ['neutral', 'info', 'success', 'warning', 'error']
const LOOKS: readonly ButtonLook[] = ['primary', 'plain', 'quiet', 'danger']
const ALL = Object.keys(STATUSES) as Status[] // the keys of a literal are its type

/** The small parts, each in every form it has. */
export function PartsSheet({ frame }: GalleryFrame): JSX.Element {
  return (
    <Layout frame={frame} title={{ nl: 'Losse onderdelen', en: 'Separate parts' }}>
      <PageHeader title={{ nl: 'Losse onderdelen', en: 'Separate parts' }} />
      <Stack gap="large">
        <Section title={{ nl: 'Knoppen', en: 'Buttons' }}>
          <Stack>
            <Actions>
              {LOOKS.map((look) => (
                <LinkButton href="?" look={look} label={{ nl: 'Versturen', en: 'Send' }} />
              ))}
            </Actions>
            <Actions>
              {LOOKS.map((look) => (
                <LinkButton
                  href="?"
                  look={look}
                  size="small"
                  icon="send"
                  label={{ nl: 'Versturen', en: 'Send' }}
                />
              ))}
            </Actions>
            <Form action="/galerij/parts">
              <Actions>
                <Button label={{ nl: 'Kan nu niet', en: 'Not now' }} disabled />
                <PrintButton />
              </Actions>
            </Form>
            <ActionForm
              action="/galerij/parts"
              look="plain"
              icon="check"
              label={{ nl: 'Goedkeuren', en: 'Approve' }}
            />
          </Stack>
        </Section>
        <Section title={{ nl: 'Staten', en: 'States' }}>
          <Actions>
            {ALL.map((status) => (
              <StatusBadge status={status} />
            ))}
            <Badge label={{ nl: 'Tweede spoor', en: 'Second track' }} />
          </Actions>
        </Section>
        <Section title={{ nl: 'Meldingen', en: 'Notices' }}>
          <Stack>
            {TONES.map((tone) => (
              <Notice tone={tone} title={{ nl: 'De samenvatting is verstuurd', en: 'Sent' }}>
                <Words
                  of={{
                    nl: 'Sanne krijgt er een e-mail over.',
                    en: 'Sanne gets an email about it.',
                  }}
                />{' '}
                <a href="?">
                  <Words of={{ nl: 'Bekijk de samenvatting', en: 'See the summary' }} />
                </a>
              </Notice>
            ))}
          </Stack>
        </Section>
        <MoreParts />
      </Stack>
    </Layout>
  )
}

function MoreParts(): JSX.Element {
  return (
    <>
      <Section title={{ nl: 'Codes', en: 'Codes' }}>
        <Columns shape="halves">
          <CodeList
            label={{ nl: 'Herstelcodes', en: 'Recovery codes' }}
            codes={['7F3K-92QD', 'M4XT-10ZP', 'B8RW-55LC', 'H2NV-71YA', 'Q6JE-38SG', 'D9UC-64FK']}
          />
          <QrCode
            value="otpauth://totp/Gestand:noor@example.org?secret=EXAMPLEEXAMPLE"
            label={{ nl: 'Code voor uw telefoon', en: 'Code for your phone' }}
          />
        </Columns>
      </Section>
      <Section title={{ nl: 'Woorden', en: 'Words' }}>
        <Columns shape="thirds">
          <Card title={{ nl: 'Datums', en: 'Dates' }}>
            <p>
              <DateText day="2026-11-23" />, <DateText day="2026-11-23" form="short" />,{' '}
              <TimeText at={new Date('2026-11-23T13:30:00Z')} />
            </p>
            <p>
              <Period from="2026-11-23" until="2026-12-05" />
            </p>
          </Card>
          <Card title={{ nl: 'Namen', en: 'Names' }}>
            <p>
              <PersonName name={{ given: 'Jan', prefix: 'van der', family: 'Berg' }} />
            </p>
            <p>
              <Muted>
                <PersonName
                  order="listed"
                  name={{ given: 'Jan', prefix: 'van der', family: 'Berg' }}
                />
              </Muted>
            </p>
          </Card>
          <Card title={{ nl: 'Dossier', en: 'Dossier' }} href="/galerij/dossier">
            <p>
              <Icon name="lock" />{' '}
              <Words of={{ nl: 'Het hele blad is een link.', en: 'The whole sheet is a link.' }} />
            </p>
          </Card>
        </Columns>
      </Section>
    </>
  )
}
