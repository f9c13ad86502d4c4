import type { CaseFile } from '@baraza/contracts/brokering';
import { AuthorLine, Rows, Section, State, type StateProps } from '@baraza/ui';
import { useWorld } from '../../platform/index.ts';

const answers: Record<CaseFile['screenings'][number]['result'], Pick<StateProps, 'square' | 'tone'>> = {
  clear: { square: 'check', tone: 'ink' },
  possible: { square: 'half', tone: 'due' },
  unknown: { square: 'open', tone: 'soft' },
};

/** What the operator's service said of the parties: for brokers to weigh, and for nothing else. */
export function Screenings({ file: { screenings } }: { file: CaseFile }) {
  const { i18n, timeZone } = useWorld();
  if (screenings.length === 0) return null;
  return (
    <Section title={i18n.t('brokering.screening.title')} note={i18n.t('brokering.screening.hint')}>
      <Rows brief>
        {screenings.map(({ organisation, result, source, note, failure, at }) => (
          <li key={organisation.id}>
            <State {...answers[result]}>{i18n.t(`brokering.screening.result.${result}`)}</State>{' '}
            <bdi>{organisation.name}</bdi>
            <AuthorLine
              name={source ? <bdi>{source}</bdi> : i18n.t('brokering.screening.failure.not_set_up')}
              detail={<time dateTime={at}>{i18n.date(at, 'day', timeZone)}</time>}
            />
            {failure && source && <p>{i18n.t(`brokering.screening.failure.${failure}`)}</p>}
            {note && <p dir="auto">{note}</p>}
          </li>
        ))}
      </Rows>
    </Section>
  );
}
