import { Button, Empty, PageHead, Rows, Section, Stack, Title, UserText } from '@baraza/ui';
import { type ApiClient, PageTitle, useApi, useData, useI18n } from '../../platform/index.ts';
import { AffiliationMoves, AffiliationTerms, Claim } from './affiliation-line.tsx';
import { MeTabs } from './me-tabs.tsx';
import { meQuery } from './members.queries.ts';

export const data = (api: ApiClient) => [meQuery(api)];

/** Where one works, how far that is verified, and which colleagues wait for one's word. */
export default function OrganisationsPage() {
  const i18n = useI18n();
  const { affiliations, toDecide } = useData(meQuery(useApi()));
  const add = (
    <Button href="/me/organisations/new" kind={affiliations.length > 0 ? 'plain' : 'go'}>
      {i18n.t('members.ask.link')}
    </Button>
  );
  return (
    <Stack>
      <PageTitle>{i18n.t('members.me.organisations')}</PageTitle>
      <PageHead title={i18n.t('members.me.organisations')} mid />
      <MeTabs at="organisations" waiting={toDecide.length} />
      {toDecide.length > 0 && (
        <Section title={i18n.t('members.vouch.title')} open>
          <p className="hint">{i18n.t('members.vouch.text')}</p>
          <Rows>
            {toDecide.map((affiliation) => (
              <li key={affiliation.id}>
                <Title size="s">
                  <Claim of={affiliation} />
                </Title>
                <p className="meta">
                  {i18n.rich('members.vouch.domain', {
                    domain: affiliation.member.domain,
                    b: (words) => <bdi key="domain">{words}</bdi>,
                  })}
                </p>
                {affiliation.note && <UserText lang="" text={affiliation.note} />}
                <AffiliationTerms affiliation={affiliation} />
                <AffiliationMoves affiliation={affiliation} />
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {affiliations.length === 0 ? (
        <Empty title={i18n.t('members.organisations.none')} action={add}>
          {i18n.t('members.organisations.why')}
        </Empty>
      ) : (
        <>
          <Rows>
            {affiliations.map((affiliation) => (
              <li key={affiliation.id}>
                <Title size="s" as="h2" href={`/cities/${affiliation.organisation.slug}`}>
                  <bdi>{affiliation.organisation.name}</bdi>
                </Title>
                <p className="meta">{i18n.say(`kernel.affiliation.${affiliation.role}`)}</p>
                <AffiliationTerms affiliation={affiliation} />
                {affiliation.role === 'focal_point' && affiliation.state === 'active' && (
                  <p className="small">
                    <a href={`/me/organisations/${affiliation.organisation.slug}/calendar`}>
                      {i18n.t('members.organisations.calendar')}
                    </a>
                  </p>
                )}
                <AffiliationMoves affiliation={affiliation} />
              </li>
            ))}
          </Rows>
          <div className="btns">{add}</div>
        </>
      )}
    </Stack>
  );
}
