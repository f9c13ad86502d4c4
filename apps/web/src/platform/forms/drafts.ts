/** Words typed and not yet sent, per form, on this device. Keyed by what the form is about, never by language. */
const nameOf = (draft: string): string => `baraza.draft.${draft}`;

const texts = (form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] =>
  [...form.elements].filter(
    (e): e is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      (e instanceof HTMLTextAreaElement ||
        e instanceof HTMLSelectElement ||
        (e instanceof HTMLInputElement && !['hidden', 'password', 'submit'].includes(e.type))) &&
      e.name !== '',
  );

const isBox = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

/** Everything a person has typed and chosen in a form, to see whether it is still the same. */
export const typedIn = (form: HTMLFormElement): string =>
  JSON.stringify(texts(form).map((field) => (isBox(field) ? field.checked : field.value)));

export function saveDraft(draft: string, form: HTMLFormElement): void {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !name.startsWith('_')) words.append(name, value);
  try {
    localStorage.setItem(nameOf(draft), words.toString());
  } catch {
    // full or forbidden: the form itself still holds the words
  }
}

export function clearDraft(draft: string): void {
  try {
    localStorage.removeItem(nameOf(draft));
  } catch {}
}

/** Puts kept words back into fields nobody has touched; true when there were any. */
export function restoreDraft(draft: string, form: HTMLFormElement): boolean {
  let words: string | null = null;
  try {
    words = localStorage.getItem(nameOf(draft));
  } catch {}
  if (!words) return false;
  const values = new URLSearchParams(words);
  let restored = false;
  for (const field of texts(form)) {
    const wanted = values.getAll(field.name);
    if (isBox(field)) {
      const on = wanted.includes(field.value);
      if (on !== field.checked && on) restored = field.checked = true;
    } else if (wanted[0] && wanted[0] !== field.value && (field.value === '' || field instanceof HTMLSelectElement)) {
      field.value = wanted[0];
      restored = true;
    }
  }
  return restored;
}
