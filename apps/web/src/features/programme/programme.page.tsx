import { Button, Buttons, Empty, Meta, PageHead, Rows, Section, Split, Title } from '@baraza/ui';
import { type ApiClient, PageTitle, useApi, useData, useI18n } from '../../platform/index.ts';
import { NextBand } from './next-band.tsx';
import { programmeQuery } from './programme.queries.ts';
import { SessionRow } from './session-row.tsx';

export const data = (api: ApiClient) => [programmeQuery(api)];

/** What is live or comes next, then everything there was. */
export default function ProgrammePage() {
  const i18n = useI18n();
  const { live, series, announce } = useData(programmeQuery(useApi()));
  const [next, ...more] = live;
  const day = (on: string) => i18n.date(on, 'day');
  return (
    <Split
      lead={<PageHead title={i18n.t('programme.title')} />}
      early={
        next ? (
          <NextBand session={next} />
        ) : (
          <Empty title={i18n.t('programme.nothingComing')}>{i18n.t('programme.nothingComingText')}</Empty>
        )
      }
      side={
        <Buttons>
          <Button href="/live">{i18n.t('programme.enterCode')}</Button>
          {announce && <Button href="/programme/new">{i18n.t('programme.announce')}</Button>}
        </Buttons>
      }
    >
      <PageTitle>{i18n.t('programme.title')}</PageTitle>
      {more.length > 0 && (
        <Section title={i18n.t('programme.alsoComing')}>
          <Rows>
            {more.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Rows>
        </Section>
      )}
      <Section title={i18n.t('programme.series')}>
        <Rows>
          {series.map(({ id, slug, title, startsOn, endsOn, sessions, questions }) => (
            <li key={id}>
              <Title as="h3" href={`/programme/series/${slug}`} lang={title.locale}>
                {title.text}
              </Title>
              <Meta>
                {startsOn && <span>{endsOn ? i18n.range(startsOn, endsOn) : day(startsOn)}</span>}
                <span>{i18n.t('programme.sessions', { count: sessions })}</span>
                {questions > 0 && <span>{i18n.t('programme.questions', { count: questions })}</span>}
              </Meta>
            </li>
          ))}
        </Rows>
      </Section>
      <p>
        <a href="/programme/past">{i18n.t('programme.past')}</a>
      </p>
    </Split>
  );
}
