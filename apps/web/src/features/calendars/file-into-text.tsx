import { useEffect, useId, useState } from 'react';
import { useI18n } from '../../platform/index.ts';

/** Reads a chosen file into the text field of the same form. Without script the text is pasted, so there it is not offered. */
export function FileIntoText({ into }: { into: string }) {
  const i18n = useI18n();
  const id = useId();
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const read = async ({ files, form }: HTMLInputElement) => {
    const field = form?.elements.namedItem(into);
    const file = files?.item(0);
    if (file && field instanceof HTMLTextAreaElement) field.value = await file.text();
  };
  if (!alive) return null;
  return (
    <div className="entry">
      <label htmlFor={id}>{i18n.t('calendars.import.file')}</label>
      <input
        id={id}
        className="field"
        type="file"
        accept=".ics,text/calendar"
        onChange={(event) => void read(event.currentTarget)}
      />
    </div>
  );
}
