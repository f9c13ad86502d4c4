import type { SpeakerView } from '@baraza/contracts/programme';
import { Rows, Section, Title } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

/** Who speaks, as what, and where they are from. Names and offices stand as the sources write them. */
export function Speakers({ speakers, topic }: { speakers: readonly SpeakerView[]; topic: string }) {
  const i18n = useI18n();
  if (speakers.length === 0) return null;
  return (
    <Section title={i18n.t('programme.speakers')}>
      <Rows brief>
        {speakers.map(({ name, honorific, title, organisation, country, role, talk }) => (
          <li key={`${role} ${name}`}>
            <Title as="h3" size="s">
              <bdi>{honorific ? `${honorific} ${name}` : name}</bdi>
            </Title>
            {(title || organisation) && (
              <p className="small" lang="en" dir="auto">
                {[title, organisation].filter(Boolean).join(', ')}
              </p>
            )}
            <p className="meta">
              {role !== 'speaker' && <span>{i18n.t(`programme.role.${role}`)}</span>}
              {country && <span>{i18n.country(country)}</span>}
              {talk && talk !== topic && <bdi lang="en">{talk}</bdi>}
            </p>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
