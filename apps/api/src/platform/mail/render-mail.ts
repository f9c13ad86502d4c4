import { directionOf, type Locale } from '@baraza/domain/kernel';

/** A mail in words already in the reader's language. */
export interface MailWords {
  readonly subject: string;
  readonly greeting?: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do. `path` begins with a slash. */
  readonly action?: { readonly label: string; readonly path: string };
  /** Why the reader gets this, and how not to. */
  readonly why?: string;
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] as string,
  );

/** One column, system fonts, no image: reads well on a phone, in a text client, in both directions. */
export function renderMail(
  words: MailWords,
  locale: Locale,
  baseUrl: string,
): { subject: string; text: string; html: string } {
  const subject = words.subject.replace(/\s+/g, ' ').trim();
  const link = words.action && `${baseUrl}${words.action.path}`;
  const text = [
    words.greeting,
    ...words.paragraphs,
    words.action && `${words.action.label}:\n${link}`,
    words.why && `--\n${words.why}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
  const p = (content: string, style = '') =>
    `<p style="margin:0 0 16px;${style}" dir="auto">${escaped(content).replaceAll('\n', '<br>')}</p>`;
  const dir = directionOf(locale);
  const html = `<!doctype html><html lang="${locale}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#fff;color:#1b1e22;font:17px/1.6 system-ui,sans-serif" dir="${dir}"><div style="max-width:36em;margin:0 auto">
${words.greeting ? p(words.greeting) : ''}${words.paragraphs.map((text) => p(text)).join('')}${
  words.action
    ? `<p style="margin:24px 0"><a href="${escaped(link ?? '')}" style="display:inline-block;padding:12px 20px;background:#243f8c;color:#fff;border-radius:6px;text-decoration:none;font-weight:600">${escaped(words.action.label)}</a></p>`
    : ''
}${words.why ? `<hr style="border:0;border-top:1px solid #d9dbd7">${p(words.why, 'color:#53585d;font-size:14px')}` : ''}
</div></body></html>`;
  return { subject, text, html };
}
