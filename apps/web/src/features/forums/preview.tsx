import { Button, UserText } from '@baraza/ui';
import { type MouseEvent, useEffect, useState } from 'react';
import { useApi, useI18n } from '../../platform/index.ts';

interface Shown {
  readonly html: string;
  readonly lang: string;
}

/** What the text of the form it stands in will look like, as the server renders it. Appears where script runs. */
export function Preview() {
  const i18n = useI18n();
  const api = useApi();
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => setReady(true), []);
  if (!ready) return null;

  const show = async ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    const words = form && new FormData(form);
    const text = String(words?.get('text') ?? '');
    if (!text.trim()) return setShown(null);
    const { html } = await api.forums.preview({ body: { text } });
    setShown({ html, lang: String(words?.get('locale')) });
  };
  return (
    <>
      {shown && (
        <section className="preview" aria-label={i18n.t('forums.previewTitle')}>
          <p className="small soft">{i18n.t('forums.previewTitle')}</p>
          <UserText {...shown} />
        </section>
      )}
      <Button type="button" kind="link" onClick={(event) => void show(event).catch(() => setShown(null))}>
        {i18n.t('forums.preview')}
      </Button>
    </>
  );
}
