import { Button, Field, Rows, Section } from '@baraza/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { useApi, useI18n } from '../../platform/index.ts';
import { LineRow } from '../search/index.ts';
import { alreadyThereQuery } from './brokering.queries.ts';
import { useAfterPause } from './use-after-pause.ts';

/** Long enough that a word is finished, short enough to be in time. */
const pause = 600;
const shortest = 4;

const LOOK = 'look';

/** What a look sends: a form beside the one being written, because it stands within that one and asks something else. */
export const LookForm = ({ from }: { from: string | null }) => (
  <form id={LOOK} method="get" action="/requests/new">
    {from && <input type="hidden" name="from" value={from} />}
  </form>
);

/** Requests, threads and stories like the one being written: by a button, and with script while the title is typed. */
export function AlreadyThere({ like }: { like: string | null }) {
  const i18n = useI18n();
  const api = useApi();
  const id = useId();
  const [words, later] = useAfterPause(like ?? '', pause);
  useEffect(() => {
    const typed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === 'title') later(target.value.trim());
    };
    document.addEventListener('input', typed);
    return () => document.removeEventListener('input', typed);
  }, [later]);
  const { data } = useQuery({
    ...alreadyThereQuery(api, words),
    enabled: words.length >= shortest,
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={i18n.t('brokering.there.title')}>
      <p className="small soft">{i18n.t('brokering.there.hint')}</p>
      <div className="form">
        <Field
          id={id}
          form={LOOK}
          name="like"
          type="search"
          label={i18n.t('brokering.there.words')}
          maxLength={200}
          defaultValue={like ?? ''}
        />
        <Button kind="plain" form={LOOK}>
          {i18n.t('brokering.there.look')}
        </Button>
      </div>
      <div aria-live="polite">
        {data && data.items.length > 0 && (
          <Rows brief>
            {data.items.map((line) => (
              <LineRow key={`${line.kind} ${line.id}`} line={line} brief />
            ))}
          </Rows>
        )}
        {data && data.items.length === 0 && <p className="small">{i18n.t('brokering.there.none')}</p>}
      </div>
    </Section>
  );
}
