import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { useDeskKeys } from './desk-keys.ts';
import { useSearchKey } from './search-key.ts';

function Desk() {
  useDeskKeys();
  useSearchKey();
  return (
    <>
      <input id="find" />
      <main>
        <details>
          <summary>Decline</summary>
          <textarea name="note" />
          <button type="submit" aria-keyshortcuts="x">
            Decline
          </button>
        </details>
      </main>
    </>
  );
}

const the = <E extends Element>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const press = (key: string) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );

describe('the keys of a desk', () => {
  let root: Root;
  beforeEach(() => {
    document.body.innerHTML = '<div></div>';
    root = createRoot(the('div'));
    flushSync(() => root.render(<Desk />));
  });
  afterEach(() => flushSync(() => root.unmount()));

  it('open a form that is folded away, and Escape folds it again with the words still in it', () => {
    press('x');
    const field = the<HTMLTextAreaElement>('textarea');
    expect(document.activeElement).toBe(field);
    field.value = 'too little';
    press('Escape');
    expect(the<HTMLDetailsElement>('details').open).toBe(false);
    expect(document.activeElement).toBe(the('summary'));
    expect(field.value).toBe('too little');
  });

  it('lead to the search box, but not out of what is being written', () => {
    press('/');
    expect(document.activeElement).toBe(the('#find'));
    press('Escape');
    expect(document.activeElement).toBe(document.body);
    the<HTMLDetailsElement>('details').open = true;
    the<HTMLTextAreaElement>('textarea').focus();
    press('/');
    expect(document.activeElement).toBe(the('textarea'));
  });
});
