import { Button, Field, Rows, Section } from '@baraza/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { MAIN_FORM, useApi, useI18n } from '../../platform/index.ts';
import { LineRow } from '../search/index.ts';
import { alreadyThereQuery } from './brokering.queries.ts';
import { useAfterPause } from './use-after-pause.ts';

/** Long enough that a word is finished, short enough to be in time. */
const pause = 600;
const shortest = 4;

/** Where the answers stand. */
const FOUND = 'there';

/**
 * Requests, threads and stories like the one being written: by a button, and with script while the title is typed. The
 * button is one of the form being written, so that without script what is typed comes back with the answers.
 */
export function AlreadyThere({ like }: { like: string | null }) {
  const i18n = useI18n();
  const api = useApi();
  const id = useId();
  const [words, later, now] = useAfterPause(like ?? '', pause);
  const [asked, setAsked] = useState(0);
  const found = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const typed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === 'title') later(target.value.trim());
    };
    document.addEventListener('input', typed);
    return () => document.removeEventListener('input', typed);
  }, [later]);
  const { data, isFetching } = useQuery({
    ...alreadyThereQuery(api, words),
    enabled: words.length >= shortest,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (asked === 0 || isFetching) return;
    found.current?.focus({ preventScroll: true });
    found.current?.scrollIntoView({ block: 'nearest' });
  }, [asked, isFetching]);
  const look = (event: MouseEvent) => {
    event.preventDefault();
    const field = document.getElementById(id);
    const from = document.activeElement;
    // Enter in any other line of the form presses its first button, which is this one; nobody asked to look.
    if (from instanceof HTMLInputElement && from !== field) return;
    if (field instanceof HTMLInputElement) now(field.value.trim());
    setAsked((times) => times + 1);
  };
  return (
    <Section title={i18n.t('brokering.there.title')}>
      <p className="small soft">{i18n.t('brokering.there.hint')}</p>
      <div className="form">
        <Field
          id={id}
          form={MAIN_FORM}
          name="_like"
          type="search"
          label={i18n.t('brokering.there.words')}
          maxLength={200}
          defaultValue={like ?? ''}
        />
        <Button kind="plain" form={MAIN_FORM} formAction={`/look#${FOUND}`} formNoValidate onClick={look}>
          {i18n.t('brokering.there.look')}
        </Button>
        <div id={FOUND} ref={found} tabIndex={-1} aria-live="polite">
          {data && data.items.length > 0 && (
            <Rows brief>
              {data.items.map((line) => (
                <LineRow key={`${line.kind} ${line.id}`} line={line} brief />
              ))}
            </Rows>
          )}
          {data && data.items.length === 0 && <p className="small">{i18n.t('brokering.there.none')}</p>}
        </div>
      </div>
    </Section>
  );
}
